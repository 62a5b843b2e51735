"""Agencies' visits in the setting's diary: planned, changed, called off."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from agencies.models import AgencyVisit
from agencies.policies.visits import check_can_change_visit, check_can_visit
from children.models import Child

WHEN_AND_WHERE = ("on", "at", "place")


@transaction.atomic
def plan_visit(*, child: Child, values: dict[str, Any], by: Actor) -> AgencyVisit:
    """Writes a visit down. `Refused` for another setting's agency, a day past or over a year ahead."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_visit(
        child, values["agency"], values["professional"], values["on"], timezone.localdate()
    )
    return AgencyVisit(child=child, **values).record(by=by, why="Planned")


@transaction.atomic
def change_visit(
    *, visit: AgencyVisit, values: dict[str, Any], seen_version: int, by: Actor
) -> AgencyVisit:
    """Another day, time or place: calendars that know of it move it. `Refused` once it is past."""
    today = timezone.localdate()
    stored = AgencyVisit.objects.select_for_update().get(pk=visit.pk)
    check_can_change_visit(stored, today)
    check_can_visit(stored.child, values["agency"], values["professional"], values["on"], today)
    changed = [name for name, value in values.items() if getattr(stored, name) != value]
    for name in changed:
        setattr(stored, name, values[name])
    stored.calendar_sequence += any(name in WHEN_AND_WHERE for name in changed)
    return stored.record(by=by, why="Changed", seen_version=seen_version)


@transaction.atomic
def call_off_visit(
    *, visit: AgencyVisit, called_off_because: str, seen_version: int, by: Actor
) -> AgencyVisit:
    """The visit does not take place. It stays on the record with the reason."""
    stored = AgencyVisit.objects.select_for_update().get(pk=visit.pk)
    check_can_change_visit(stored, timezone.localdate())
    stored.called_off_on = timezone.localdate()
    stored.called_off_because = called_off_because
    stored.calendar_sequence += 1
    return stored.record(by=by, why="Called off", seen_version=seen_version)
