"""Inviting people to a review: a mail is queued, and they count as invited once it went (C4.1).

A mail names no child. A parent reads "your child", which no stranger at the same screen can place.
Staff and agencies, who look after many, read the initials: enough to know whom to look up beside
the setting's name, and not enough for anybody else. Subject, preview, file name and calendar file
hold neither.
"""

from dataclasses import replace
from datetime import date

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from accounts.actions.outbox import MailKind, queue_mail, stop_mails, written
from accounts.models import OutboxMail, StaleVersion
from accounts.rules.actor import Actor
from accounts.rules.outbox import Letter, TextFile
from accounts.rules.refusal import Refused
from children.rules.initials import initials
from plans.actions.merging import held, write_part
from reviews.models import InvitedHow, Participant
from reviews.policies.people import check_can_email, check_can_invite
from reviews.queries.calendar_copy import sender
from reviews.queries.invitations import INVITATION_MAIL, is_on_its_way, meeting_of, reach_of
from reviews.queries.review_people import other_capacities
from reviews.rules.calendar_file import FILE_NAME, Guest, Method, calendar_file


@transaction.atomic
def invite_participant(
    *, participant: Participant, how: str, seen_version: int, by: Actor
) -> Participant:
    """Invites one person, or tells them of the new date, and records how and when (C4.1).

    By email the mail is queued in this transaction; the worker sends it, and only then they count
    as invited. Pressed twice, one mail goes: `seen_version` is the row as the page showed it.
    `Refused` for a contact who may not take part and an agency without consent, at this very
    moment; the same is asked again when the mail is about to go.
    """
    stored = _may_be_invited(participant, how)
    if stored.row_version != seen_version:
        return _told_already(stored, how)
    if how != InvitedHow.EMAIL:
        stop_mails(
            kind=INVITATION_MAIL,
            about_id=stored.pk,
            because="They were told in another way.",
            by=by,
        )
        return _mark(stored, how, stored.review.calendar_sequence, timezone.localdate(), by)
    if not is_on_its_way(stored):
        _queue(stored, by)
    return stored


def _mark(participant: Participant, how: str, sequence: int, on: date, by: Actor) -> Participant:
    """What somebody was told of: `sequence` is that of the date they read, moved since or not."""
    told = {"invited_on": on, "invited_how": how, "invited_sequence": sequence}
    why = f"Invited: {InvitedHow(how).label.lower()}"
    for other in other_capacities(participant):
        write_part(other, told, by=by, seen_version=None, why=why)
    return write_part(participant, told, by=by, seen_version=None, why=why)


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


def _queue(participant: Participant, by: Actor) -> None:
    setting, email = participant.review.child.setting, reach_of(participant).email
    queue_mail(
        setting=setting,
        kind=INVITATION_MAIL,
        about_id=participant.pk,
        to=email,
        reply_to=setting.email,
        letter=letter_with_calendar(participant, "", Method.REQUEST, email, by),
        told={"sequence": participant.review.calendar_sequence},
        by=by,
    )


def invitation_letter(participant: Participant, by_label: str, stem: str = "") -> Letter:
    """What the mail says; for the preview too. A parent reads it in their language, and in English.

    `stem` are other templates than those that invite.
    """
    review = participant.review
    words = {
        "review": review,
        "setting": review.child.setting,
        "participant": participant,
        "initials": initials(review.child.legal_name),
        "by": by_label,
    }
    return written(stem or _stem(participant), words)


def _stem(participant: Participant) -> str:
    return "emails/review_to_parent" if participant.contact else "emails/review_invitation"


def letter_with_calendar(
    participant: Participant, stem: str, method: Method, email: str, by: Actor
) -> Letter:
    """A mail about the meeting, to one person, with the file that tells their calendar of it."""
    guest = Guest(participant.name, email, _title(participant))
    meeting = meeting_of(participant.review, sender())
    file = calendar_file(meeting, method, timezone.now(), guest).decode()
    calendar = TextFile(FILE_NAME, file, "calendar", {"method": method.value})
    return replace(invitation_letter(participant, by.label, stem), files=(calendar,))


def _title(participant: Participant) -> str:
    """Of the meeting in a parent's own calendar, in their language and in English."""
    title = render_to_string("emails/review_to_parent-title.txt", {"participant": participant})
    return title.strip()


def _check_may_go(mail: OutboxMail) -> None:
    """The mail is about to go: may this person still be told, of this date, at this address?"""
    stored = Participant.objects.filter(pk=mail.about_id).first()
    if stored is None:
        raise Refused("They were taken off the list before it could go.")
    check_can_invite(stored, timezone.localdate())
    if stored.review.calendar_sequence != mail.told["sequence"]:
        raise Refused("The review was moved before it could go.")
    if reach_of(stored).email != mail.to:
        raise Refused("Their address was changed before it could go.")


def _went(mail: OutboxMail) -> None:
    """Marks as invited whoever was mailed, unless they were told of a later date meanwhile."""
    assert mail.sent_at is not None  # it is marked as sent first
    stored = held(Participant(pk=mail.about_id))
    sequence = mail.told["sequence"]
    if stored.invited_sequence is None or stored.invited_sequence <= sequence:
        on = timezone.localdate(mail.sent_at)
        _mark(stored, InvitedHow.EMAIL.value, sequence, on, mail.queued_by)


REVIEW_INVITATION = MailKind(INVITATION_MAIL, "Invitation to a review", _check_may_go, _went)
