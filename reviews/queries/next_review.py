"""Which day is offered for the next review: that of a cycle which starts on the day of this one (C4)."""

from datetime import date

from plans.queries.calendar import calendar_of, ruleset_of
from plans.rules.window import ReviewWindow, review_window
from reviews.models import Review


def offered_window(review: Review) -> ReviewWindow | None:
    """The window of the next cycle, which starts on the day on which this review is held.

    None before it is held, and where the setting's calendar cannot give one.
    """
    setting = review.child.setting
    if review.held_on is None or not setting.open_weekdays:
        return None
    try:
        rules = ruleset_of(setting, review.held_on).review
        return review_window(review.held_on, calendar_of(setting), rules)
    except ValueError:
        return None


def offered_day(review: Review) -> date | None:
    window = offered_window(review)
    return window.due_on if window else None
