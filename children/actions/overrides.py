"""Papers to a restricted contact all the same: one person asks with a reason, another confirms."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.models import Membership
from accounts.rules.actor import Actor
from children.models import ParentCarer, RestrictionOverride
from children.policies import (
    check_can_ask_for_override,
    check_can_change,
    check_can_confirm_override,
    check_can_end_override,
)

from .facts import contact_changed


@transaction.atomic
def ask_for_override(
    *, contact: ParentCarer, because: str, until_on: date, member: Membership, by: Actor
) -> RestrictionOverride:
    """Asks that papers go to this restricted contact until the day. Nothing goes before another agrees.

    `Refused` without a restriction that bars, without a reason, and for a day that has passed.
    """
    contact = ParentCarer.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    today = timezone.localdate()
    check_can_change(contact.child)
    check_can_ask_for_override(contact, because, until_on, today)
    _end(contact, by, "Another was asked for")
    return RestrictionOverride(
        contact=contact, because=because, until_on=until_on, asked_on=today, asked_by=member
    ).record(by=by, why=f"Asked: {because}")


@transaction.atomic
def confirm_override(
    *, override: RestrictionOverride, member: Membership, by: Actor
) -> RestrictionOverride:
    """From now on papers go. `Refused` for whoever asked: it takes a second person."""
    held = RestrictionOverride.objects.select_for_update(of=("self",)).get(pk=override.pk)
    today = timezone.localdate()
    check_can_confirm_override(held, member, today)
    held.confirmed_on, held.confirmed_by = today, member
    return held.record(by=by, why="Confirmed by a second person")


@transaction.atomic
def end_override(*, override: RestrictionOverride, by: Actor) -> RestrictionOverride:
    """No paper goes from now on, and what was sent by link closes."""
    held = RestrictionOverride.objects.select_for_update(of=("self",)).get(pk=override.pk)
    check_can_end_override(held)
    _end(held.contact, by, "Ended")
    contact_changed(held.contact, by)
    return RestrictionOverride.objects.get(pk=held.pk)


@transaction.atomic
def end_overrides(*, contact: ParentCarer, by: Actor) -> None:
    """A new restriction ends what rested on those before it."""
    _end(contact, by, "A restriction was set")


def _end(contact: ParentCarer, by: Actor, why: str) -> None:
    for row in RestrictionOverride.objects.filter(contact=contact, ended_on__isnull=True):
        row.ended_on = timezone.localdate()
        row.record(by=by, why=why)
