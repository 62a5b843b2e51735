"""Group provision maps as pages show them: only children that the member may see are named."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch

from accounts.models import Membership
from accounts.rules.roles import Permission
from children.models import Child
from plans.models import GroupProvisionChild, GroupProvisionMap, GroupProvisionRow
from plans.rules.group_sessions import GroupDays, GroupState, group_state, sessions_planned
from plans.rules.window import Calendar

from .group_counts import Count, Counts, areas_not_covered, calendar_to_count_by, counts_of


@dataclass(frozen=True, slots=True)
class MapLine:
    """A map in the list, with the count of its rows."""

    group_map: GroupProvisionMap
    rows: int
    is_running: bool
    is_over: bool


@dataclass(frozen=True, slots=True)
class ChildPart:
    """A child of a row: came to how many of the sessions in which somebody marked it; and where maps
    cover its needs only in part, the areas that no live row covers (C2.1)."""

    named: GroupProvisionChild
    sessions_attended: int
    sessions_marked: int
    areas_not_covered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowPart:
    """A row with the children it names that this member may see, and how many more there are.

    `sessions_planned` is by today, on the setting's own calendar; `sessions_in_all` by its end.
    """

    row: GroupProvisionRow
    named: tuple[GroupProvisionChild, ...]
    others: int
    is_live: bool
    sessions_held: int
    sessions_planned: int
    last_held_on: date | None
    state: GroupState
    children: tuple[ChildPart, ...]

    @property
    def sessions_in_all(self) -> int:
        return self.row.times_a_week * self.row.weeks


@dataclass(frozen=True, slots=True)
class MapPage:
    group_map: GroupProvisionMap
    rows: tuple[RowPart, ...]
    is_running: bool
    may_manage: bool
    may_record: bool

    @property
    def children(self) -> list[Child]:
        return [named.child for part in self.rows for named in part.named]

    @property
    def has_begun(self) -> bool:
        return any(part.state is not GroupState.TO_COME for part in self.rows)

    @property
    def quiet(self) -> list[RowPart]:
        return [part for part in self.rows if part.state is GroupState.QUIET]

    @property
    def to_measure(self) -> list[RowPart]:
        return [part for part in self.rows if part.state is GroupState.TO_MEASURE]


def group_map_lines(membership: Membership, today: date) -> tuple[MapLine, ...]:
    """Every map of the setting, the newest first."""
    standing = GroupProvisionRow.objects.filter(removed_on__isnull=True)
    maps = GroupProvisionMap.objects.visible_to(membership)
    return tuple(
        MapLine(
            found,
            len(found.rows.all()),
            found.starts_on <= today <= found.ends_on,
            found.ends_on < today,
        )
        for found in maps.prefetch_related(Prefetch("rows", queryset=standing))
    )


def group_map_page(group_map: GroupProvisionMap, membership: Membership, today: date) -> MapPage:
    """One map with its rows, in a fixed number of queries."""
    visible = set(Child.objects.visible_to(membership).values_list("pk", flat=True))
    named = GroupProvisionChild.objects.filter(removed_on__isnull=True).select_related("child")
    rows = GroupProvisionRow.objects.filter(group_map=group_map, removed_on__isnull=True)
    found = rows.select_related("group_map").prefetch_related(
        Prefetch("named_children", queryset=named)
    )
    reading = _Reading(
        visible,
        calendar_to_count_by(group_map.setting),
        counts_of(rows),
        areas_not_covered(rows, today),
        today,
    )
    return MapPage(
        group_map,
        tuple(_part(row, reading) for row in found),
        group_map.starts_on <= today <= group_map.ends_on,
        membership.may(Permission.MANAGE_GROUP_MAPS) and not group_map.reviewed_at,
        membership.may(Permission.RECORD_ENTRY) and not group_map.reviewed_at,
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    visible: set[UUID]
    calendar: Calendar
    counts: Counts
    not_covered: dict[UUID, tuple[str, ...]]
    today: date


def _part(row: GroupProvisionRow, reading: _Reading) -> RowPart:
    everyone = list(row.named_children.all())
    named = tuple(found for found in everyone if found.child_id in reading.visible)
    count = reading.counts.of_row.get(row.pk, Count())
    measured = bool(row.exit_measure) and all(found.effect for found in everyone)
    days = GroupDays(row.starts_on, row.last_day, count.last_held_on, measured)
    return RowPart(
        row,
        named,
        len(everyone) - len(named),
        row.starts_on <= reading.today <= row.last_day,
        count.held,
        _planned(row, reading),
        count.last_held_on,
        group_state(days, reading.calendar, reading.today),
        tuple(_child(found, reading) for found in named),
    )


def _planned(row: GroupProvisionRow, reading: _Reading) -> int:
    return sessions_planned(
        times_a_week=row.times_a_week,
        weeks=row.weeks,
        starts_on=row.starts_on,
        until=min(reading.today, row.last_day),
        calendar=reading.calendar,
    )


def _child(named: GroupProvisionChild, reading: _Reading) -> ChildPart:
    attended, marked = reading.counts.of_child.get(named.pk, (0, 0))
    return ChildPart(named, attended, marked, reading.not_covered.get(named.child_id, ()))
