"""Which cycle of a child a review is planned for now, and who began a review that is held."""

from dataclasses import dataclass
from datetime import datetime

from children.models import Child
from plans.models import Cycle
from reviews.models import Review


@dataclass(frozen=True, slots=True)
class Begun:
    """Who began the review, and when they pressed."""

    who: str
    at: datetime


def cycle_to_review(child: Child) -> Cycle | None:
    """The oldest cycle that has started and is not over; None where a plan has still to start."""
    running = Cycle.objects.filter(child=child, starts_on__isnull=False, closed_on__isnull=True)
    return running.select_related("child__setting").order_by("number").first()


def planned_review(child: Child) -> Review | None:
    """The review of that cycle, once somebody planned or began it."""
    cycle = cycle_to_review(child)
    return Review.objects.filter(cycle=cycle).first() if cycle else None


def begun(review: Review) -> Begun | None:
    """Whoever came first, for everybody who joins."""
    rows = review.history.filter(held_on__isnull=False)
    first = rows.order_by("history_date", "history_id").first()
    return Begun(first.actor_label, first.history_date) if first else None
