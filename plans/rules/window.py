"""The review window: when a cycle's review is due, on the setting's own calendar (C4).

Half terms are not six to eight weeks, so the window is counted in days. Every day here is a
calendar day; an *open day* is a weekday on which the setting opens and which is in no closure.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from itertools import islice

from accounts.rules.months import months_after

Closure = tuple[date, date]
ONE_DAY = timedelta(days=1)


def _first_day(closure: Closure) -> date:
    return closure[0]


def _merged(closures: tuple[Closure, ...]) -> tuple[Closure, ...]:
    """The same closed days as ordered closures that neither overlap nor touch."""
    merged: list[Closure] = []
    for first, last in sorted(closures):
        if merged and first - merged[-1][1] <= ONE_DAY:
            first, last = merged[-1][0], max(merged.pop()[1], last)
        merged.append((first, last))
    return tuple(merged)


@dataclass(frozen=True)
class Calendar:
    """The weekdays on which the setting opens (0 is Monday) and its closures, both days included.

    Bank holidays are closures. Closures may overlap; they are kept merged and in order.
    Raises ValueError for no open weekday, a weekday that is not 0 to 6, or a closure that ends
    before it begins.
    """

    open_weekdays: frozenset[int]
    closures: tuple[Closure, ...] = ()

    def __post_init__(self) -> None:
        weekdays = frozenset(self.open_weekdays)
        closures = tuple((first, last) for first, last in self.closures)
        if not weekdays:
            raise ValueError("A calendar needs at least one weekday on which the setting opens.")
        if not weekdays <= frozenset(range(7)):
            raise ValueError("Weekdays are the numbers 0, Monday, to 6, Sunday.")
        for first, last in closures:
            if last < first:
                raise ValueError(f"The closure from {first} ends before it begins, on {last}.")
        object.__setattr__(self, "open_weekdays", weekdays)
        object.__setattr__(self, "closures", _merged(closures))

    def is_open(self, day: date) -> bool:
        """Is the setting open on this day?"""
        if day.weekday() not in self.open_weekdays:
            return False
        begun = bisect_right(self.closures, day, key=_first_day)
        return begun == 0 or self.closures[begun - 1][1] < day

    def open_days(self, first: date, last: date) -> Iterator[date]:
        """The open days from the first day to the last, both included, in order."""
        days = (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))
        return (day for day in days if self.is_open(day))


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """The ruleset's numbers: two in days, one in weeks of open days."""

    due_after_days: int = 56
    window_days: int = 14
    minimum_open_weeks: int = 5


DEFAULT_REVIEW_RULES = ReviewRules()


class Moved(Enum):
    """Why a review is not due on the plain day."""

    NO = "no"
    BEFORE_CLOSURE = "before_closure"
    AFTER_CLOSURE = "after_closure"


class DueState(Enum):
    """Where a cycle stands on a day."""

    RUNNING = "running"
    IN_WINDOW = "in_window"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class ReviewWindow:
    """The first and last day of the window, both included, and why it moved."""

    opens_on: date
    due_on: date
    moved: Moved


@dataclass(frozen=True, slots=True)
class Weeks:
    """How much of a cycle has run: calendar days since its start, and open days with the start."""

    elapsed_days: int
    open_days: int
    open_days_a_week: int

    @property
    def elapsed_weeks(self) -> float:
        """Calendar weeks since the start, to one decimal."""
        return round(self.elapsed_days / 7, 1)

    @property
    def open_weeks(self) -> float:
        """Weeks' worth of open days, to one decimal."""
        return round(self.open_days / self.open_days_a_week, 1)


def _due_on(starts_on: date, plain: date, calendar: Calendar, rules: ReviewRules) -> date:
    needed = max(1, rules.minimum_open_weeks * len(calendar.open_weekdays))
    by_plain_day = list(calendar.open_days(starts_on, plain))
    if len(by_plain_day) >= needed:
        return by_plain_day[-1]
    still_needed = needed - len(by_plain_day)
    later = calendar.open_days(plain + ONE_DAY, months_after(starts_on, 24))
    completing = next(islice(later, still_needed - 1, None), None)
    if completing is None:
        raise ValueError(
            f"The setting is not open for {needed} days in the two years after {starts_on}. "
            "Check its closures."
        )
    return completing


def review_window(
    starts_on: date, calendar: Calendar, rules: ReviewRules = DEFAULT_REVIEW_RULES
) -> ReviewWindow:
    """The window of a cycle that starts on this day (C4).

    Due on the last open day on or before day 56, but not before five weeks of open days have run.
    Raises ValueError when the calendar lacks those days in the two years after the start.
    """
    plain = starts_on + timedelta(days=rules.due_after_days)
    due_on = _due_on(starts_on, plain, calendar, rules)
    moved = Moved.NO
    if due_on < plain:
        moved = Moved.BEFORE_CLOSURE
    elif due_on > plain:
        moved = Moved.AFTER_CLOSURE
    return ReviewWindow(due_on - timedelta(days=rules.window_days), due_on, moved)


def agreed_window(
    worked_out: ReviewWindow, due_on: date, rules: ReviewRules = DEFAULT_REVIEW_RULES
) -> ReviewWindow:
    """The window when the SENCO has agreed another date (C4); why it had moved is kept."""
    return replace(worked_out, opens_on=due_on - timedelta(days=rules.window_days), due_on=due_on)


def due_state(window: ReviewWindow, today: date) -> DueState:
    """Running before the window, in the window up to the due day, overdue after it."""
    if today < window.opens_on:
        return DueState.RUNNING
    if today <= window.due_on:
        return DueState.IN_WINDOW
    return DueState.OVERDUE


def weeks(starts_on: date, due_on: date, calendar: Calendar) -> Weeks:
    """Elapsed days from the start to this day, and the open days among them, both ends counted."""
    open_days = sum(1 for _ in calendar.open_days(starts_on, due_on))
    return Weeks((due_on - starts_on).days, open_days, len(calendar.open_weekdays))


def needs_confirming(
    starts_on: date, due_on: date, rules: ReviewRules = DEFAULT_REVIEW_RULES
) -> bool:
    """Is the due day outside six to eight weeks, so that the SENCO confirms it or agrees another?"""
    day = (due_on - starts_on).days
    return not rules.due_after_days - rules.window_days <= day <= rules.due_after_days
