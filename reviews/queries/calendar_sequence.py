"""The number by which calendars tell the latest word about a meeting from an earlier one."""

from typing import Any

from children.models import Child
from children.queries import archive_turns
from reviews.models import Review


def sequence_of(review: Review) -> int:
    """The number of the latest word about it that calendars were told, as the feed counts.

    It rises when the meeting is moved, when the child's record is archived or comes back, and when
    its cycle ends without it.
    """
    children: Any = Child.objects.filter(pk=review.child_id)
    turns: int = children.annotate(turns=archive_turns("pk")).values_list("turns", flat=True).get()
    overtaken = review.held_on is None and review.cycle.closed_on is not None
    return review.calendar_sequence + turns + overtaken
