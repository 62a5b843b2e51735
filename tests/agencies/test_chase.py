"""Reports on their way: one row for each, its state, and the form of its next step (C6.1, C7, C7.1)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import RuleSet
from accounts.rules.refusal import Refused
from agencies.actions import (
    add_recommendation,
    ask_parents,
    close_request,
    mark_chased,
    receive_report,
    withdraw_consent,
)
from agencies.models import ReportRequest, RequestStep
from agencies.queries.chase import chase_of, chase_page
from agencies.rules.chase import ChaseState, ChaseStep
from children.actions import archive_child
from children.models import Child, RestrictionKind
from plans.rules.ruleset_data import to_data
from plans.rules.rulesets import DEFAULT
from tests.agencies.chasing import TODAY, asked, row
from tests.agencies.consents import answers, father, refuses, restrict
from tests.people import STORY, Cast, child, seen_by_theo

Browse = Callable[..., Client]


def came(people: Cast, **more: Any) -> Any:
    values = {
        "agency": people.speech,
        "dated_on": date(2026, 9, 20),
        "received_on": date(2026, 11, 20),
        "received_from": "agency",
        "holds_strategies": True,
        "holds_targets": False,
        **more,
    }
    return receive_report(child=people.seyi, values=values, by=STORY)


def test_an_agency_that_saw_the_child_is_expected_to_send_a_report(people: Cast) -> None:
    """C7: nobody need remember to raise it."""
    assert chase_of(people.seyi, people.sam, TODAY) == ()
    seen_by_theo(people)
    found = row(people)
    assert (found.state, found.step) == (ChaseState.NEEDS_CONSENT, ChaseStep.RECORD_CONSENT)
    assert found.known == "Seen Tue 15 Sep, and no report has come."
    page = reverse("agencies:consent", args=[people.seyi.pk])
    assert found.url == f"{page}?agency={people.speech.pk}&purpose=ask_report#answer"
    answers(people)
    assert row(people).url == (
        reverse("agencies:request_add", args=[people.seyi.pk])
        + f"?agency={people.speech.pk}&kind=report"
    )


def test_an_agency_that_only_has_the_referral_owes_nothing(people: Cast) -> None:
    seen_by_theo(people, on=date(2026, 12, 1))
    assert chase_of(people.seyi, people.sam, TODAY) == ()


def test_a_request_that_was_closed_is_not_expected_again_until_they_see_the_child(
    people: Cast,
) -> None:
    seen = seen_by_theo(people)
    close_request(request=asked(people), because="They write no reports", by=STORY)
    assert chase_of(people.seyi, people.sam, TODAY) == ()
    seen.last_seen_on = date(2026, 11, 30)
    seen.record(by=STORY, why="Seen again")
    assert row(people, date(2026, 12, 1)).step is ChaseStep.RAISE


def test_chased_again_and_again_until_the_parents_are_asked(people: Cast) -> None:
    """C7, C7.1: the dates are kept, and each next step follows from them."""
    request = asked(people)
    assert row(people, date(2026, 11, 1)).step is ChaseStep.WAIT
    assert (row(people).state, row(people).pill) == (ChaseState.CHASE, "Chase: 7 weeks")
    for on in (date(2026, 11, 2), date(2026, 11, 23)):
        mark_chased(request=request, chased_on=on, how="Letter by post", by=STORY)
    assert row(people).step is ChaseStep.WAIT
    later = date(2026, 12, 14)
    found = row(people, later)
    assert found.step is ChaseStep.ASK_PARENTS
    assert found.url == reverse("agencies:request_parents_asked", args=[people.seyi.pk, request.pk])
    about = {"contact": people.priya, "asked_on": TODAY, "how": "At pick-up", "by": STORY}
    ask_parents(request=request, **about)
    assert row(people, later).step is ChaseStep.CHASE
    assert row(people, later).known == (
        "Asked Mon 5 Oct, chased Mon 2 Nov and Mon 23 Nov. Parents asked for their copy Mon 23 Nov."
    )


def test_a_parents_copy_is_marked_as_theirs_then_read_then_used(people: Cast) -> None:
    """C7.1"""
    asked(people)
    report = came(people, received_from="parent")
    found = row(people)
    assert (found.state, found.step) == (ChaseState.PARENTS_COPY, ChaseStep.READ)
    assert found.url == reverse("agencies:recommendations", args=[people.seyi.pk, report.pk])
    values = {"kind": "strategy", "words": "Say the name, then wait", "page": "3"}
    add_recommendation(report=report, values=values, by=STORY)
    assert row(people).step is ChaseStep.USE


def test_an_old_report_asks_for_a_new_one_and_then_waits_for_it(people: Cast) -> None:
    came(people, dated_on=date(2025, 11, 3))
    found = row(people)
    assert (found.state, found.step) == (ChaseState.OUT_OF_DATE, ChaseStep.RENEW)
    assert found.url.endswith(f"?agency={people.speech.pk}&kind=observation")
    ReportRequest(
        child=people.seyi,
        agency=people.speech,
        kind="observation",
        because="The report is old",
        raised_on=TODAY,
    ).record(by=STORY)
    states = [row.state for row in chase_of(people.seyi, people.sam, TODAY)]
    assert states == [ChaseState.NEEDS_CONSENT, ChaseState.OUT_OF_DATE]


def test_an_objection_leads_to_the_decision_about_it(people: Cast) -> None:
    """C7"""
    seen_by_theo(people)
    answers(people)
    objection = refuses(people, father(people))
    found = row(people)
    assert (found.state, found.step) == (ChaseState.NEEDS_CONSENT, ChaseStep.DECIDE)
    page = reverse("agencies:consent_set_aside", args=[people.seyi.pk, objection.pk])
    assert found.url == page
    (for_kemi,) = chase_of(people.seyi, people.kemi, TODAY)
    assert for_kemi.url == ""


def test_when_to_chase_is_data_of_the_ruleset(people: Cast) -> None:
    chase = {"first_after_days": 70, "then_every_days": 7}
    RuleSet(
        code="default",
        version="2026-10",
        name="Harrowby",
        from_on=date(2026, 10, 1),
        data={**to_data(DEFAULT), "chase": chase, "report_out_of_date_months": 1},
    ).record(by=STORY)
    asked(people)
    assert row(people).state is ChaseState.ASKED
    assert row(people, date(2026, 12, 14)).state is ChaseState.CHASE
    came(people)
    assert row(people).state is ChaseState.OUT_OF_DATE
    assert DEFAULT.chase.first_after_days == 28


def test_without_consent_nobody_is_chased(people: Cast) -> None:
    """C7: consent withdrawn between the page and the click."""
    request = asked(people)
    consent = people.seyi.consents.get()
    withdraw_consent(consent=consent, because="Changed her mind", by=STORY)
    with pytest.raises(Refused, match="withdrew consent"):
        mark_chased(request=request, chased_on=TODAY, how="Phone", by=STORY)
    assert not RequestStep.objects.exists()
    assert row(people).state is ChaseState.NEEDS_CONSENT


@pytest.mark.parametrize(
    ("on", "says"), [(date(2026, 11, 24), "still to come"), (date(2026, 10, 4), "was asked, on")]
)
def test_a_chase_on_a_day_that_cannot_be_right_is_refused(
    people: Cast, on: date, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        mark_chased(request=asked(people), chased_on=on, how="Phone", by=STORY)


def test_what_was_not_asked_is_not_chased(people: Cast) -> None:
    request = asked(people)
    request.asked_on = None
    request.record(by=STORY, why="Story")
    with pytest.raises(Refused, match="nothing to chase"):
        mark_chased(request=request, chased_on=TODAY, how="Phone", by=STORY)


def test_a_parent_who_is_barred_is_not_asked(people: Cast) -> None:
    request, tunde = asked(people), father(people)
    restrict(tunde, RestrictionKind.NO_INFORMATION)
    with pytest.raises(Refused, match="in the list") as refused:
        ask_parents(request=request, contact=tunde, asked_on=TODAY, how="Phone", by=STORY)
    assert "restrict" not in refused.value.sentence


def test_a_chase_sent_twice_is_recorded_once(people: Cast, browse: Browse) -> None:
    request, sam = asked(people), browse(people.sam)
    page = reverse("agencies:request_chased", args=[people.seyi.pk, request.pk])
    for _ in range(2):
        assert sam.post(page, {"chased_on": "today", "how": "Phone"}).status_code == 302
    assert RequestStep.objects.count() == 1
    listed = reverse("agencies:requests", args=[people.seyi.pk])
    assert "Chased Mon 23 Nov, Phone" in sam.get(listed).content.decode()


def test_the_form_says_why_the_agency_may_not_be_chased(people: Cast, browse: Browse) -> None:
    request, sam = asked(people), browse(people.sam)
    withdraw_consent(consent=people.seyi.consents.get(), because="No", by=STORY)
    page = reverse("agencies:request_chased", args=[people.seyi.pk, request.pk])
    for answer in (sam.get(page), sam.post(page, {"chased_on": "today", "how": "Phone"})):
        assert "Record a new consent first (C7)." in answer.content.decode()
    assert not RequestStep.objects.exists()


def test_the_list_shows_what_the_reader_sees_and_no_archived_record(
    people: Cast, browse: Browse
) -> None:
    seen_by_theo(people)
    page = reverse("agencies:chase")
    assert "Oluwaseyifunmi" in browse(people.kemi).get(page).content.decode()
    for other in (people.dele, people.olga):
        assert "Oluwaseyifunmi" not in browse(other).get(page).content.decode()
    ruths = browse(people.ruth).get(page).content.decode()
    assert "Oluwaseyifunmi" in ruths
    assert "For the SENCO" in ruths
    archive_child(child=people.seyi, left_on=TODAY, because="Moved", by=STORY)
    assert "Oluwaseyifunmi" not in browse(people.sam).get(page).content.decode()


def made(people: Cast, number: int) -> Child:
    one = child(people.orchard, f"Child {number:03}", "", date(2023, 2, 1), people.kemi)
    days = {"first_seen_on": TODAY - timedelta(days=number % 200)}
    one.involvements.model(child=one, agency=people.speech, **days).record(by=STORY)
    return one


def test_the_list_asks_the_same_number_of_queries_for_two_and_for_twelve_children(
    people: Cast, browse: Browse
) -> None:
    sam, counts = browse(people.sam), []
    for numbers in (range(2), range(2, 12)):
        for number in numbers:
            made(people, number)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert sam.get(reverse("agencies:chase")).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_nothing_is_cut_off_and_two_hundred_fit_a_page(people: Cast) -> None:
    for number in range(201):
        made(people, number)
    first = chase_page(people.sam, today=TODAY)
    second = chase_page(people.sam, today=TODAY, number=2)
    assert [first.found, len(first.page), len(second.page)] == [201, 200, 1]
    assert first.sections[0].count == 201
    oldest_first = [row.since for row in first.page]
    assert oldest_first == sorted(oldest_first)


def test_the_list_is_narrowed_by_room_and_agency(people: Cast, browse: Browse) -> None:
    seen_by_theo(people)
    sam, page = browse(people.sam), reverse("agencies:chase")
    assert "Seyi" in sam.get(page, {"room": people.orchard.pk}).content.decode()
    assert "Nothing found" in sam.get(page, {"room": people.meadow.pk}).content.decode()
    assert "Seyi" in sam.get(page, {"agency": people.speech.pk}).content.decode()
    assert "Seyi" in sam.get(page, {"agency": "nonsense"}).content.decode()
