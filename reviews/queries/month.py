"""Reviews in a stretch of days: meetings, last days, and windows that open (C4)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from children.models import Child
from plans.models import Cycle
from reviews.models import Review

from .standing_review import reviewable


@dataclass(frozen=True, slots=True)
class CycleInMonth:
    """A cycle with its review, if one is planned or was held."""

    child: Child
    opens_on: date
    due_on: date
    review: Review | None
    cycle_id: UUID

    @property
    def meets_on(self) -> date | None:
        """The day it was held, else the day that is planned."""
        return (self.review.held_on or self.review.planned_on) if self.review else None

    @property
    def is_held(self) -> bool:
        return self.review is not None and self.review.held_on is not None


def cycles_between(children: Any, first: date, last: date) -> list[CycleInMonth]:
    """Every cycle of these children with something in these days. One query."""
    days = (first, last)
    return _found(
        Q(review__held_on__range=days)
        | RUNS & Q(review__planned_on__range=days)
        | reviewable() & (Q(due_on__range=days) | Q(opens_on__range=days)),
        children,
    )


def reviews_to_book(children: Any) -> list[CycleInMonth]:
    """Every review of these children that is not held: to be planned, or moved. One query."""
    return _found(RUNS & Q(review__held_on__isnull=True), children)


RUNS = Q(closed_on__isnull=True, plans__finalised_at__isnull=False)


def _found(which: Q, children: Any) -> list[CycleInMonth]:
    rows = Cycle.objects.filter(
        which, child__in=children, opens_on__isnull=False, due_on__isnull=False
    )
    found = rows.select_related("child__room", "review").distinct().order_by("due_on", "pk")
    return [
        CycleInMonth(row.child, row.opens_on, row.due_on, getattr(row, "review", None), row.pk)
        for row in found
        if row.opens_on and row.due_on
    ]
