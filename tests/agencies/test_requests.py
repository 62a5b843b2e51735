"""Requests to agencies: raised at once, asked with consent, answered by a report (C6.1, C7)."""

from datetime import date

import pytest
from django.utils import timezone

from accounts.rules.refusal import Refused
from agencies.actions import close_request, mark_asked, request_report
from agencies.models import Agency, AgencyKind, Consent, ConsentPurpose, ReportRequest, RequestKind
from agencies.policies import check_may_contact, may_contact
from agencies.queries.requests import open_requests
from children.actions import archive_child
from tests.people import STORY, Cast, seen_by_theo

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
