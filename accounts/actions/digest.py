"""The weekly email of what is due: queued once a week for each person who wants it."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import DigestOfWeek, Membership, OutboxMail
from accounts.rules.actor import Actor
from accounts.rules.doubles import is_double
from accounts.rules.outbox import Letter
from accounts.rules.refusal import Refused

from .outbox import MailKind, queue_mail, stop_mails


@transaction.atomic
def choose_digest(*, membership: Membership, wanted: bool, by: Actor) -> Membership:
    """Whether this person is emailed every week. One that waits is stopped when it is not wanted."""
    member = Membership.objects.select_for_update().get(pk=membership.pk)
    if member.wants_digest == wanted:
        return member
    member.wants_digest = wanted
    if not wanted:
        stop_mails(kind=DUE_DIGEST.name, about_id=member.pk, because="Not wanted any more.", by=by)
    return member.record(by=by, why="Weekly email on" if wanted else "Weekly email off")


def queue_digest(*, membership: Membership, monday: date, letter: Letter, by: Actor) -> bool:
    """Puts the email of the week into the outbox. False when that of this week was put there before.

    The mark and the mail are one transaction: whoever is killed in between has done neither, and
    whoever runs it again, or at the same moment, makes no second.
    """
    try:
        _queue(membership=membership, monday=monday, letter=letter, by=by)
    except IntegrityError as error:
        if not is_double(error):
            raise
        return False
    return True


@transaction.atomic
def _queue(*, membership: Membership, monday: date, letter: Letter, by: Actor) -> None:
    DigestOfWeek.objects.create(membership=membership, monday=monday)
    queue_mail(
        setting=membership.setting,
        kind=DUE_DIGEST.name,
        about_id=membership.pk,
        to=membership.user.email,
        letter=letter,
        by=by,
    )


def _check_may_go(mail: OutboxMail) -> None:
    """Asked when it goes: has the person left, or said no, since it was written?"""
    here = Membership.objects.active(timezone.localdate()).filter(pk=mail.about_id)
    if not here.filter(wants_digest=True).exists():
        raise Refused("They have left, or do not want the weekly email any more.")


DUE_DIGEST = MailKind("due_digest", "Weekly email of what is due", _check_may_go)
