"""Changing an entry, taking it back, putting it back: nothing is ever lost from its history."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from accounts.models import StaleVersion
from accounts.rules.refusal import Refused
from reviews import actions
from reviews.models import InterventionEntry
from reviews.policies import can_change_entry, can_take_back
from reviews.rules.help import HelpLevel
from tests.people import STORY, Cast
from tests.reviews.given import TODAY, entry, keys, plan_now


def change(people: Cast, made: InterventionEntry, **values: Any) -> InterventionEntry:
    given: dict[str, Any] = {
        "lines": {row.line_key: HelpLevel(row.help_level) for row in made.lines.all()},
        "what_we_saw": made.what_we_saw,
        "seen_on": made.seen_on,
        "seen_by": made.seen_by,
        "seen_version": made.row_version,
        "by": people.kemi.as_actor(),
    }
    return actions.change_entry(entry=made, **{**given, **values})


def test_a_change_keeps_what_was_written_before(people: Cast) -> None:
    now = plan_now(people)
    _strategy, target = keys(now)
    made = entry(people)
    change(people, made, what_we_saw="Twice.", lines={target: HelpLevel.ALONE}, where_it_was="Hall")
    stored = InterventionEntry.objects.get(pk=made.pk)
    assert (stored.what_we_saw, stored.where_it_was) == ("Twice.", "Hall")
    assert [(row.line_key, row.help_level) for row in stored.lines.all()] == [(target, "alone")]
    assert [row.what_we_saw for row in stored.history.all()] == ["Twice.", made.what_we_saw]


def test_a_changed_help_level_is_in_the_lines_history(people: Cast) -> None:
    strategy = keys(plan_now(people))[0]
    made = entry(people)
    change(people, made, lines={strategy: HelpLevel.ALONE})
    line = made.lines.get()
    assert [row.help_level for row in line.history.all()] == ["alone", "some"]


def test_of_two_who_change_one_entry_the_second_is_told(people: Cast) -> None:
    plan_now(people)
    made = entry(people)
    change(people, made, what_we_saw="Kemi's words")
    with pytest.raises(StaleVersion):
        change(people, made, what_we_saw="Hannah's words", seen_version=1, lines={})
    stored = InterventionEntry.objects.get(pk=made.pk)
    assert (stored.what_we_saw, stored.lines.count()) == ("Kemi's words", 1)


def test_a_change_is_refused_where_a_new_entry_is(people: Cast) -> None:
    plan_now(people)
    made = entry(people)
    for values in (
        {"seen_on": date(2026, 11, 24)},
        {"seen_on": date(2026, 10, 4)},
        {"lines": {uuid4(): HelpLevel.SOME}},
        {"lines": {}, "what_we_saw": ""},
        {"seen_by": people.olga},
    ):
        with pytest.raises(Refused):
            change(people, made, **values)
    assert InterventionEntry.objects.get().row_version == 1


def test_an_entry_is_taken_back_and_put_back_with_its_words(people: Cast) -> None:
    plan_now(people)
    made = entry(people)
    gone = actions.take_back_entry(entry=made, by=people.kemi.as_actor())
    assert gone.taken_back_by == "Kemi Adebayo"
    assert list(InterventionEntry.objects.standing()) == []
    actions.take_back_entry(entry=made, by=people.kemi.as_actor())
    actions.put_back_entry(entry=made, by=people.kemi.as_actor())
    assert InterventionEntry.objects.standing().get().what_we_saw == made.what_we_saw
    reasons = [row.history_change_reason for row in made.history.all()]
    assert reasons == ["Put back", "Taken back", "Recorded"]


def test_an_entry_that_was_taken_back_does_not_change(people: Cast) -> None:
    plan_now(people)
    gone = actions.take_back_entry(entry=entry(people), by=STORY)
    assert not can_change_entry(gone)
    with pytest.raises(Refused, match="Put it back first"):
        change(people, gone)


def test_after_the_review_the_record_does_not_change(people: Cast) -> None:
    cycle = plan_now(people).plan.cycle
    made = entry(people)
    cycle.closed_on = TODAY
    cycle.record(by=STORY)
    made = InterventionEntry.objects.get()
    assert (can_change_entry(made), can_take_back(made)) == (False, False)
    for act in (actions.take_back_entry, actions.put_back_entry):
        with pytest.raises(Refused, match="review of this cycle has been held"):
            act(entry=made, by=STORY)
    with pytest.raises(Refused, match="review of this cycle has been held"):
        change(people, made)
