"""The worker's part: claim a mail, send it, and only then mark it as sent.

Killed before the mark, a worker leaves a mail that goes once more under the same Message-ID. The
other order would lose it. Logs name a mail by its id and an error by its kind, never a person.
"""

import logging
from datetime import datetime, timedelta
from email.mime.text import MIMEText
from email.utils import parseaddr
from smtplib import SMTPAuthenticationError, SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import DatabaseError, transaction
from django.utils import timezone

from accounts.models import OutboxMail
from accounts.rules import outbox as rules
from accounts.rules.outbox import MailState, TextFile
from accounts.rules.refusal import Refused

from .kinds import kind_of, mail_waits

logger = logging.getLogger(__name__)
TOO_OLD = "It could not be sent for two weeks. What it said has been wiped."


def deliver_due() -> int:
    """Sends whatever is due, one mail after the other. Returns how many it took up."""
    count = 0
    while (mail := _claim(timezone.now())) is not None:
        _deliver(mail)
        count += 1
    return count


@transaction.atomic
def _claim(now: datetime) -> OutboxMail | None:
    """The next mail, held for `CLAIM_LASTS`; another look is due then, should we be killed."""
    due = OutboxMail.objects.due(now).select_for_update(skip_locked=True)
    mail = due.first()
    if mail is None:
        return None
    mail.next_look_at = now + rules.CLAIM_LASTS
    mail.save(update_fields=["next_look_at"])
    mail_waits(mail.next_look_at)
    return mail


def _deliver(mail: OutboxMail) -> None:
    if mail.state == MailState.FAILED:
        return _end(mail, MailState.STOPPED, TOO_OLD)
    try:
        kind_of(mail).check_may_go(mail)
        _send(mail)
    except Refused as refusal:
        return _end(mail, MailState.STOPPED, refusal.sentence)
    except DatabaseError:
        raise  # says nothing about the mail: the claim runs out, and it is looked at again
    except Exception as error:
        return _failed(mail, error)
    return _mark_sent(mail)


def _send(mail: OutboxMail) -> None:
    message = EmailMultiAlternatives(
        mail.subject,
        mail.text,
        to=[mail.to],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers={"Message-ID": rules.message_id(mail.pk, _sender())},
        connection=get_connection(timeout=rules.SECONDS_FOR_THE_SERVER),
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    for file in mail.files:
        message.attach(_part(TextFile(**file)))
    for attached in kind_of(mail).attached(mail):
        message.attach(attached.name, attached.content, attached.content_type)
    message.send()


def _sender() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def _part(file: TextFile) -> MIMEText:
    part = MIMEText(file.words, file.subtype, "utf-8")
    for name, value in file.parameters.items():
        part.set_param(name, value)
    part.add_header("Content-Disposition", "attachment", filename=file.name)
    return part


@transaction.atomic
def _mark_sent(mail: OutboxMail) -> None:
    """It went, even if it was stopped while it did; so that is what is written down."""
    stored = _stored(mail)
    stored.state, stored.sent_at = MailState.SENT.value, timezone.now()
    stored.last_error = ""
    stored.wipe()
    stored.save()
    _tell_its_kind(stored)


def _tell_its_kind(mail: OutboxMail) -> None:
    """What the kind writes down must not undo the mark, or the mail would go again and again."""
    try:
        with transaction.atomic():
            kind_of(mail).went(mail)
    except Exception as error:
        logger.error("Mail %s went, but its record did not take it: %s", mail.pk, _name(error))


@transaction.atomic
def _failed(mail: OutboxMail, error: Exception) -> None:
    """Another try after a wait; or, after the last one or when no try can help, given up."""
    logger.warning("Mail %s did not go: %s", mail.pk, _name(error))
    stored = _stored(mail)
    if stored.state != MailState.WAITING:
        return
    stored.attempts += 1
    stored.last_error = _in_words(error)
    wait = None if _is_final(error) else rules.wait_after(stored.attempts)
    if wait is None:
        stored.state, wait = MailState.FAILED.value, timedelta(days=rules.WORDS_KEPT_DAYS)
    stored.next_look_at = timezone.now() + wait
    stored.save()
    mail_waits(stored.next_look_at)


@transaction.atomic
def _end(mail: OutboxMail, state: MailState, because: str) -> None:
    stored = _stored(mail)
    stored.state, stored.last_error = state.value, because[:200]
    stored.wipe()
    stored.save()


def _stored(mail: OutboxMail) -> OutboxMail:
    return OutboxMail.objects.select_for_update().get(pk=mail.pk)


def _is_final(error: Exception) -> bool:
    """An address that the server refuses for good, or a mail that cannot be put together."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    return not isinstance(error, SMTPException | OSError)


def _in_words(error: Exception) -> str:
    match error:
        case SMTPRecipientsRefused():
            return "The mail server does not accept this address."
        case SMTPAuthenticationError():
            return "The mail server does not let the portal in: its password may have changed."
        case SMTPException():
            return "The mail server did not take it."
        case OSError():
            return "The mail server could not be reached."
        case _:
            return "It could not be put together."


def _name(error: Exception) -> str:
    return type(error).__name__
