"""The child's path: graduated response levels, and a stage that differs from the birthday's."""

from datetime import date

from django.db import transaction

from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import Child, LevelRecord, StageOverrideRecord
from children.policies import check_can_change
from children.rules import Stage

from .facts import facts_changed
from .periods import end_before


@transaction.atomic
def record_level(
    *, child: Child, level: str, from_on: date, because: str, by: Actor
) -> LevelRecord:
    """Records the level from a day. A second record for one day corrects the first."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_change(child)
    row = child.levels.filter(from_on=from_on).first()
    row = row or LevelRecord(child=child, from_on=from_on)
    row.level, row.because = level, because
    row.record(by=by, why=because or "Level recorded")
    facts_changed(child, by)
    return row


@transaction.atomic
def override_stage(
    *,
    child: Child,
    stage: Stage,
    because: str,
    agreed_by: str,
    from_on: date,
    until_on: date | None,
    by: Actor,
) -> StageOverrideRecord:
    """The stage that the child attends from a day, until another or for good (C1, C2).

    Ends an override that is still running the day before; one that began on the same day is
    corrected instead. `Refused` when the last day is before the first.
    """
    if until_on and until_on < from_on:
        raise Refused("The last day is before the first.", "until_on")
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_change(child)
    row = child.stage_overrides.filter(from_on=from_on).first()
    for older in child.stage_overrides.filter(from_on__lt=from_on):
        if older.until_on is None or older.until_on >= from_on:
            end_before(older, from_on, by=by, why="Another stage was agreed")
    row = row or StageOverrideRecord(child=child, from_on=from_on)
    row.stage, row.because, row.agreed_by, row.until_on = stage.value, because, agreed_by, until_on
    row.record(by=by, why=because)
    facts_changed(child, by)
    return row


@transaction.atomic
def end_stage_override(
    *, override: StageOverrideRecord, until_on: date, why: str, seen_version: int, by: Actor
) -> None:
    """Sets the last day of an override, included. `Refused` before its first day."""
    check_can_change(override.child)
    if until_on < override.from_on:
        raise Refused("The last day is before the first.", "until_on")
    override.until_on = until_on
    override.record(by=by, why=why, seen_version=seen_version)
    facts_changed(override.child, by)
