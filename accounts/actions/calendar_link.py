"""The secret address of one's own calendar: made, made anew, revoked."""

from django.db import transaction
from django.utils import timezone

from accounts.models import CalendarLink, Membership
from accounts.rules.actor import Actor
from accounts.rules.link import new_secret, secret_hash


@transaction.atomic
def make_calendar_link(*, membership: Membership, by: Actor) -> tuple[CalendarLink, str]:
    """A new link and its secret, which is kept nowhere; the link before it opens no more.

    Pressed twice, the second link takes the place of the first: one link stands at any time.
    """
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    _revoke(membership, by, "A new one was made")
    secret = new_secret()
    link = CalendarLink(
        membership=membership,
        token_hash=secret_hash(secret),
        roles=membership.roles,
        made_by=by.label,
    )
    return link.record(by=by, why="Made"), secret


@transaction.atomic
def revoke_calendar_link(*, membership: Membership, by: Actor) -> None:
    """The link opens no more, from the next request on. Nothing happens where there is none."""
    _revoke(Membership.objects.select_for_update().get(pk=membership.pk), by, "Revoked")


def _revoke(membership: Membership, by: Actor, why: str) -> None:
    for link in CalendarLink.objects.standing().filter(membership=membership):
        link.revoked_at, link.revoked_by = timezone.now(), by.label
        link.record(by=by, why=why)
