"""Who looks after the child: the key person and the second key person, from a day to a day."""

from datetime import date

from django.db import models, transaction

from accounts.models import Membership
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import Child, KeyPersonAssignment
from children.policies import check_can_change, check_can_look_after

from .periods import end_before


@transaction.atomic
def assign_key_person(
    *, child: Child, member: Membership, is_second: bool, from_on: date, by: Actor
) -> KeyPersonAssignment:
    """Makes the member the child's (second) key person from the day.

    Whoever had that place ends the day before, and sees the child no longer from then on. `Refused`
    for a member of another setting, one who has left or is no key person, and one who looks after the
    child on that day already.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_change(child)
    check_can_look_after(child, member, from_on)
    later = models.Q(until_on__isnull=True) | models.Q(until_on__gte=from_on)
    running = list(child.key_people.select_related("membership__user").filter(later))
    if any(row.membership_id == member.pk for row in running):
        raise Refused(f"{member} looks after this child already.", "member")
    for row in running:
        if row.is_second == is_second:
            _make_room(row, from_on, by)
    return KeyPersonAssignment(
        child=child, membership=member, is_second=is_second, from_on=from_on
    ).record(by=by, why="Second key person chosen" if is_second else "Key person chosen")


def _make_room(row: KeyPersonAssignment, from_on: date, by: Actor) -> None:
    if row.from_on > from_on:
        raise Refused(f"{row.membership} began after that day. Choose a later one.", "from_on")
    end_before(row, from_on, by=by, why="Another key person was chosen")


@transaction.atomic
def end_key_person(*, assignment: KeyPersonAssignment, until_on: date, by: Actor) -> None:
    """Sets the last day on which the member looks after the child, included."""
    check_can_change(assignment.child)
    if until_on < assignment.from_on:
        raise Refused("The last day is before the first.", "until_on")
    assignment.until_on = until_on
    assignment.record(by=by, why="No longer looks after the child")
