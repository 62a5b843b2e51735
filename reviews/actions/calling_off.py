"""Calling a meeting off: whoever was mailed an invitation is mailed that it does not take place (C4.1).

Their calendar is told by the file: the same UID and a later SEQUENCE. Nobody presses a button for
it, so nobody can forget to: it follows from a record that is archived and from a plan that is closed.
"""

from collections.abc import Sequence

from django.utils import timezone

from accounts.actions.outbox import MailKind, queue_mail
from accounts.models import OutboxMail
from accounts.rules.actor import Actor
from accounts.rules.outbox import Letter
from accounts.rules.refusal import Refused
from children.models import Child
from plans.actions.merging import held, write_part
from plans.models import Cycle
from reviews.models import Participant
from reviews.policies.people import can_be_told, check_may_be_told
from reviews.queries.called_off import CANCELLATION_MAIL, is_called_off, to_be_told
from reviews.queries.invitations import reach_of
from reviews.queries.review_people import other_capacities
from reviews.rules.calendar_file import Method

from .invitations import letter_with_calendar


def call_off_meetings(children: Sequence[Child], by: Actor) -> None:
    """Has everybody told by mail whose meeting about one of these children will not take place.

    Inside the transaction of what ends it. Whoever may not be told any more is told nothing.
    """
    today = timezone.localdate()
    for participant, address in to_be_told(children, today).items():
        if can_be_told(participant, today) and reach_of(participant).email == address:
            _queue(participant, address, by)


def call_off_meeting_of(cycle: Cycle, by: Actor) -> None:
    """The same, for a cycle that is over."""
    call_off_meetings([cycle.child], by)


def _queue(participant: Participant, address: str, by: Actor) -> None:
    setting = participant.review.child.setting
    queue_mail(
        setting=setting,
        kind=CANCELLATION_MAIL,
        about_id=participant.pk,
        to=address,
        reply_to=setting.email,
        letter=_letter(participant, address, by),
        by=by,
    )


def _letter(participant: Participant, address: str, by: Actor) -> Letter:
    stem = "emails/review_off_to_parent" if participant.contact else "emails/review_off"
    return letter_with_calendar(participant, stem, Method.CANCEL, address, by)


def _check_may_go(mail: OutboxMail) -> None:
    """The mail is about to go: is it off still, and may this person be told, at this address?"""
    stored = Participant.objects.filter(pk=mail.about_id).first()
    if stored is None:
        raise Refused("They were taken off the list before it could go.")
    if not is_called_off(stored.review):
        raise Refused("The meeting stands again, so nobody was told that it does not.")
    check_may_be_told(stored, timezone.localdate())
    if reach_of(stored).email != mail.to:
        raise Refused("Their address was changed before it could go.")


def _went(mail: OutboxMail) -> None:
    """They know of no date any more: should the meeting stand again, they are to be invited anew."""
    stored, by = held(Participant(pk=mail.about_id)), mail.queued_by
    for one in (stored, *other_capacities(stored)):
        write_part(one, {"invited_sequence": None}, by=by, seen_version=None, why="Told it is off")


REVIEW_CANCELLATION = MailKind(
    CANCELLATION_MAIL, "A review that does not take place", _check_may_go, _went
)
