"""Writing group provision maps. Each change works out afresh the answer of every child named (C2.1)."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import EarlyYearsSetting
from accounts.rules.actor import Actor
from children.actions import facts_changed
from children.models import Child
from plans.models import GroupProvisionChild, GroupProvisionMap, GroupProvisionRow
from plans.policies.group_maps import (
    check_can_change_row,
    check_can_name_children,
    check_map_can_end,
    check_map_changes,
    check_row_fits_map,
)


@transaction.atomic
def add_group_map(
    *, setting: EarlyYearsSetting, values: dict[str, Any], by: Actor
) -> GroupProvisionMap:
    """Begins a map: its title and its period."""
    return GroupProvisionMap(setting=setting, **values).record(by=by, why="Added")


@transaction.atomic
def change_group_map(
    *, group_map: GroupProvisionMap, values: dict[str, Any], seen_version: int, by: Actor
) -> GroupProvisionMap:
    """Changes title or period. `StaleVersion` when somebody else saved first."""
    check_map_changes(group_map)
    for name, value in values.items():
        setattr(group_map, name, value)
    group_map.record(by=by, why="Changed", seen_version=seen_version)
    _tell(_named_on(group_map), by)
    return group_map


@transaction.atomic
def end_group_map(*, group_map: GroupProvisionMap, by: Actor) -> GroupProvisionMap:
    """The map ran up to yesterday: from today it exempts nobody. Its rows stay to be read."""
    today = timezone.localdate()
    check_map_can_end(group_map, today)
    group_map.ends_on = max(today - timedelta(days=1), group_map.starts_on)
    group_map.record(by=by, why="Ended")
    _tell(_named_on(group_map), by)
    return group_map


@transaction.atomic
def add_group_row(
    *, group_map: GroupProvisionMap, values: dict[str, Any], children: Iterable[Child], by: Actor
) -> GroupProvisionRow:
    """Adds an intervention and the children that it names. `Refused` for another setting's child."""
    named = list(children)
    check_map_changes(group_map)
    check_can_name_children(group_map, named)
    check_row_fits_map(group_map, values["starts_on"], values["ends_on"])
    row = GroupProvisionRow(group_map=group_map, **values).record(by=by, why="Added")
    for child in named:
        GroupProvisionChild(row=row, child=child).record(by=by, why="Named")
    _tell(named, by)
    return row


@transaction.atomic
def change_group_row(
    *,
    row: GroupProvisionRow,
    values: dict[str, Any],
    children: Iterable[Child],
    seen_version: int,
    by: Actor,
) -> GroupProvisionRow:
    """Changes an intervention, or the children that it names; who is taken off stays in history."""
    wanted = {child.pk: child for child in children}
    check_can_change_row(row)
    check_can_name_children(row.group_map, wanted.values())
    check_row_fits_map(row.group_map, values["starts_on"], values["ends_on"])
    for name, value in values.items():
        setattr(row, name, value)
    row.record(by=by, why="Changed", seen_version=seen_version)
    standing = {named.child_id: named for named in _standing(row)}
    for named in standing.values():
        if named.child_id not in wanted:
            named.removed_on = timezone.localdate()
            named.record(by=by, why="Taken off")
    for child in wanted.values():
        if child.pk not in standing:
            GroupProvisionChild(row=row, child=child).record(by=by, why="Named")
    _tell({**{named.child_id: named.child for named in standing.values()}, **wanted}.values(), by)
    return row


@transaction.atomic
def remove_group_row(*, row: GroupProvisionRow, by: Actor) -> GroupProvisionRow:
    """Takes an intervention off the map from today; it stays in history."""
    check_can_change_row(row)
    row.removed_on = timezone.localdate()
    row.record(by=by, why="Taken off")
    _tell([named.child for named in _standing(row)], by)
    return row


def _standing(row: GroupProvisionRow) -> list[GroupProvisionChild]:
    named = GroupProvisionChild.objects.filter(row=row, removed_on__isnull=True)
    return list(named.select_related("child"))


def _named_on(group_map: GroupProvisionMap) -> Iterable[Child]:
    named = GroupProvisionChild.objects.filter(row__group_map=group_map, removed_on__isnull=True)
    return {row.child_id: row.child for row in named.select_related("child")}.values()


def _tell(children: Iterable[Child], by: Actor) -> None:
    for child in children:
        facts_changed(child, by)
