"""The story of a child: what followed upon asking an agency, and minutes that were corrected (C7, C7.1)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from agencies.actions import request_report
from agencies.models import (
    AgencyContact,
    AnswerKind,
    ConsentPurpose,
    ReportRequestLink,
    RequestAnswer,
    RequestKind,
    RequestStep,
    StepKind,
)
from isp_portal.dashboards.queries.story import Kind, story
from reviews.models import MinutesCorrection
from tests.people import STORY, Cast
from tests.reviews.whole import finalised

Browse = Callable[..., Client]
ON = date(2026, 11, 20)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def said(people: Cast, kind: Kind, who: str = "sam") -> dict[str, tuple[str, str]]:
    found = story(people.seyi, getattr(people, who), today=timezone.localdate(), kind=kind)
    return {event.title: (event.words, event.url) for event in found.events}


def asked(people: Cast) -> None:
    """Asked for and chased, the parents asked; by link, answered; closed at last."""
    request = request_report(
        child=people.seyi,
        agency=people.speech,
        kind=RequestKind.REPORT,
        because="None has come",
        by=people.sam.as_actor(),
    )
    for kind, contact in ((StepKind.CHASED, None), (StepKind.PARENTS_ASKED, people.priya)):
        RequestStep(request=request, kind=kind, done_on=ON, how="By phone", contact=contact).record(
            by=STORY
        )
    ReportRequestLink(
        request=request,
        professional=people.theo,
        token_hash="x",
        made_by="Sam Whitlock",
        expires_at=timezone.now() + timedelta(days=9),
        revoked_at=timezone.now(),
        revoked_by="Sam Whitlock",
    ).record(by=STORY)
    RequestAnswer(
        request=request,
        professional=people.theo,
        kind=AnswerKind.WILL_SEND,
        answered_by="Theo Marsh",
    ).record(by=STORY)
    request.closed_on, request.closed_because = ON, "It came by post"
    request.record(by=STORY)


def test_chasing_the_parents_copy_the_link_and_the_answer_are_in_the_story_c7_1(
    people: Cast, browse: Browse
) -> None:
    asked(people)
    found = said(people, Kind.REPORTS)
    assert {
        "Priya Blackwood asked for a copy",
        "Link to a request made for Theo Marsh",
        "Link to a request for Theo Marsh closed",
        "Theo Marsh: We will send a report",
    } < set(found)
    assert len([title for title in found if title.startswith("Chased: ")]) == 1
    assert ("It came by post", "") in found.values()
    sam = browse(people.sam)
    for _, url in found.values():
        assert not url or sam.get(url).status_code == 200


def test_a_link_to_a_request_opens_to_whoever_keeps_agencies(people: Cast) -> None:
    asked(people)
    title = "Link to a request made for Theo Marsh"
    assert said(people, Kind.REPORTS)[title][1]
    assert said(people, Kind.REPORTS, "kemi")[title][1] == ""
    assert said(people, Kind.REPORTS, "hannah") == {}


def test_what_went_to_an_agency_under_a_consent_is_in_the_story_c7(people: Cast) -> None:
    AgencyContact(
        child=people.seyi,
        agency=people.speech,
        purpose=ConsentPurpose.REFER,
        what="The referral form",
        how="By post",
        contacted_on=ON,
    ).record(by=STORY)
    assert ("The referral form, By post", "") in said(people, Kind.REPORTS).values()


def test_a_correction_of_minutes_is_in_the_story_c8_1(people: Cast) -> None:
    review = finalised(people)
    MinutesCorrection(
        review=review, version=2, words="It was the 9th.", corrected_on=ON, corrected_by="Sam"
    ).record(by=STORY)
    words, url = said(people, Kind.REVIEWS)["Minutes of plan 1 corrected"]
    assert (words, url) == ("Version 2, by Sam", f"/reviews/{review.pk}/")
