"""Who is in the team and as what; leaving, coming back, and ending the sign-ins of a lost device."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.models import EarlyYearsSetting, Membership, User, clean_roles
from accounts.policies import check_can_change_roles, check_can_leave
from accounts.rules.actor import Actor


@transaction.atomic
def change_member(
    *, membership: Membership, roles: list[str], job_title: str, seen_version: int, by: Actor
) -> Membership:
    """Gives the member these roles. `Refused` when the setting would have no manager left."""
    _one_at_a_time(membership)
    check_can_change_roles(membership, roles)
    membership.roles, membership.job_title = clean_roles(roles), job_title
    return membership.record(by=by, why="Roles changed", seen_version=seen_version)


@transaction.atomic
def leave(*, membership: Membership, left_on: date, seen_version: int, by: Actor) -> Membership:
    """From `left_on` the member is out, at the next request. Past sign-ins end that day too.

    `Refused` for the last manager and for a day before the member joined.
    """
    _one_at_a_time(membership)
    check_can_leave(membership, left_on)
    membership.left_on = left_on
    membership.record(by=by, why="Leaving", seen_version=seen_version)
    if left_on <= timezone.localdate():
        _end_sessions(membership.user)
    return membership


@transaction.atomic
def bring_back_member(*, membership: Membership, by: Actor) -> Membership:
    """Undoes a leaving, or lets somebody who left come back with the roles they had."""
    membership.left_on = None
    return membership.record(by=by, why="Stays, or came back")


@transaction.atomic
def end_sessions(*, membership: Membership, by: Actor) -> Membership:
    """Ends every sign-in of this person on every device, in all their settings: a lost tablet."""
    _end_sessions(membership.user)
    return membership.record(by=by, why="Every sign-in ended")


@transaction.atomic
def change_own_hour(
    *, membership: Membership, hour_minutes: int, seen_version: int, by: Actor
) -> Membership:
    """How many minutes a week this SENCO has for what is due."""
    membership.hour_minutes = hour_minutes
    return membership.record(by=by, why="Minutes a week changed", seen_version=seen_version)


def _end_sessions(user: User) -> None:
    locked = User.objects.select_for_update().get(pk=user.pk)
    locked.sessions_ended += 1
    locked.save(update_fields=["sessions_ended"])


def _one_at_a_time(membership: Membership) -> None:
    """Two managers who demote each other wait here, so that the second is refused."""
    EarlyYearsSetting.objects.select_for_update().get(pk=membership.setting_id)
