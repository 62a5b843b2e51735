"""Planning a review and moving it (C4)."""

from datetime import date, time

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from plans.actions.merging import check_same_since, held
from plans.models import Cycle
from reviews.models import Review
from reviews.policies.planning import check_can_move, check_can_review, check_planned_day

from .people import put_on_list
from .review_rows import review_of

WHEN_AND_WHERE = ("planned_on", "planned_time", "place")
"""A change of these is told to everybody who was invited."""


@transaction.atomic
def plan_review(
    *,
    cycle: Cycle,
    planned_on: date,
    planned_time: time | None,
    place: str,
    outside_window_because: str,
    by: Actor,
) -> Review:
    """Plans the one review of a cycle, with the usual people on its list (C4, C4.1).

    Planned already, the same review is answered and nothing changes. `Refused` for a cycle that
    is over or has no start, a day that is past or before the cycle, and, without a reason, a day
    outside the window or one on which the setting is closed.
    """
    cycle = held(cycle)
    review = review_of(cycle)
    if review is not None:
        return review
    today = timezone.localdate()
    check_can_review(cycle, today)
    check_planned_day(cycle, planned_on, outside_window_because, today)
    review = Review(
        child=cycle.child,
        cycle=cycle,
        planned_on=planned_on,
        planned_time=planned_time,
        place=place,
        outside_window_because=outside_window_because,
    ).record(by=by, why="Planned")
    put_on_list(review=review, by=by)
    return review


@transaction.atomic
def move_review(
    *,
    review: Review,
    planned_on: date,
    planned_time: time | None,
    place: str,
    outside_window_because: str,
    by: Actor,
    seen_version: int | None = None,
) -> Review:
    """Moves a planned review: whoever was invited has been told of the old date from now on.

    The calendar file keeps its UID and gets a higher sequence. Nothing happens when nothing
    differs. Refused as `plan_review` is, and once it is held; `StaleVersion` when somebody else
    moved it meanwhile.
    """
    review, today = held(review), timezone.localdate()
    values = {
        "planned_on": planned_on,
        "planned_time": planned_time,
        "place": place,
        "outside_window_because": outside_window_because,
    }
    changed = [name for name, value in values.items() if getattr(review, name) != value]
    if not changed:
        return review
    check_can_move(review, today)
    check_planned_day(review.cycle, planned_on, outside_window_because, today)
    if seen_version is not None and seen_version != review.row_version:
        check_same_since(review, seen_version, values)
    for name in changed:
        setattr(review, name, values[name])
    review.calendar_sequence += any(name in WHEN_AND_WHERE for name in changed)
    return review.record(by=by, why="Moved")
