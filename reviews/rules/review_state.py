"""Where the review of a cycle stands on a day (C4). No Django, no clock."""

from datetime import date
from enum import Enum

from plans.rules.window import DueState, ReviewWindow, due_state


class ReviewState(Enum):
    """In the order in which people want to see them."""

    MINUTES = "minutes"
    OVERDUE = "overdue"
    IN_WINDOW = "in_window"
    BOOKED = "booked"
    RUNNING = "running"


def review_state(
    window: ReviewWindow, *, planned_on: date | None, held_on: date | None, today: date
) -> ReviewState:
    """Holding the review ends "overdue" and opens "minutes to finish" (C4). A day that is planned
    and has passed books nothing."""
    if held_on is not None:
        return ReviewState.MINUTES
    due = due_state(window, today)
    if due is DueState.OVERDUE:
        return ReviewState.OVERDUE
    if planned_on is not None and planned_on >= today:
        return ReviewState.BOOKED
    return ReviewState.IN_WINDOW if due is DueState.IN_WINDOW else ReviewState.RUNNING
