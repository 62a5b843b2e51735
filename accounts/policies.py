"""What may be done to the team in the state it is in. Who may is the access mark's business."""

from datetime import date

from django.utils import timezone

from accounts.models import Batch, EarlyYearsSetting, Invitation, Membership, User
from accounts.rules.actor import Actor, ActorKind
from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from accounts.rules.roles import Permission, Role

LAST_MANAGER = (
    "{name} is the only manager here. Make somebody else a manager first: "
    "a setting without one could not let anybody in."
)


def check_can_change_roles(membership: Membership, roles: list[str]) -> None:
    """The last manager stays a manager."""
    if not roles:
        raise Refused("Choose at least one role", "roles")
    if Role.MANAGER.value not in roles and is_last_manager(membership):
        raise Refused(LAST_MANAGER.format(name=membership.user.full_name), "roles")


def check_can_leave(membership: Membership, left_on: date) -> None:
    """The last manager cannot leave, and nobody leaves before they came."""
    if left_on < membership.joined_on:
        joined = say_day(membership.joined_on, timezone.localdate())
        raise Refused(f"That is before the first day here, {joined}", "left_on")
    if is_last_manager(membership):
        raise Refused(LAST_MANAGER.format(name=membership.user.full_name))


def can_leave(membership: Membership) -> bool:
    return not is_last_manager(membership)


def is_last_manager(membership: Membership) -> bool:
    """Is this the one manager who works here and has not said that they leave?"""
    staying = Membership.objects.active(timezone.localdate()).filter(
        setting=membership.setting_id, left_on__isnull=True
    )
    managers = {m.pk for m in staying if Role.MANAGER in m.role_set}
    return managers == {membership.pk}


def check_can_forget_second_step(membership: Membership, by: Actor) -> None:
    """Somebody else vouches, face to face; and nobody decides for another setting's account."""
    if by.id == str(membership.pk):
        raise Refused("Another manager has to do this for you.")
    if by.kind is ActorKind.SYSTEM:
        return
    today = timezone.localdate()
    elsewhere = Membership.objects.active(today).filter(user=membership.user_id)
    if elsewhere.exclude(setting=membership.setting_id).exists():
        name = membership.user.full_name
        raise Refused(
            f"{name} works for another setting too. Whoever runs the portal does this for you."
        )


def check_can_invite(setting: EarlyYearsSetting, email: str, roles: list[str]) -> None:
    """One open invitation per address, and none to somebody who works here already."""
    if not roles:
        raise Refused("Choose at least one role", "roles")
    here = Membership.objects.active(timezone.localdate()).filter(setting=setting)
    if here.filter(user__email__iexact=email).exists():
        raise Refused("Somebody with this email is in the team already", "email")
    if setting.invitations.open_at(timezone.now()).filter(email__iexact=email).exists():
        raise Refused(
            "This email has an open invitation. Send it again, or withdraw it first.", "email"
        )


def check_can_accept(invitation: Invitation, user: User) -> None:
    """An invitation is for one address, and once."""
    if invitation.accepted_at or invitation.withdrawn_at:
        raise Refused("This invitation is not open any more. Ask your manager to send a new one.")
    if invitation.email.lower() != user.email.lower():
        raise Refused(f"This invitation is for {invitation.email}. Sign in with that email.")


def check_can_send(invitation: Invitation) -> None:
    if invitation.accepted_at or invitation.withdrawn_at:
        raise Refused("This invitation has been answered or withdrawn.")


def check_can_stop(batch: Batch, member: Membership) -> None:
    """Who asked for work in steps stops it, or somebody who sees every child."""
    if not batch.is_waiting:
        raise Refused("This has ended already.")
    if batch.actor_id != str(member.pk) and not member.may(Permission.VIEW_ALL_CHILDREN):
        raise Refused(f"{batch.actor_label} asked for this. Ask them, the SENCO or the manager.")


def can_stop(batch: Batch, member: Membership) -> bool:
    try:
        check_can_stop(batch, member)
    except Refused:
        return False
    return True
