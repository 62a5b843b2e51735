"""The record in a plan's facts: every entry of its own cycle, and nobody else's child."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Closure, Membership
from children.actions import press_mark
from children.models import AttendedSession, Mark, Session
from isp_portal.documents import actions, facts, queries
from isp_portal.documents.models import IssuedDocument
from plans.models import Cycle, Strategy, SupportPlan
from reviews import actions as reviews
from reviews.models import InterventionEntry
from reviews.rules.help import HelpLevel, NotDelivered
from tests.documents.plans import Written, corrected, finalised_plan
from tests.documents.reading import squeezed, text_of
from tests.people import STORY, Cast

pytestmark = pytest.mark.django_db
Browse = Callable[[Membership], Client]
TODAY = date(2026, 11, 23)


@pytest.fixture
def written(people: Cast) -> Written:
    return finalised_plan(people)


def saw(people: Cast, written: Written, on: date, **values: Any) -> InterventionEntry:
    """Kemi saw something: strategy 1 and the target, with some help."""
    lines = {written.strategies[0].line_key: HelpLevel.SOME}
    given: dict[str, Any] = {
        "child": people.seyi,
        "lines": lines | {written.target.line_key: HelpLevel.SOME},
        "what_we_saw": "Looked up when I said his name.",
        "seen_on": on,
        "seen_by": people.kemi,
        "form_token": uuid4(),
        "by": people.kemi.as_actor(),
    }
    return reviews.record_entry(**given | values)


def record_of(
    plan: SupportPlan, people: Cast, *, for_the_file: bool = False
) -> facts.InterventionRecord:
    found = queries.plan_facts(plan, None if for_the_file else people.priya, TODAY).record
    assert found is not None
    return found


def test_a_plan_newly_started_has_no_record(people: Cast, written: Written) -> None:
    assert queries.plan_facts(written.plan, people.priya, TODAY).record is None


def test_entries_stand_oldest_first_with_the_lines_as_the_plan_numbers_them(
    people: Cast, written: Written
) -> None:
    saw(people, written, date(2026, 11, 19), where_it_was="Garden", changed_next_time="Bells")
    saw(people, written, date(2026, 11, 5), tries={written.target.line_key: "4 of 6"})
    first, second = record_of(written.plan, people).seen
    assert (first.on, second.on) == (date(2026, 11, 5), date(2026, 11, 19))
    assert first.who == "Kemi"
    assert first.lines == ("1", "A")
    assert first.help == (facts.HelpGiven(level="some", lines=("1", "A")),)
    assert first.tries == ("A 4 of 6",)
    assert first.written_on == TODAY
    assert (second.where, second.next_time) == ("Garden", "Bells")


def test_a_day_on_which_nothing_was_done_says_why(people: Cast, written: Written) -> None:
    reviews.record_not_delivered(
        child=people.seyi,
        lines=[written.strategies[1].line_key],
        because=NotDelivered.STAFFING,
        words="Two of us for eleven children",
        seen_on=TODAY,
        seen_by=people.kemi,
        form_token=uuid4(),
        by=people.kemi.as_actor(),
    )
    (seen,) = record_of(written.plan, people).seen
    assert seen.not_delivered == "Not enough staff in the room. Two of us for eleven children"
    assert (seen.lines, seen.help, seen.written_on) == (("2",), (), None)


def test_what_one_parent_said_is_kept_for_the_childs_file(people: Cast, written: Written) -> None:
    saw(people, written, TODAY, note_from_home="Slept badly at his mother's.")
    assert record_of(written.plan, people).seen[0].from_home == ""
    assert record_of(written.plan, people, for_the_file=True).seen[0].from_home != ""


def test_an_entry_taken_back_is_not_on_the_paper(people: Cast, written: Written) -> None:
    entry = saw(people, written, TODAY)
    reviews.take_back_entry(entry=entry, by=people.kemi.as_actor())
    assert queries.plan_facts(written.plan, people.priya, TODAY).record is None


def test_a_line_that_a_new_version_left_out_is_named_as_old(people: Cast, written: Written) -> None:
    saw(people, written, date(2026, 11, 5))
    new = corrected(written)
    Strategy.objects.filter(pk=new.strategies[0].pk).update(removed_at=new.plan.finalised_at)
    record = record_of(new.plan, people)
    assert record.seen[0].lines == ("old 1", "A")
    assert record.old_lines == (
        facts.OldLine(label="old 1", words="Say his name and wait until he looks"),
    )


def test_sessions_are_counted_up_to_the_latest_entry_and_unmarked_ones_are_unknown(
    people: Cast, written: Written
) -> None:
    AttendedSession(
        child=people.seyi, weekday=3, session=Session.MORNING, from_on=date(2026, 9, 1)
    ).record(by=STORY)
    press_mark(
        child=people.seyi, on=date(2026, 11, 5), session=Session.MORNING, mark=Mark.IN, by=STORY
    )
    saw(people, written, date(2026, 11, 12))
    record = record_of(written.plan, people)
    assert record.last_on == date(2026, 11, 12)
    assert (record.attended, record.possible, record.unknown) == (1, 2, 1)


def test_closures_between_the_entries_are_in_the_facts(people: Cast, written: Written) -> None:
    for first, last in [((2026, 11, 9), (2026, 11, 10)), ((2026, 12, 21), (2027, 1, 1))]:
        Closure(
            setting=people.acorns, first_on=date(*first), last_on=date(*last), name="Closed"
        ).record(by=STORY)
    saw(people, written, TODAY)
    record = record_of(written.plan, people)
    assert record.closed == (
        facts.ClosedDays(first_on=date(2026, 11, 9), last_on=date(2026, 11, 10)),
    )


def test_a_plan_shows_the_record_of_its_own_cycle_when_that_is_over(
    people: Cast, written: Written
) -> None:
    saw(people, written, date(2026, 11, 12))
    cycle = Cycle.objects.get(pk=written.plan.cycle_id)
    cycle.closed_on = date(2026, 11, 20)
    cycle.record(by=STORY)
    nxt = Cycle(child=people.seyi, number=2, starts_on=date(2026, 11, 20)).record(by=STORY)
    later = saw(people, written, TODAY)
    assert later.cycle == nxt
    record = record_of(SupportPlan.objects.get(pk=written.plan.pk), people)
    assert [seen.on for seen in record.seen] == [date(2026, 11, 12)]
    assert record.last_on == date(2026, 11, 20)


def test_the_same_entries_issued_on_a_later_day_are_the_same_copy(
    people: Cast, written: Written
) -> None:
    saw(people, written, TODAY)
    by = people.sam.as_actor()
    first = actions.issue_plan(plan=written.plan, recipient=people.priya, by=by)
    with time_machine.travel("2026-11-30 10:00:00+00:00"):
        assert actions.issue_plan(plan=written.plan, recipient=people.priya, by=by) == first
        saw(people, written, date(2026, 11, 30))
        second = actions.issue_plan(plan=written.plan, recipient=people.priya, by=by)
    assert second != first
    assert squeezed("Two entries: strategy 1, two; strategy 2, none") in text_of(
        queries.file_of(second)
    )


def test_a_copy_issued_before_records_were_printed_is_still_the_copy_held(
    people: Cast, written: Written
) -> None:
    by = people.sam.as_actor()
    first = actions.issue_plan(plan=written.plan, recipient=people.priya, by=by)
    older = first.facts.replace(',"record":null', "")
    assert older != first.facts
    IssuedDocument.objects.filter(pk=first.pk).update(facts=older, facts_sha256="0" * 64)
    assert facts.from_json(facts.PlanPaper, older).record is None
    assert actions.issue_plan(plan=written.plan, recipient=people.priya, by=by) == first


def test_no_other_child_is_named_on_the_paper(people: Cast, written: Written) -> None:
    saw(people, written, TODAY)
    document = actions.issue_plan(
        plan=written.plan, recipient=people.priya, by=people.sam.as_actor()
    )
    words = text_of(queries.file_of(document))
    assert squeezed("Zofia") not in words
    assert squeezed("Dele") not in words


def queries_to_gather(people: Cast, plan: SupportPlan) -> int:
    fresh = SupportPlan.objects.select_related("cycle", "child__setting").get(pk=plan.pk)
    with CaptureQueriesContext(connection) as caught:
        queries.plan_facts(fresh, people.priya, TODAY)
    return len(caught)


def test_more_entries_ask_for_no_more_queries(people: Cast, written: Written) -> None:
    saw(people, written, date(2026, 11, 3))
    few = queries_to_gather(people, written.plan)
    for n in range(4, 14):
        saw(people, written, date(2026, 11, 3) + timedelta(days=n))
    assert queries_to_gather(people, written.plan) == few


def test_the_print_view_holds_the_record(people: Cast, written: Written, browse: Browse) -> None:
    saw(people, written, TODAY)
    address = reverse("documents:print_view", args=[written.plan.pk])
    assert "Looked up when I said his name." in browse(people.sam).get(address).content.decode()
