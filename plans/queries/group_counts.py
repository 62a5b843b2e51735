"""The sessions of a map's rows counted, and which needs of its children no row covers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count as CountOf
from django.db.models import Max, Q, QuerySet

from accounts.models import EarlyYearsSetting
from children.models import AreaOfNeed, ChildNeed
from plans.models import (
    GroupProvisionChild,
    GroupProvisionRow,
    GroupSession,
    GroupSessionChild,
)
from plans.rules.inputs import GroupMapCover, group_map_cover
from plans.rules.window import Calendar

from .calendar import calendar_of


def calendar_to_count_by(setting: EarlyYearsSetting) -> Calendar:
    """The setting's own calendar, or Monday to Friday while it has not said when it opens."""
    if not setting.open_weekdays:
        return Calendar(frozenset(range(5)))
    return calendar_of(setting)


@dataclass(frozen=True, slots=True)
class Count:
    """How often a group met, and when last."""

    held: int = 0
    last_held_on: date | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """By row: its sessions. By naming of a child: sessions it came to, and in which it is marked."""

    of_row: dict[UUID, Count]
    of_child: dict[UUID, tuple[int, int]]


def counts_of(rows: QuerySet[GroupProvisionRow]) -> Counts:
    """The standing sessions of these rows, in two queries."""
    sessions = GroupSession.objects.standing().filter(row__in=rows).order_by()
    marks = GroupSessionChild.objects.filter(session__in=sessions).order_by()
    held = sessions.values_list("row").annotate(held=CountOf("pk"), last=Max("held_on"))
    came = marks.values_list("named").annotate(
        attended=CountOf("pk", filter=Q(has_come=True)), marked=CountOf("pk")
    )
    return Counts(
        {row: Count(number, last) for row, number, last in held},
        {named: (attended, marked) for named, attended, marked in came},
    )


def areas_not_covered(
    rows: QuerySet[GroupProvisionRow], today: date
) -> dict[UUID, tuple[str, ...]]:
    """Of each child named by these rows that maps cover only in part: the areas of need, in words,
    that no row running today covers (C2.1). In two queries."""
    named = GroupProvisionChild.objects.filter(row__in=rows, removed_on__isnull=True)
    children = named.values("child")
    live = GroupProvisionChild.objects.filter(
        removed_on__isnull=True,
        child__in=children,
        row__in=GroupProvisionRow.objects.live(today),
    )
    running = Q(until_on__isnull=True) | Q(until_on__gte=today)
    needs = ChildNeed.objects.filter(running, from_on__lte=today, child__in=children)
    covered = _by_child(live.values_list("child_id", "row__area"))
    wanted = _by_child(needs.order_by("area").values_list("child_id", "area"))
    return {
        child: tuple(AreaOfNeed(area).label for area in areas if area not in covered[child])
        for child, areas in wanted.items()
        if group_map_cover(areas, covered[child]) is GroupMapCover.PARTLY
    }


def _by_child(pairs: Iterable[tuple[UUID, str]]) -> defaultdict[UUID, list[str]]:
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for child, area in pairs:
        found[child].append(area)
    return found
