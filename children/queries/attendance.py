"""Who is expected and who is in: a room on a day, and one child's sessions over a while."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from accounts.models import EarlyYearsSetting, Membership
from children.models import AttendanceMark, AttendedSession, Child, Mark, Room, Session

Slot = tuple[date, str]


class SessionsAttended(NamedTuple):
    """Counts of sessions. An unmarked session is unknown, never present."""

    attended: int
    possible: int
    unknown: int

    @property
    def is_known(self) -> bool:
        """Is any session marked? Where none is, no count says anything."""
        return self.unknown < self.possible


def sessions_attended(child: Child, first: date, last: date) -> SessionsAttended:
    """Sessions attended of possible from `first` to `last`, both included.

    Possible: sessions of the child's pattern on days the setting opens, and any session marked
    in beyond the pattern; without a pattern, every session that is marked. A session marked closed
    was not possible. Ask up to today: a session still to come counts as unknown.
    """
    marks = {
        (row.on, row.session): row.mark
        for row in AttendanceMark.objects.filter(child=child, on__range=(first, last))
    }
    pattern = _pattern(child, first, last)
    expected = _expected(child, pattern, first, last) if pattern else set(marks)
    expected |= {slot for slot, mark in marks.items() if mark == Mark.IN}
    possible = {slot for slot in expected if marks.get(slot) != Mark.CLOSED}
    attended = sum(marks.get(slot) == Mark.IN for slot in possible)
    return SessionsAttended(attended, len(possible), len(possible - set(marks)))


def _pattern(child: Child, first: date, last: date) -> list[AttendedSession]:
    """The child's week, or weeks, in these days; none where nobody has said."""
    begun = AttendedSession.objects.filter(child=child, from_on__lte=last)
    return list(begun.filter(Q(until_on__isnull=True) | Q(until_on__gte=first)))


def _expected(child: Child, pattern: list[AttendedSession], first: date, last: date) -> set[Slot]:
    return {
        (day, row.session)
        for day in _open_days(child, first, last)
        for row in pattern
        if row.weekday == day.weekday()
        and row.from_on <= day
        and (row.until_on is None or day <= row.until_on)
    }


def _open_days(child: Child, first: date, last: date) -> list[date]:
    """Days on which the setting opened and the child was on its books."""
    setting: EarlyYearsSetting = child.setting
    first = max(first, child.started_on or first)
    last = min(last, child.leaving_on or last)
    closed = list(setting.closures.filter(first_on__lte=last, last_on__gte=first))
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [
        day
        for day in days
        if (not setting.open_weekdays or day.weekday() in setting.open_weekdays)
        and not any(c.first_on <= day <= c.last_on for c in closed)
    ]


@dataclass(frozen=True, slots=True)
class MarkButton:
    """One of the four marks of a session, as a button."""

    press: str
    words: str
    is_set: bool


@dataclass(frozen=True, slots=True)
class SessionMarks:
    """One session of one child: the buttons, and whether the child is expected."""

    words: str
    is_expected: bool
    is_marked: bool
    buttons: tuple[MarkButton, ...]


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    child: Child
    is_expected: bool
    sessions: tuple[SessionMarks, ...]


@dataclass(frozen=True, slots=True)
class AttendancePage:
    """A room on a day. `rooms` are those in which the member sees children."""

    on: date
    room: Room | None
    rooms: tuple[Room, ...]
    expected: tuple[AttendanceRow, ...]
    others: tuple[AttendanceRow, ...]
    unmarked: int
    before_on: date
    after_on: date

    @property
    def children(self) -> list[Child]:
        return [row.child for row in (*self.expected, *self.others)]


def attendance_page(membership: Membership, on: date, room: Room | None) -> AttendancePage:
    """The children of one room whom the member may see, in a fixed number of queries."""
    rooms = _rooms_seen(membership)
    room = room if room in rooms else next(iter(rooms), None)
    children = list(_children(membership, room, on))
    rows = _rows(children, on)
    expected = tuple(row for row in rows if row.is_expected)
    waiting = sum(s.is_expected and not s.is_marked for row in expected for s in row.sessions)
    return AttendancePage(
        on=on,
        room=room,
        rooms=rooms,
        expected=expected,
        others=tuple(row for row in rows if not row.is_expected),
        unmarked=waiting,
        before_on=_next_open(membership.setting, on, -1),
        after_on=_next_open(membership.setting, on, 1),
    )


def _rooms_seen(membership: Membership) -> tuple[Room, ...]:
    seen = Child.objects.visible_to(membership).active()
    return tuple(Room.objects.visible_to(membership).filter(pk__in=seen.values("room")))


def _children(membership: Membership, room: Room | None, on: date) -> Iterable[Child]:
    seen = Child.objects.visible_to(membership).active().filter(room=room)
    return seen.exclude(started_on__gt=on).exclude(leaving_on__lt=on)


def _rows(children: list[Child], on: date) -> list[AttendanceRow]:
    keys = [child.pk for child in children]
    patterns: dict[object, set[str]] = {}
    for row in AttendedSession.objects.filter(child__in=keys, from_on__lte=on):
        if row.until_on is None or row.until_on >= on:
            today = patterns.setdefault(row.child_id, set())
            if row.weekday == on.weekday():
                today.add(row.session)
    marks = {
        (mark.child_id, mark.session): mark.mark
        for mark in AttendanceMark.objects.filter(child__in=keys, on=on)
    }
    return [_row(child, patterns.get(child.pk, set(Session.values)), marks) for child in children]


def _row(child: Child, expected: set[str], marks: dict[tuple[UUID, str], str]) -> AttendanceRow:
    sessions = tuple(
        SessionMarks(
            words=session.label,
            is_expected=session.value in expected,
            is_marked=(child.pk, session.value) in marks,
            buttons=tuple(
                _button(session, mark, marks.get((child.pk, session.value)) == mark)
                for mark in Mark
            ),
        )
        for session in Session
    )
    return AttendanceRow(child, bool(expected), sessions)


def _button(session: Session, mark: Mark, is_set: bool) -> MarkButton:
    """A press marks; a press on what is set takes it back. Neither does more when pressed twice."""
    press = "none" if is_set else mark.value
    return MarkButton(f"{session.value}-{press}", mark.label, is_set)


def _next_open(setting: EarlyYearsSetting, on: date, step: int) -> date:
    """The nearest day, in the direction of `step`, on a weekday on which the setting opens."""
    day = on + timedelta(days=step)
    while setting.open_weekdays and day.weekday() not in setting.open_weekdays:
        day += timedelta(days=step)
    return day
