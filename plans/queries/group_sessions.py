"""The groups that somebody runs, and the sessions of one: for whoever works with its children."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from accounts.models import Membership
from children.models import Child
from plans.models import GroupProvisionChild, GroupProvisionRow, GroupSession, GroupSessionChild

from .group_counts import Count, counts_of

NEWEST = 12


@dataclass(frozen=True, slots=True)
class GroupToRun:
    """A group with those of its children whom the member sees, and when it last met."""

    row: GroupProvisionRow
    named: tuple[GroupProvisionChild, ...]
    sessions_held: int
    last_held_on: date | None
    is_over: bool

    @property
    def is_told(self) -> bool:
        """Is it said how it went, for every child that the member sees?"""
        return bool(self.row.exit_measure) and all(named.effect for named in self.named)


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session with the children that the member sees, as they were marked."""

    session: GroupSession
    came: tuple[str, ...]
    missed: tuple[str, ...]


def groups_to_run(membership: Membership, today: date) -> tuple[GroupToRun, ...]:
    """Groups that run, and groups that are over and of which it is not told how it went."""
    rows = GroupProvisionRow.objects.run_by(membership).filter(
        removed_on__isnull=True, group_map__reviewed_at__isnull=True, starts_on__lte=today
    )
    counts = counts_of(rows).of_row
    found = rows.select_related("group_map").prefetch_related(
        Prefetch("named_children", queryset=_named_for(membership))
    )
    groups = (_group(row, counts.get(row.pk, Count()), today) for row in found)
    shown = [group for group in groups if not group.is_over or not group.is_told]
    return tuple(sorted(shown, key=lambda group: group.is_over))


def _group(row: GroupProvisionRow, count: Count, today: date) -> GroupToRun:
    named = tuple(row.named_children.all())
    return GroupToRun(row, named, count.held, count.last_held_on, row.last_day < today)


def named_for(row: GroupProvisionRow, membership: Membership) -> list[GroupProvisionChild]:
    """The children that the row names and the member may see."""
    return list(_named_for(membership).filter(row=row))


def _named_for(membership: Membership) -> QuerySet[GroupProvisionChild]:
    named = GroupProvisionChild.objects.visible_to(membership).select_related("child")
    return named.filter(removed_on__isnull=True)


def newest_sessions(row: GroupProvisionRow, membership: Membership) -> tuple[SessionLine, ...]:
    """The newest sessions of a group, those taken back too, in a fixed number of queries."""
    marks = GroupSessionChild.objects.filter(
        named__child__in=Child.objects.visible_to(membership)
    ).select_related("named__child")
    sessions = GroupSession.objects.filter(row=row).select_related("held_by__user")
    found = sessions.prefetch_related(Prefetch("marks", queryset=marks))[:NEWEST]
    return tuple(_line(session, session.marks.all()) for session in found)


def _line(session: GroupSession, marks: Iterable[GroupSessionChild]) -> SessionLine:
    return SessionLine(
        session,
        tuple(mark.named.child.called for mark in marks if mark.has_come),
        tuple(mark.named.child.called for mark in marks if not mark.has_come),
    )
