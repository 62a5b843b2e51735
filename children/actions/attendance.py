"""Attendance marks: in, away, unwell or closed. No mark means unknown, never present."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import AttendanceMark, Child, Mark, Session
from children.policies import check_can_change


@transaction.atomic
def press_mark(
    *, child: Child, on: date, session: Session, mark: Mark | None, by: Actor
) -> AttendanceMark | None:
    """Marks one session of one child; another mark replaces it, and None takes it back.

    Pressed twice it says the same once. Returns the mark that now stands, or None. `Refused` for a
    day still to come.
    """
    if on > timezone.localdate():
        raise Refused("That day is still to come. Marks are for today and days past.", "on")
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_change(child)
    row = child.attendance_marks.filter(on=on, session=session).first()
    if mark is None:
        if row is not None:
            row.remove(by=by, why="Mark taken back")
        return None
    if row is not None and row.mark == mark:
        return row
    row = row or AttendanceMark(child=child, on=on, session=session)
    row.mark = mark
    return row.record(by=by, why="Marked")
