"""Which day is offered for the next review: that of a cycle which starts on the day of this one (C4)."""

from dataclasses import dataclass
from datetime import date

from accounts.rules.day_words import say_day
from plans.queries.calendar import calendar_of, ruleset_of
from plans.rules.window import ReviewWindow, review_window
from reviews.models import Review
from reviews.rules.verdicts import Decision
from reviews.rules.window_words import window_words


@dataclass(frozen=True, slots=True)
class Offered:
    """The day offered and why, or why none is."""

    on: date | None
    words: str
    is_wanted: bool
    """False when the decision ends support: there is no next review then."""


def next_offered(review: Review, today: date) -> Offered:
    ends = bool(review.decision) and Decision(review.decision).ends_support
    window = offered_window(review)
    if window is None or review.held_on is None:
        return Offered(None, "The setting’s calendar gives no window yet. Choose a day.", not ends)
    days = window_words(window.opens_on, window.due_on, window.moved.value, "", today)
    began = say_day(review.held_on, today)
    words = f"The next cycle begins on {began}, so the next review is due {days}."
    return Offered(window.due_on, words, not ends)


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
