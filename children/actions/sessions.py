"""The attendance pattern: which sessions of the week the child attends."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from accounts.models import StaleVersion
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import AttendedSession, Child
from children.policies import check_can_change
from children.queries import fingerprint

from .periods import end_before

Slot = tuple[int, str]
"""Weekday (0 is Monday) and session."""


@transaction.atomic
def record_sessions(
    *, child: Child, pattern: Collection[Slot], from_on: date, seen: str, by: Actor
) -> None:
    """Makes `pattern` the sessions of the week from the day; sessions left out end the day before.

    `seen` is the fingerprint of the open rows that the person was looking at: `StaleVersion` when
    they have moved on. `Refused` for a day before the pattern in use began.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_change(child)
    rows = list(child.sessions.filter(until_on__isnull=True))
    if fingerprint(rows) != seen:
        raise StaleVersion(child)
    changed = [row for row in rows if (row.weekday, row.session) not in pattern]
    if any(row.from_on > from_on for row in changed):
        raise Refused("The sessions in use began after that day. Choose a later one.", "from_on")
    for row in changed:
        end_before(row, from_on, by=by, why="The pattern changed")
    kept = {(row.weekday, row.session) for row in rows}
    AttendedSession.record_new(
        [
            AttendedSession(child=child, weekday=weekday, session=session, from_on=from_on)
            for weekday, session in sorted(set(pattern) - kept)
        ],
        by=by,
        why="The pattern changed",
    )
