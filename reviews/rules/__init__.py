"""When a review is due. The window's rules stand with the plan's cycle, which carries the date."""

from plans.rules.window import (
    Calendar,
    DueState,
    Moved,
    ReviewRules,
    ReviewWindow,
    agreed_window,
    due_state,
    needs_confirming,
    review_window,
    weeks,
)

__all__ = [
    "Calendar",
    "DueState",
    "Moved",
    "ReviewRules",
    "ReviewWindow",
    "agreed_window",
    "due_state",
    "needs_confirming",
    "review_window",
    "weeks",
]
