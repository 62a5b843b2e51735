"""Where the review of a running cycle stands: its pill, its words, and what to do next (C4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from accounts.rules.day_words import say_clock, say_day
from plans.models import Cycle
from plans.rules.window import Moved, ReviewWindow
from reviews.models import Review
from reviews.rules.review_state import ReviewState, review_state
from reviews.rules.words import due_words


@dataclass(frozen=True, slots=True)
class StandingReview:
    """The review of one cycle. `act` is the next thing to do, a verb and a thing, at `url`."""

    cycle: Cycle
    review: Review | None
    state: ReviewState
    line: str
    pill: str
    act: str
    url: str


def reviews_of(cycles: Iterable[Cycle]) -> dict[UUID, Review]:
    """The review of each cycle that has one, by the cycle's id: one query."""
    rows = Review.objects.filter(cycle__in=[cycle.pk for cycle in cycles])
    return {row.cycle_id: row for row in rows}


def reviewable() -> Q:
    """Cycles that run, and those whose minutes are still to be finished."""
    runs = Q(closed_on__isnull=True, plans__finalised_at__isnull=False)
    return runs | Q(review__held_on__isnull=False, review__finalised_at__isnull=True)


def standing_review(cycle: Cycle, review: Review | None, today: date) -> StandingReview | None:
    """None while the cycle has no date, and once its minutes are finalised."""
    if not (cycle.starts_on and cycle.opens_on and cycle.due_on):
        return None
    if review is not None and review.is_finalised:
        return None
    planned_on, held_on = (review.planned_on, review.held_on) if review else (None, None)
    window = ReviewWindow(cycle.opens_on, cycle.due_on, Moved.NO)
    state = review_state(window, planned_on=planned_on, held_on=held_on, today=today)
    line, pill = due_words(cycle.opens_on, cycle.due_on, today)
    if review is not None:
        line, pill = _words(review, state, line, pill, today)
    return StandingReview(cycle, review, state, line, pill, *_next(cycle, review, state, today))


def what_is_next(cycle: Cycle, today: date) -> StandingReview | None:
    """The same of one cycle: its review is planned, opened, begun or finished next."""
    return standing_review(cycle, reviews_of([cycle]).get(cycle.pk), today)


def _words(
    review: Review, state: ReviewState, line: str, pill: str, today: date
) -> tuple[str, str]:
    """What a day that is held or booked adds to when it is due."""
    if review.held_on:
        return f"Held {say_day(review.held_on, today)}", "Minutes to finish"
    if review.planned_on is None or review.planned_on < today:
        return line, pill
    at = f", {say_clock(review.planned_time)}" if review.planned_time else ""
    booked = f"Booked {say_day(review.planned_on, today)}"
    return (f"{booked}{at}", pill) if state is ReviewState.OVERDUE else (line, booked)


def _next(cycle: Cycle, review: Review | None, state: ReviewState, today: date) -> tuple[str, str]:
    """The verb and the thing, and where."""
    if review is None:
        return "Plan the review", reverse("reviews:review_plan", args=[cycle.child_id])
    url = reverse("reviews:review", args=[review.pk])
    if state is ReviewState.MINUTES:
        return "Finish the minutes", url
    is_today = review.planned_on is not None and review.planned_on <= today
    return ("Begin the review" if is_today else "Open the review"), url
