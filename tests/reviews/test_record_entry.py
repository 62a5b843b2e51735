"""Recording an entry: once per form, about lines of the plan in force, on a day of the cycle (C8)."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from accounts.rules.refusal import Refused
from children.actions import archive_child
from plans import actions as plans
from plans.models import Cycle, SupportPlan
from reviews import actions
from reviews.models import EntryLine, InterventionEntry
from reviews.rules.help import HelpLevel, NotDelivered
from tests.people import STORY, Cast
from tests.plans import stories
from tests.reviews.given import BEGAN, TODAY, entry, in_force, keys, plan_now


def refused(people: Cast, **values: Any) -> Refused:
    with pytest.raises(Refused) as refusal:
        entry(people, **values)
    assert not InterventionEntry.objects.exists()
    return refusal.value


def test_c8_an_entry_is_kept_with_its_lines_its_cycle_and_who_wrote_it(people: Cast) -> None:
    now = plan_now(people)
    strategy, target = keys(now)
    made = entry(people, lines={strategy: HelpLevel.SOME, target: HelpLevel.ALONE})
    assert made.cycle == now.plan.cycle
    assert {(row.line_key, row.help_level) for row in made.lines.all()} == {
        (strategy, "some"),
        (target, "alone"),
    }
    assert made.history.get().actor_label == "Kemi Adebayo"
    assert EntryLine.history.count() == 2
    assert not made.is_late


def test_three_hundred_sends_of_one_form_make_one_entry(people: Cast) -> None:
    plan_now(people)
    token = uuid4()
    made = {entry(people, form_token=token).pk for _ in range(300)}
    assert len(made) == InterventionEntry.objects.count() == EntryLine.objects.count() == 1
    assert InterventionEntry.history.count() == 1


def test_another_form_makes_another_entry(people: Cast) -> None:
    plan_now(people)
    assert entry(people).pk != entry(people).pk


def test_an_entry_of_a_day_to_come_is_refused(people: Cast) -> None:
    plan_now(people)
    assert refused(people, seen_on=date(2026, 11, 24)).field == "seen_on"


def test_an_entry_before_the_cycle_begins_is_refused(people: Cast) -> None:
    plan_now(people)
    assert "Mon 5 Oct" in refused(people, seen_on=date(2026, 10, 4)).sentence
    assert entry(people, seen_on=BEGAN).is_late


def test_without_a_finalised_plan_nothing_is_recorded(people: Cast) -> None:
    stories.complete(people, BEGAN)
    assert "no finalised plan" in refused(people, lines={}).sentence


def test_a_line_that_is_not_in_the_plan_is_refused(people: Cast) -> None:
    plan_now(people)
    assert refused(people, lines={uuid4(): HelpLevel.SOME}).field == "lines"


def test_a_line_of_another_childs_plan_is_refused(people: Cast) -> None:
    plan_now(people)
    other = plans.start_plan(child=people.zofia, starts_on=BEGAN, by=STORY)
    line = plans.add_strategy(plan=other, line_key=uuid4(), by=STORY)
    assert refused(people, lines={line.line_key: HelpLevel.SOME}).field == "lines"


def test_a_line_that_a_correction_took_off_is_refused(people: Cast) -> None:
    key = keys(plan_now(people))[1]
    corrected(people, take_off_targets=True)
    assert refused(people, lines={key: HelpLevel.SOME}).field == "lines"


def corrected(people: Cast, *, take_off_targets: bool = False) -> SupportPlan:
    """A second version of the plan in force, finalised."""
    plan = plans.correct_plan(
        plan=in_force(people).plan, because="A word was wrong", by=people.kemi.as_actor()
    )
    if take_off_targets:
        for line in plan.target_lines.all():
            plans.remove_line(line=line, by=people.kemi.as_actor())
        stories.strategy(plan, people)
    return plans.finalise_plan(plan=stories.agreed(people, plan), by=people.sam.as_actor())


def test_after_a_correction_an_entry_is_about_the_line_of_the_new_version(people: Cast) -> None:
    now = plan_now(people)
    before = entry(people)
    corrected(people)
    after = entry(people)
    old, new = before.lines.get(), after.lines.get()
    assert old.line_key == new.line_key
    assert (old.strategy.plan.version, new.strategy.plan.version) == (1, 2)
    assert before.cycle == after.cycle == now.plan.cycle


def test_an_entry_that_says_nothing_is_refused(people: Cast) -> None:
    plan_now(people)
    assert refused(people, lines={}, what_we_saw="  ").field == "what_we_saw"
    assert entry(people, lines={}).lines.count() == 0


def test_a_closed_cycle_takes_no_more_entries(people: Cast) -> None:
    close_cycle(people)
    assert "ended on" in refused(people).sentence


def close_cycle(people: Cast) -> Cycle:
    cycle = plan_now(people).plan.cycle
    cycle.closed_on = date(2026, 11, 20)
    return cycle.record(by=STORY)


def test_after_the_review_an_entry_belongs_to_the_new_cycle(people: Cast) -> None:
    old = close_cycle(people)
    new = Cycle(child=people.seyi, number=2, starts_on=date(2026, 11, 20)).record(by=STORY)
    made = entry(people)
    assert made.cycle == new != old


def test_an_archived_child_has_no_new_entries(people: Cast) -> None:
    plan_now(people)
    archive_child(child=people.seyi, left_on=TODAY, because="Moved", by=STORY)
    assert "archived" in refused(people).sentence


def test_somebody_of_another_setting_cannot_have_seen_it(people: Cast) -> None:
    plan_now(people)
    assert refused(people, seen_by=people.olga).field == "seen_by"
    assert refused(people, seen_by=people.lee).field == "seen_by"


def test_another_member_of_staff_saw_it_and_kemi_wrote_it_down(people: Cast) -> None:
    plan_now(people)
    made = entry(people, seen_by=people.hannah)
    assert (str(made.seen_by), made.history.get().actor_label) == ("Hannah Price", "Kemi Adebayo")


def not_delivered(people: Cast, **values: Any) -> InterventionEntry:
    given: dict[str, Any] = {
        "child": people.seyi,
        "lines": keys(in_force(people)),
        "because": NotDelivered.STAFFING,
        "words": "Two of us until 11.",
        "seen_on": TODAY,
        "seen_by": people.kemi,
        "form_token": uuid4(),
        "by": people.kemi.as_actor(),
    }
    return actions.record_not_delivered(**{**given, **values})


def test_what_did_not_happen_is_kept_with_its_reason(people: Cast) -> None:
    plan_now(people)
    made = not_delivered(people)
    assert made.get_not_delivered_because_display() == "Not enough staff in the room"
    assert [row.help_level for row in made.lines.all()] == ["", ""]


def test_what_did_not_happen_needs_a_line_and_a_day_that_has_been(people: Cast) -> None:
    plan_now(people)
    for values in ({"lines": []}, {"seen_on": date(2026, 11, 24)}, {"lines": [uuid4()]}):
        with pytest.raises(Refused):
            not_delivered(people, **values)
    assert not InterventionEntry.objects.exists()
