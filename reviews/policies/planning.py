"""When a review may be planned, moved, held and written, and why not (C4, C4.1)."""

from datetime import date, timedelta

from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from children.models import Child
from children.policies import check_can_change
from plans.models import Cycle, SupportPlan
from plans.policies.plans import allowed
from plans.queries.calendar import calendar_of
from reviews.models import Review
from reviews.rules.window_words import is_outside, window_words

FURTHEST_AHEAD = timedelta(days=366)
WHY = "outside_window_because"


def check_can_review(cycle: Cycle, today: date) -> None:
    """The cycle has a start and is not over."""
    check_can_change(cycle.child)
    check_cycle_runs(cycle, today)
    if cycle.starts_on is None:
        raise Refused(f"Plan {cycle.number} has no start yet. Say first when it starts.")


def check_cycle_runs(cycle: Cycle, today: date) -> None:
    """Its plan was not closed, and its review has not ended it."""
    if cycle.closed_on:
        raise Refused(
            f"The cycle of plan {cycle.number} ended on {say_day(cycle.closed_on, today)}. "
            "The next review is of the next plan."
        )


def check_planned_day(cycle: Cycle, planned_on: date, because: str, today: date) -> None:
    """A day to come inside the cycle; outside the window, or on a closed day, with a reason (C4)."""
    _check_after_start(cycle, planned_on, "planned_on", today)
    if planned_on < today:
        raise Refused(
            "This day is past. If the review was held then, record it as held.", "planned_on"
        )
    if planned_on - today > FURTHEST_AHEAD:
        raise Refused("This is more than a year ahead.", "planned_on")
    if because.strip():
        return
    if is_outside(planned_on, cycle.opens_on, cycle.due_on):
        raise Refused(f"{_window_of(cycle, today)} Say why it is planned for another day.", WHY)
    if not is_open_day(cycle.child, planned_on):
        raise Refused(
            f"You are closed on {say_day(planned_on, today)}. Say why the review is on that day.",
            WHY,
        )


def _check_after_start(cycle: Cycle, on: date, field: str, today: date) -> None:
    if cycle.starts_on is None or on < cycle.starts_on:
        began = f" on {say_day(cycle.starts_on, today)}" if cycle.starts_on else ""
        raise Refused(f"The review comes after plan {cycle.number} starts{began}.", field)


def _window_of(cycle: Cycle, today: date) -> str:
    assert cycle.opens_on is not None  # a day is outside a window only where there is one
    assert cycle.due_on is not None
    words = window_words(cycle.opens_on, cycle.due_on, cycle.moved, cycle.agreed_because, today)
    return f"The review is due {words}."


def is_open_day(child: Child, on: date) -> bool:
    """Does the child's setting open on the day?"""
    try:
        return calendar_of(child.setting).is_open(on)
    except ValueError:  # no opening days are recorded: nobody is asked why
        return True


def check_can_move(review: Review, today: date) -> None:
    """A review moves until it is held."""
    check_can_write_review(review)
    if review.held_on:
        raise Refused(
            f"This review was held on {say_day(review.held_on, today)}. It does not move any more."
        )
    check_can_review(review.cycle, today)


def can_move(review: Review, today: date) -> bool:
    return allowed(check_can_move, review, today)


def check_can_hold(cycle: Cycle, held_on: date, because: str, today: date) -> None:
    """Held today or earlier, inside the cycle, of a plan in force; before the window with a reason."""
    check_can_review(cycle, today)
    if not SupportPlan.objects.finalised().filter(cycle=cycle).exists():
        raise Refused(f"Plan {cycle.number} is not finalised yet. There is nothing to review.")
    if held_on > today:
        raise Refused("This day has not come yet.", "held_on")
    _check_after_start(cycle, held_on, "held_on", today)
    if cycle.opens_on and held_on < cycle.opens_on and not because.strip():
        raise Refused(f"{_window_of(cycle, today)} Say why it is held before that.", WHY)


def check_can_write_review(review: Review) -> None:
    """What is written in a review changes until its minutes are finalised."""
    check_can_change(review.child)
    if review.is_finalised:
        raise Refused("The minutes are finalised. They do not change any more.")


def check_is_being_held(review: Review) -> None:
    """Begun, and its minutes not finalised."""
    check_can_write_review(review)
    if review.held_on is None:
        raise Refused("Begin the review first.")


def can_write_review(review: Review) -> bool:
    return allowed(check_can_write_review, review)
