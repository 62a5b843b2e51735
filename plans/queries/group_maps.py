"""Group provision maps as pages show them: only children that the member may see are named."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch

from accounts.models import Membership
from accounts.rules.roles import Permission
from children.models import Child
from plans.models import GroupProvisionChild, GroupProvisionMap, GroupProvisionRow


@dataclass(frozen=True, slots=True)
class MapLine:
    """A map in the list, with the count of its rows."""

    group_map: GroupProvisionMap
    rows: int
    is_running: bool


@dataclass(frozen=True, slots=True)
class RowPart:
    """A row with the children it names that this member may see, and how many more there are."""

    row: GroupProvisionRow
    named: tuple[GroupProvisionChild, ...]
    others: int
    is_live: bool


@dataclass(frozen=True, slots=True)
class MapPage:
    group_map: GroupProvisionMap
    rows: tuple[RowPart, ...]
    is_running: bool
    may_manage: bool

    @property
    def children(self) -> list[Child]:
        return [named.child for part in self.rows for named in part.named]


def group_map_lines(membership: Membership, today: date) -> tuple[MapLine, ...]:
    """Every map of the setting, the newest first."""
    standing = GroupProvisionRow.objects.filter(removed_on__isnull=True)
    maps = GroupProvisionMap.objects.visible_to(membership)
    return tuple(
        MapLine(found, len(found.rows.all()), found.starts_on <= today <= found.ends_on)
        for found in maps.prefetch_related(Prefetch("rows", queryset=standing))
    )


def group_map_page(group_map: GroupProvisionMap, membership: Membership, today: date) -> MapPage:
    """One map with its rows, in a fixed number of queries."""
    visible = set(Child.objects.visible_to(membership).values_list("pk", flat=True))
    named = GroupProvisionChild.objects.filter(removed_on__isnull=True).select_related("child")
    rows = GroupProvisionRow.objects.filter(group_map=group_map, removed_on__isnull=True)
    runs = group_map.starts_on <= today <= group_map.ends_on
    return MapPage(
        group_map,
        tuple(
            _part(row, visible, runs and row.starts_on <= today <= row.ends_on)
            for row in rows.prefetch_related(Prefetch("named_children", queryset=named))
        ),
        runs,
        membership.may(Permission.MANAGE_GROUP_MAPS),
    )


def _part(row: GroupProvisionRow, visible: set[UUID], is_live: bool) -> RowPart:
    everyone = list(row.named_children.all())
    named = tuple(found for found in everyone if found.child_id in visible)
    return RowPart(row, named, len(everyone) - len(named), is_live)
