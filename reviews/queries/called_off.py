"""Who was mailed an invitation to a meeting that will not take place."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from accounts.models import OutboxMail
from accounts.rules.outbox import MailState
from children.models import Child
from reviews.models import InvitedHow, Participant, Review

from .invitations import INVITATION_MAIL

CANCELLATION_MAIL = "review_cancellation"
"""The kind of the mails that call a meeting off; they tell of a participant."""
OFF = Q(review__child__archived_on__isnull=False) | Q(review__cycle__closed_on__isnull=False)


def is_called_off(review: Review) -> bool:
    """Not held, and the child has left or its cycle is over: it will not take place."""
    over = review.child.archived_on or review.cycle.closed_on
    return review.held_on is None and over is not None


def to_be_told(children: Iterable[Child], today: date) -> dict[Participant, str]:
    """The invited of meetings to come that are called off, with the address their invitation went to.

    Nobody to whom a mail about it went or waits; one adult in two capacities once.
    """
    invited = Participant.objects.filter(
        OFF,
        review__child__in=list(children),
        review__held_on__isnull=True,
        review__planned_on__gte=today,
        invited_how=InvitedHow.EMAIL,
        invited_sequence__isnull=False,
    )
    people = {row.pk: row for row in invited.select_related("review__child__setting", "contact")}
    mails = OutboxMail.objects.filter(about_id__in=list(people)).order_by("sent_at", "pk")
    waiting = mails.waiting().filter(kind=CANCELLATION_MAIL)
    known = set(waiting.values_list("about_id", flat=True))
    went = mails.filter(kind=INVITATION_MAIL, state=MailState.SENT.value)
    return {people[mail.about_id]: mail.to for mail in went if mail.about_id not in known}
