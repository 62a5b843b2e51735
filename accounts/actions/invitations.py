"""Inviting people, and how an invited person becomes a member."""

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import (
    EarlyYearsSetting,
    Invitation,
    Membership,
    OutboxMail,
    User,
    clean_roles,
)
from accounts.policies import check_can_accept, check_can_invite, check_can_send
from accounts.rules.actor import Actor
from accounts.rules.invitations import expiry, new_token, token_hash
from accounts.rules.refusal import Refused

from .outbox import MailKind, queue_mail, stop_mails, written


@transaction.atomic
def invite(
    *, setting: EarlyYearsSetting, email: str, full_name: str, roles: list[str], by: Actor
) -> tuple[Invitation, str]:
    """Offers a place in the team, and queues the mail with the link.

    Returns the invitation and its address. Only the hash of its secret is stored, but for the mail
    itself, whose words are wiped once it went.
    `Refused` when the person is in the team or invited already.
    """
    check_can_invite(setting, email, roles)
    invitation = Invitation(
        setting=setting,
        email=email.lower(),
        full_name=full_name,
        roles=clean_roles(roles),
        invited_by=by.label,
    )
    return invitation, _send(invitation, by, "Invited")


@transaction.atomic
def send_invitation_again(*, invitation: Invitation, by: Actor) -> str:
    """A new link for seven more days. The old one stops working. Returns the new address."""
    check_can_send(invitation)
    invitation.invited_at, invitation.invited_by = timezone.now(), by.label
    return _send(invitation, by, "Sent again")


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: Actor) -> Invitation:
    """The link stops working at once. `Refused` when it has been accepted."""
    check_can_send(invitation)
    invitation.withdrawn_at, invitation.withdrawn_by = timezone.now(), by.label
    stop_mails(
        kind=TEAM_INVITATION.name,
        about_id=invitation.pk,
        because="The invitation was withdrawn.",
        by=by,
    )
    return invitation.record(by=by, why="Withdrawn")


@transaction.atomic
def accept_as_new_user(*, invitation: Invitation, full_name: str, password: str) -> Membership:
    """An invited person's first password makes them a user and a member, in their own name.

    `Refused` when somebody has an account with this email: then they sign in to accept.
    """
    if User.objects.filter(email__iexact=invitation.email).exists():
        raise Refused("You have an account with this email. Sign in to accept the invitation.")
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    user = User.objects.create_user(invitation.email, full_name, password)
    return accept_invitation(invitation=invitation, user=user)


@transaction.atomic
def accept_invitation(*, invitation: Invitation, user: User) -> Membership:
    """Makes the user a member, by their own act: their membership is the first actor."""
    check_can_accept(invitation, user)
    membership = _place_in_team(invitation, user)
    by = membership.as_actor()
    membership.record(by=by, why="Accepted the invitation")
    invitation.accepted_at, invitation.accepted_by = timezone.now(), user
    invitation.record(by=by, why="Accepted")
    return membership


def _place_in_team(invitation: Invitation, user: User) -> Membership:
    """A new membership, or the one of somebody who left and comes back."""
    today = timezone.localdate()
    membership = user.memberships.filter(setting=invitation.setting).first()
    if membership is None:
        membership = Membership(user=user, setting=invitation.setting, joined_on=today)
    membership.roles, membership.left_on = invitation.roles, None
    return membership


def _send(invitation: Invitation, by: Actor, why: str) -> str:
    token = new_token()
    invitation.token_sha256 = token_hash(token)
    invitation.expires_at = expiry(invitation.invited_at)
    invitation.record(by=by, why=why)
    path = reverse("accounts:invitation", kwargs={"token": token})
    address = settings.SITE_ADDRESS.rstrip("/") + path
    words = {"invitation": invitation, "setting": invitation.setting, "address": address}
    queue_mail(
        setting=invitation.setting,
        kind=TEAM_INVITATION.name,
        about_id=invitation.pk,
        to=invitation.email,
        letter=written("emails/invitation", words),
        by=by,
    )
    return address


def _check_may_go(mail: OutboxMail) -> None:
    """`Refused` when it was answered, withdrawn or ran out while its mail waited."""
    invitation = Invitation.objects.get(pk=mail.about_id)
    check_can_send(invitation)
    if invitation.expires_at <= timezone.now():
        raise Refused("The invitation ran out before its mail could go. Send it again.")


TEAM_INVITATION = MailKind("team_invitation", "Invitation to the team", _check_may_go)
