"""The calendar file of a review for a member of staff's own calendar."""

from datetime import datetime
from email.utils import parseaddr

from django.conf import settings

from reviews.models import Review
from reviews.rules.calendar_file import Method, calendar_file

from .invitations import meeting_of


def sender() -> str:
    """The address that the portal's mail comes from."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def calendar_copy(review: Review, now: datetime) -> bytes | None:
    """A copy that invites nobody; None while no day is planned. `now` is an aware instant."""
    if review.planned_on is None:
        return None
    return calendar_file(meeting_of(review, sender()), Method.PUBLISH, now, None)
