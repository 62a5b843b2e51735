"""A review held: by whom it was begun, and each part of it written while it is open (C4.1, C8.1)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import Membership
from accounts.rules.actor import Actor
from children.policies import check_works_here
from plans.actions.merging import held, write_part
from plans.models import Cycle
from reviews.models import HowHeld, Review
from reviews.policies.planning import check_can_hold, check_can_write_review, check_is_being_held

from .people import put_on_list
from .review_rows import review_of

PARTS = frozenset({"child_view", "child_view_how", "why_no_child_view", "why_no_parents_view"})
"""What `write_review` writes. What was decided, and when it was held, have actions of their own."""


@transaction.atomic
def hold_review(
    *,
    review: Review,
    held_on: date,
    how_held: HowHeld,
    interpreter: str,
    minute_taker: Membership,
    by: Actor,
    outside_window_because: str = "",
) -> Review:
    """Begins the minutes of a review held on the day: "overdue" ends here (C4).

    Held already, the same review is answered and nothing changes: whoever comes second joins it.
    `Refused` for a day to come or before the cycle, before the window without a reason, and
    without a finalised plan.
    """
    review = held(review)
    if review.held_on:
        return review
    because = outside_window_because or review.outside_window_because
    _check(review, held_on, because, minute_taker)
    review.held_on, review.how_held, review.interpreter = held_on, how_held, interpreter
    review.minute_taker, review.outside_window_because = minute_taker, because
    return review.record(by=by, why="Held")


@transaction.atomic
def hold_unplanned(
    *,
    cycle: Cycle,
    held_on: date,
    how_held: HowHeld,
    interpreter: str,
    minute_taker: Membership,
    by: Actor,
    outside_window_because: str = "",
) -> Review:
    """Begins a review that nobody planned, with the usual people on its list.

    One that was planned meanwhile is held as it is. Refused as `hold_review` is.
    """
    cycle = held(cycle)
    review = review_of(cycle)
    if review is None:
        check_can_hold(cycle, held_on, outside_window_because, timezone.localdate())
        review = Review(child=cycle.child, cycle=cycle).record(by=by, why="Held without a plan")
        put_on_list(review=review, by=by)
    return hold_review(
        review=review,
        held_on=held_on,
        how_held=how_held,
        interpreter=interpreter,
        minute_taker=minute_taker,
        outside_window_because=outside_window_because,
        by=by,
    )


@transaction.atomic
def correct_held(
    *,
    review: Review,
    held_on: date,
    how_held: HowHeld,
    interpreter: str,
    minute_taker: Membership,
    by: Actor,
    seen_version: int | None = None,
    outside_window_because: str = "",
) -> Review:
    """Puts right when or how a review was held, until its minutes are finalised.

    Refused as `hold_review` is, and for a review that nobody has begun.
    """
    stored = held(review)
    check_is_being_held(stored)
    because = outside_window_because or stored.outside_window_because
    _check(stored, held_on, because, minute_taker)
    values = {
        "held_on": held_on,
        "how_held": how_held,
        "interpreter": interpreter,
        "minute_taker": minute_taker,
        "outside_window_because": because,
    }
    return write_part(review, values, by=by, seen_version=seen_version, why="Put right")


@transaction.atomic
def write_review(
    *, review: Review, values: Mapping[str, Any], by: Actor, seen_version: int | None = None
) -> Review:
    """Saves some of the review's own words; anything may be missing until it is finalised.

    `values` are cleaned fields of `PARTS`. `StaleVersion` when somebody else changed the same
    words since `seen_version`; another part written meanwhile is no conflict.
    """
    if unknown := set(values) - PARTS:
        raise ValueError(f"Not words of a review: {sorted(unknown)}")
    check_can_write_review(held(review))
    return write_part(review, dict(values), by=by, seen_version=seen_version)


def _check(review: Review, held_on: date, because: str, minute_taker: Membership) -> None:
    check_can_write_review(review)
    check_can_hold(review.cycle, held_on, because, timezone.localdate())
    check_works_here(review.child.setting_id, minute_taker, held_on, "minute_taker")
