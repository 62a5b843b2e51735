"""Requests to agencies: raised at once, asked with consent, answered by a report (C6.1, C7)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.rules.refusal import Refused
from agencies.actions import close_request, mark_asked, receive_report, request_report
from agencies.models import (
    Agency,
    AgencyKind,
    Consent,
    ConsentPurpose,
    Report,
    ReportRequest,
    RequestKind,
)
from agencies.policies import check_may_contact, may_contact
from agencies.queries.requests import open_requests
from children.actions import archive_child
from tests.people import STORY, Cast, seen_by_theo

Browse = Callable[..., Client]
TODAY = date(2026, 11, 23)


def raised(people: Cast, kind: RequestKind = RequestKind.REPORT) -> ReportRequest:
    return request_report(
        child=people.seyi,
        agency=people.speech,
        kind=kind,
        because="No report has come.",
        by=people.sam.as_actor(),
    )


def consented(people: Cast, purpose: str = ConsentPurpose.ASK_REPORT) -> Consent:
    return Consent(
        child=people.seyi,
        agency=people.speech,
        contact=people.priya,
        purpose=purpose,
        answer="given",
        how="in_person",
        given_on=date(2026, 11, 2),
    ).record(by=STORY)


def test_a_request_waits_for_consent_and_then_is_ready_to_ask(people: Cast) -> None:
    """C6.1: raised at once, it waits for consent."""
    raised(people, RequestKind.OBSERVATION)
    assert [row.words for row in open_requests(people.seyi, TODAY)] == ["Needs consent first"]
    consented(people)
    assert [row.words for row in open_requests(people.seyi, TODAY)] == ["Ready to ask"]


def test_without_consent_the_agency_is_not_asked(people: Cast) -> None:
    """C7"""
    request = raised(people)
    with pytest.raises(Refused, match="Record consent first") as refused:
        mark_asked(request=request, asked_on=TODAY, asked_how="Phone", by=STORY)
    assert "asking Harrowby Speech and Language for a report" in refused.value.sentence
    request.refresh_from_db()
    assert request.asked_on is None


def test_consent_for_another_purpose_opens_nothing(people: Cast) -> None:
    consented(people, ConsentPurpose.INVITE)
    assert may_contact(people.seyi, people.speech, ConsentPurpose.INVITE, TODAY)
    with pytest.raises(Refused):
        check_may_contact(people.seyi, people.speech, ConsentPurpose.ASK_REPORT, TODAY)


def test_with_consent_the_agency_is_asked_once(people: Cast) -> None:
    consented(people)
    request = raised(people)
    on = timezone.localdate()
    asked = mark_asked(request=request, asked_on=on, asked_how="Phone", by=STORY)
    assert mark_asked(request=asked, asked_on=on, asked_how="Phone", by=STORY).pk == asked.pk
    with pytest.raises(Refused, match="asked already"):
        mark_asked(request=asked, asked_on=on, asked_how="Letter", by=STORY)
    assert [row.words for row in open_requests(people.seyi, date(2026, 12, 2))] == ["Asked, 9 days"]


def test_the_same_open_request_is_answered_and_not_doubled(people: Cast) -> None:
    first = raised(people)
    assert raised(people) == first
    assert raised(people, RequestKind.OBSERVATION) != first
    close_request(request=first, because="Asked for by mistake", by=STORY)
    assert raised(people) != first


def test_a_closed_request_keeps_why_and_is_not_asked(people: Cast) -> None:
    consented(people)
    closed = close_request(request=raised(people), because="The family moves", by=STORY)
    assert closed.closed_because == "The family moves"
    with pytest.raises(Refused, match="closed already"):
        mark_asked(request=closed, asked_on=TODAY, asked_how="Phone", by=STORY)


def test_an_agency_that_discharged_the_child_needs_a_new_referral(people: Cast) -> None:
    """C6.1: then it is a re-referral, which needs consent to refer."""
    seen = seen_by_theo(people)
    assert not raised(people).needs_referral
    seen.discharged_on = date(2026, 11, 20)
    seen.record(by=STORY, why="Discharged")
    request = raised(people, RequestKind.OBSERVATION)
    assert request.needs_referral
    assert request.purpose is ConsentPurpose.REFER


def test_another_settings_agency_is_refused(people: Cast) -> None:
    owls = Agency(setting=people.oaks, name="Portage", kind=AgencyKind.PORTAGE).record(by=STORY)
    with pytest.raises(Refused) as refused:
        request_report(
            child=people.seyi, agency=owls, kind=RequestKind.REPORT, because="None", by=STORY
        )
    assert refused.value.field == "agency"


def test_an_archived_record_raises_no_request(people: Cast) -> None:
    request = raised(people)
    archive_child(child=people.seyi, left_on=TODAY, because="Moved", by=STORY)
    with pytest.raises(Refused, match="archived"):
        raised(people)
    with pytest.raises(Refused, match="archived"):
        close_request(request=request, because="Left", by=STORY)


@pytest.mark.parametrize(
    ("asked_on", "says"), [(date(2026, 11, 24), "still to come"), (date(2026, 11, 22), "before")]
)
def test_a_day_that_cannot_be_right_is_refused(people: Cast, asked_on: date, says: str) -> None:
    consented(people)
    with pytest.raises(Refused, match=says):
        mark_asked(request=raised(people), asked_on=asked_on, asked_how="Phone", by=STORY)


def received(people: Cast, dated_on: date, sent_by: str = "agency") -> Report:
    values = {
        "agency": people.speech,
        "dated_on": dated_on,
        "received_on": TODAY,
        "received_from": sent_by,
        "holds_strategies": True,
        "holds_targets": False,
    }
    return receive_report(child=people.seyi, values=values, by=people.sam.as_actor())


@pytest.mark.parametrize("sent_by", ["agency", "parent"])
def test_a_report_that_comes_closes_the_request_that_it_answers(people: Cast, sent_by: str) -> None:
    """C7, C7.1"""
    request = raised(people)
    report = received(people, date(2026, 9, 10), sent_by)
    request.refresh_from_db()
    assert (request.answered_by, request.closed_on) == (report, TODAY)
    assert open_requests(people.seyi, TODAY) == ()


def test_a_new_observation_is_not_answered_by_an_older_report(people: Cast) -> None:
    """C6.1"""
    request = raised(people, RequestKind.OBSERVATION)
    received(people, date(2026, 9, 10))
    request.refresh_from_db()
    assert request.closed_on is None
    report = received(people, TODAY)
    request.refresh_from_db()
    assert request.answered_by == report


def test_another_childs_and_another_agencys_requests_stay_open(people: Cast) -> None:
    portage = Agency(setting=people.acorns, name="Portage", kind=AgencyKind.PORTAGE)
    portage.record(by=STORY)
    common: dict[str, Any] = {"kind": RequestKind.REPORT, "because": "None yet", "by": STORY}
    others = [
        request_report(child=people.seyi, agency=portage, **common),
        request_report(child=people.zofia, agency=people.speech, **common),
    ]
    received(people, TODAY)
    for other in others:
        other.refresh_from_db()
        assert other.closed_on is None


def test_whoever_records_the_report_is_told_which_request_it_closed(
    people: Cast, browse: Browse
) -> None:
    raised(people)
    kemi = browse(people.kemi)
    page = reverse("agencies:report_add", args=[people.seyi.pk])
    assert "Waiting for a report" in kemi.get(page).content.decode()
    words = {
        "agency": people.speech.pk,
        "dated_on": "10 9 26",
        "received_on": "23 11 26",
        "received_from": "agency",
        "holds_strategies": "True",
        "holds_targets": "False",
    }
    answer = kemi.post(page, words, follow=True)
    assert "Closed: A copy of their report" in answer.content.decode()


def test_without_consent_the_page_says_why_and_leads_to_consent(
    people: Cast, browse: Browse
) -> None:
    request, sam = raised(people), browse(people.sam)
    page = reverse("agencies:request_asked", args=[people.seyi.pk, request.pk])
    consent_page = reverse("agencies:consent", args=[people.seyi.pk])
    for answer in (sam.get(page), sam.post(page, {"asked_on": "today", "asked_how": "Phone"})):
        assert "Record consent first (C7)." in answer.content.decode()
        assert consent_page in answer.content.decode()
    consented(people)
    assert sam.post(page, {"asked_on": "today", "asked_how": "Phone"}).status_code == 302
    request.refresh_from_db()
    assert (request.asked_on, request.asked_how) == (TODAY, "Phone")


def test_the_childs_page_says_what_each_open_request_waits_for(
    people: Cast, browse: Browse
) -> None:
    request, sam = raised(people), browse(people.sam)
    page = reverse("dashboards:child", args=[people.seyi.pk])
    assert "Needs consent first" in sam.get(page).content.decode()
    consented(people)
    assert "Ready to ask" in sam.get(page).content.decode()
    mark_asked(request=request, asked_on=TODAY, asked_how="Phone", by=STORY)
    assert "Asked today" in sam.get(page).content.decode()
    close_request(request=request, because="The family moves", by=STORY)
    assert "Asked today" not in sam.get(page).content.decode()
    listed = reverse("agencies:requests", args=[people.seyi.pk])
    assert "The family moves" in sam.get(listed).content.decode()


def test_a_request_is_raised_by_hand_once(people: Cast, browse: Browse) -> None:
    sam, page = browse(people.sam), reverse("agencies:request_add", args=[people.seyi.pk])
    words = {"agency": people.speech.pk, "kind": "observation", "because": "All achieved"}
    for _ in range(2):
        assert sam.post(page, words).status_code == 302
    assert ReportRequest.objects.get().because == "All achieved"
