"""Putting a mail into the outbox, in the transaction of what it tells of."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from accounts.models import EarlyYearsSetting, OutboxMail
from accounts.models.outbox import UNFINISHED
from accounts.rules.actor import Actor
from accounts.rules.outbox import Letter, MailState
from accounts.rules.refusal import Refused

from .kinds import mail_waits

REPLACED = "A newer mail took its place."


def written(stem: str, words: Mapping[str, Any]) -> Letter:
    """The letter of `templates/<stem>-…`: subject on one line, text and HTML."""

    def part(name: str) -> str:
        return render_to_string(f"{stem}-{name}", dict(words))

    subject = " ".join(part("subject.txt").split())
    return Letter(subject, part("body.txt"), part("body.html"))


@transaction.atomic
def queue_mail(
    *,
    setting: EarlyYearsSetting,
    kind: str,
    about_id: UUID,
    to: str,
    letter: Letter,
    by: Actor,
    reply_to: str = "",
    told: dict[str, Any] | None = None,
) -> OutboxMail:
    """A mail of a registered kind waits for the worker. What waits about the same is stopped.

    Called inside the transaction of what it tells of: both are kept, or neither.
    """
    stop_mails(kind=kind, about_id=about_id, because=REPLACED, by=by)
    mail = OutboxMail(
        setting=setting,
        kind=kind,
        about_id=about_id,
        to=to,
        reply_to=reply_to,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        files=[file.as_stored() for file in letter.files],
        told=told or {},
        actor_kind=by.kind.value,
        actor_id=by.id,
        actor_label=by.label,
    )
    mail.save()
    mail_waits(mail.next_look_at)
    return mail


@transaction.atomic
def stop_mails(*, kind: str, about_id: UUID, because: str, by: Actor) -> None:
    """What waits or was given up about a record does not go any more; its words are wiped."""
    about = OutboxMail.objects.filter(kind=kind, about_id=about_id, state__in=UNFINISHED)
    for mail in about.select_for_update().order_by("pk"):
        mail.state, mail.last_error = MailState.STOPPED.value, because
        mail.wipe()
        mail.save()


@transaction.atomic
def try_mail_again(*, mail: OutboxMail, by: Actor) -> OutboxMail:
    """A mail that waits or was given up goes to the worker at once, with all its tries again.

    `Refused` when it went or was stopped meanwhile.
    """
    stored = OutboxMail.objects.select_for_update().get(pk=mail.pk)
    if stored.state not in UNFINISHED:
        raise Refused("This mail has gone or was stopped, so it cannot be tried again.")
    if stored.attempts == 0:
        return stored  # it is on its way: a second press must not take it from the worker
    stored.state, stored.attempts = MailState.WAITING.value, 0
    stored.next_look_at = timezone.now()
    stored.save()
    mail_waits(stored.next_look_at)
    return stored


def look_again() -> None:
    """Has a starting worker look at whatever a killed one left behind, now and when claims end."""
    now = timezone.now()
    mail_waits(now)
    later = OutboxMail.objects.waiting().filter(next_look_at__gt=now)
    for at in set(later.values_list("next_look_at", flat=True)):
        mail_waits(at)
