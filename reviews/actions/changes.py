"""Changing an entry, taking it back and putting it back: every step stays in its history."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import Membership
from accounts.rules.actor import Actor
from children.policies import check_works_here
from reviews.models import InterventionEntry
from reviews.policies import (
    check_can_change_entry,
    check_can_record,
    check_can_take_back,
    check_has_been,
    check_lines_stand,
    check_says_something,
    cycle_on,
)
from reviews.queries.standing import Standing, standing_lines
from reviews.rules.help import HelpLevel

from .entries import write_lines


@transaction.atomic
def change_entry(
    *,
    entry: InterventionEntry,
    lines: Mapping[UUID, HelpLevel],
    what_we_saw: str,
    seen_on: date,
    seen_by: Membership,
    seen_version: int,
    by: Actor,
    **more: str,
) -> InterventionEntry:
    """Changes an entry; what it said before stays in its history. `more`: session, where, and notes.

    Lines that it was about already may stay, whether or not they still stand in the plan.
    `StaleVersion` when somebody else saved first; else refused as a new entry is.
    """
    check_says_something(lines, what_we_saw)
    entry = _held(entry)
    check_can_change_entry(entry)
    now = standing_lines(entry.child)
    check_can_record(entry.child, now.plan if now else None)
    assert now is not None
    today = timezone.localdate()
    check_has_been(seen_on, today)
    check_works_here(entry.child.setting_id, seen_by, seen_on, "seen_by")
    if seen_on != entry.seen_on:
        entry.cycle = cycle_on(now.plan, seen_on, today)
    values: dict[str, Any] = {**more, "what_we_saw": what_we_saw, "seen_on": seen_on}
    for name, value in {**values, "seen_by": seen_by}.items():
        setattr(entry, name, value)
    entry.record(by=by, why="Changed", seen_version=seen_version)
    _change_lines(entry, lines, now, by)
    return entry


def _change_lines(
    entry: InterventionEntry, lines: Mapping[UUID, HelpLevel], now: Standing, by: Actor
) -> None:
    stored = {row.line_key: row for row in entry.lines.all()}
    check_lines_stand(set(lines) - set(stored), now.keys)
    for key, row in stored.items():
        if key not in lines:
            row.remove(by=by, why="Taken off the entry")
        elif row.help_level != lines[key].value:
            row.help_level = lines[key].value
            row.record(by=by, why="Changed")
    added = {key: level.value for key, level in lines.items() if key not in stored}
    write_lines(entry, now, added, by, {})


@transaction.atomic
def take_back_entry(*, entry: InterventionEntry, by: Actor) -> InterventionEntry:
    """Takes an entry out of the record, with its words kept. Taken back already: nothing happens."""
    entry = _held(entry)
    check_can_take_back(entry)
    if entry.taken_back_at:
        return entry
    entry.taken_back_at, entry.taken_back_by = timezone.now(), by.label
    return entry.record(by=by, why="Taken back")


@transaction.atomic
def put_back_entry(*, entry: InterventionEntry, by: Actor) -> InterventionEntry:
    """Puts an entry that was taken back into the record again."""
    entry = _held(entry)
    check_can_take_back(entry)
    if entry.taken_back_at is None:
        return entry
    entry.taken_back_at, entry.taken_back_by = None, ""
    return entry.record(by=by, why="Put back")


def _held(entry: InterventionEntry) -> InterventionEntry:
    held = InterventionEntry.objects.select_for_update(of=("self",))
    return held.select_related("child", "cycle").get(pk=entry.pk)
