"""The areas of need: which are recorded, and which of them is the primary one."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from accounts.models import StaleVersion
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import AreaOfNeed, Child, ChildNeed
from children.policies import check_can_change
from children.queries import fingerprint

from .facts import facts_changed
from .periods import day_before


@transaction.atomic
def record_needs(
    *, child: Child, areas: Collection[AreaOfNeed], primary: AreaOfNeed, seen: str, by: Actor
) -> None:
    """Makes `areas` the recorded areas from today, `primary` the first of them.

    An area left out ends yesterday and stays on record. `seen` is the fingerprint of the open rows
    that the person was looking at: `StaleVersion` when they have moved on. `Refused` without an
    area, or with a primary area that is not one of them.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_change(child)
    if primary not in areas:
        raise Refused("The primary area is one of the ticked areas.", "primary")
    open_rows = list(child.needs.filter(until_on__isnull=True))
    if fingerprint(open_rows) != seen:
        raise StaleVersion(child)
    _end_left_out(open_rows, areas, by)
    kept = [row for row in open_rows if row.area in areas]
    _choose_primary(kept, primary, by)
    _begin_new(child, set(areas) - {row.area for row in kept}, primary, by)
    facts_changed(child, by)


def _end_left_out(rows: list[ChildNeed], areas: Collection[AreaOfNeed], by: Actor) -> None:
    for row in rows:
        if row.area not in areas:
            row.until_on = day_before(timezone.localdate())
            row.record(by=by, why="No longer an area of need")


def _choose_primary(rows: list[ChildNeed], primary: AreaOfNeed, by: Actor) -> None:
    """The old primary steps down before the new one steps up: there is never a second."""
    for row in sorted(rows, key=lambda row: row.area == primary):
        if row.is_primary != (row.area == primary):
            row.is_primary = row.area == primary
            row.record(by=by, why="Primary area chosen")


def _begin_new(child: Child, areas: set[AreaOfNeed], primary: AreaOfNeed, by: Actor) -> None:
    today = timezone.localdate()
    ChildNeed.record_new(
        [
            ChildNeed(child=child, area=area, is_primary=area == primary, from_on=today)
            for area in sorted(areas)
        ],
        by=by,
        why="Area of need recorded",
    )
