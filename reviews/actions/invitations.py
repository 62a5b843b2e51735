"""Inviting people to a review: each one recorded, and a mail sent before it is called sent (C4.1).

A mail names no child. A parent reads "your child", which no stranger at the same screen can place.
Staff and agencies, who look after many, read the initials: enough to know whom to look up beside
the setting's name, and not enough for anybody else. Subject, preview, file name and calendar file
hold neither.
"""

from email.mime.text import MIMEText
from smtplib import SMTPException
from typing import Any

from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from accounts.models import StaleVersion
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from plans.actions.merging import held, write_part
from reviews.models import InvitedHow, Participant
from reviews.policies.people import check_can_email, check_can_invite
from reviews.queries.calendar_copy import sender
from reviews.queries.invitations import meeting_of, reach_of
from reviews.queries.review_people import other_capacities
from reviews.rules.calendar_file import FILE_NAME, Guest, Method, calendar_file
from reviews.rules.initials import initials

SECONDS_FOR_THE_SERVER = 10


def invite_participant(
    *, participant: Participant, how: str, seen_version: int, by: Actor
) -> Participant:
    """Invites one person, or tells them of the new date, and records how and when (C4.1).

    By email the mail is sent first, outside any transaction, and marked when the server has taken
    it; a server that fails is `Refused` with a sentence and nothing is marked. Pressed twice on
    one page, one mail goes: `seen_version` is the row as the page showed it. `Refused` too for a
    contact who may not take part and an agency without consent, at this very moment.
    """
    stored = _may_be_invited(participant, how)
    if stored.row_version != seen_version:
        return _told_already(stored, how)
    if how == InvitedHow.EMAIL:
        _send(stored, by)
    return _mark(participant=stored, how=how, sequence=stored.review.calendar_sequence, by=by)


@transaction.atomic
def _mark(*, participant: Participant, how: str, sequence: int, by: Actor) -> Participant:
    """What somebody was told of: `sequence` is that of the date in the mail, moved since or not."""
    stored = held(participant)
    if stored.row_version != participant.row_version and stored.invited_sequence == sequence:
        return stored
    told = {
        "invited_on": timezone.localdate(),
        "invited_how": how,
        "invited_sequence": sequence,
    }
    why = f"Invited: {InvitedHow(how).label.lower()}"
    for other in other_capacities(stored):
        write_part(other, told, by=by, seen_version=None, why=why)
    return write_part(stored, told, by=by, seen_version=None, why=why)


@transaction.atomic
def _may_be_invited(participant: Participant, how: str) -> Participant:
    """The row and its review as they stand now, once every check has let it pass."""
    stored = held(participant)
    check_can_invite(stored, timezone.localdate())
    if how == InvitedHow.EMAIL:
        check_can_email(reach_of(stored).email, stored.name)
    return stored


def _told_already(stored: Participant, how: str) -> Participant:
    if stored.knows_the_date and stored.invited_how == how:
        return stored
    raise StaleVersion(stored)


def _send(participant: Participant, by: Actor) -> None:
    message = _message(participant, by)
    try:
        message.send()
    except (SMTPException, OSError):
        raise Refused(
            f"The mail server did not take it, so {participant.name} has not been told. "
            "Try again, or invite them another way."
        ) from None


def _message(participant: Participant, by: Actor) -> EmailMultiAlternatives:
    review, email = participant.review, reach_of(participant).email
    setting = review.child.setting
    words = {
        "review": review,
        "setting": setting,
        "participant": participant,
        "initials": initials(review.child.legal_name),
        "by": by.label,
    }
    message = EmailMultiAlternatives(
        " ".join(_text("subject.txt", words).split()),
        _text("body.txt", words),
        to=[email],
        reply_to=[setting.email] if setting.email else None,
        headers={"Message-ID": _message_id(participant)},
        connection=get_connection(timeout=SECONDS_FOR_THE_SERVER),
    )
    message.attach_alternative(_text("body.html", words), "text/html")
    message.attach(_calendar_part(participant, email))
    return message


def _text(part: str, words: dict[str, Any]) -> str:
    return render_to_string(f"emails/review_invitation-{part}", words)


def _message_id(participant: Participant) -> str:
    """The same for two presses on one page, so that a mailbox shows one mail."""
    domain = sender().rpartition("@")[2]
    return f"<{participant.pk}.{participant.row_version}@{domain}>"


def _calendar_part(participant: Participant, email: str) -> MIMEText:
    file = calendar_file(
        meeting_of(participant.review, sender()),
        Method.REQUEST,
        timezone.now(),
        Guest(participant.name, email),
    )
    part = MIMEText(file.decode(), "calendar", "utf-8")
    part.set_param("method", Method.REQUEST.value)
    part.add_header("Content-Disposition", "attachment", filename=FILE_NAME)
    return part
