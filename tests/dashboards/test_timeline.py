"""The story of a child: reviews, consent, requests and copies stand in it."""

from datetime import date

import pytest

from agencies.actions import request_report
from agencies.models import Consent, ConsentAnswer, RequestKind
from isp_portal.dashboards.queries.timeline import timeline
from isp_portal.documents.actions import issue_minutes, record_copy_given
from tests.people import STORY, Cast
from tests.reviews.whole import finalised

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def test_the_review_and_the_copy_of_its_minutes_are_in_the_story(people: Cast) -> None:
    review = finalised(people)
    contact = people.seyi.contacts.get()
    document = issue_minutes(review=review, recipient=contact, by=people.sam.as_actor())
    record_copy_given(
        document=document,
        channel="in_person",
        language="",
        given_on=date(2026, 11, 23),
        acknowledged_on=None,
        by=people.sam.as_actor(),
    )
    said = {event.title: event.words for event in timeline(people.seyi, people.sam)}
    assert said["Review of plan 1 held"] == "Continue the plan"
    assert contact.name in said["Copy given"]


def test_what_an_agency_is_to_be_asked_for_and_each_consent_are_in_the_story(people: Cast) -> None:
    request_report(
        child=people.seyi,
        agency=people.speech,
        kind=RequestKind.OBSERVATION,
        because="Every target was achieved",
        by=people.sam.as_actor(),
    )
    Consent(
        child=people.seyi,
        agency=people.speech,
        contact=people.seyi.contacts.get(),
        purpose="ask_report",
        answer=ConsentAnswer.GIVEN,
        how="in_person",
        given_on=date(2026, 11, 2),
        withdrawn_on=date(2026, 11, 20),
    ).record(by=STORY, why="Given")
    titles = [event.title for event in timeline(people.seyi, people.sam)]
    assert {"Consent given", "Consent withdrawn"} < set(titles)
    assert any(title.startswith("To ask for: A new observation") for title in titles)


def test_somebody_who_sees_no_agencies_and_no_plans_reads_neither(people: Cast) -> None:
    finalised(people)
    titles = [event.title for event in timeline(people.seyi, people.hannah)]
    assert not any("Review" in title or "Consent" in title for title in titles)
