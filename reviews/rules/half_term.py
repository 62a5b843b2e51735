"""The half term as a strip: last days, meetings, closures, this week and today. No Django, no clock.

Units are those of the drawing, 740 wide. A day has a tick; upon it stand a square for each review
whose last day it is, and a dot for each that is to be held then.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from accounts.rules.day_words import MONTHS, say_day, say_number
from accounts.rules.half_term import WORKING_WEEK, HalfTerm, monday_of

Closure = tuple[date, date]
LEFT, RIGHT, GAP = 4.0, 736.0, 10.0
FOOT, STEP, SIDE = 108.0, 15.0, 12.0
HATCH = 8.0
MOST_DRAWN = 6
"""What stands above one another on a day; more are a figure on top."""
PILE = 3
"""So many last days on one day are too many to hold on it."""


@dataclass(frozen=True, slots=True)
class Last:
    """A review that is not held yet: the days of its window."""

    opens_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class Square:
    """The last day of one review; `is_late` once it has passed."""

    x: float
    y: float
    is_late: bool


@dataclass(frozen=True, slots=True)
class Place:
    """The middle of a dot, a figure or a word."""

    x: float
    y: float
    words: str = ""
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where something reaches."""

    x: float
    width: float

    @property
    def hatch(self) -> str:
        """Slanted lines within it, as one path."""
        top, foot = 14.0, FOOT
        lines = []
        start = self.x - (foot - top)
        while start < self.x + self.width:
            begin = max(start, self.x)
            end = min(start + foot - top, self.x + self.width)
            lines.append(
                f"M{begin:.1f} {foot - (begin - start):.1f}L{end:.1f} {foot - (end - start):.1f}"
            )
            start += HATCH
        return "".join(lines)


@dataclass(frozen=True, slots=True)
class PileUp:
    """A day on which many reviews end, in a sentence."""

    on: date
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """All that the drawing places and says."""

    first_on: date
    last_on: date
    summary: str
    weeks: tuple[Place, ...]
    ticks: tuple[Span, ...]
    squares: tuple[Square, ...]
    dots: tuple[Place, ...]
    figures: tuple[Place, ...]
    hatched: tuple[Span, ...]
    this_week: Span | None
    needle: float | None
    closed_words: str
    closed_x: float
    pile_up: PileUp | None
    days: tuple[tuple[date, int, int], ...]
    """Each day with something on it: how many last days, how many meetings."""


def strip_of(
    term: HalfTerm,
    *,
    lasts: Sequence[Last],
    meetings: Sequence[date],
    closures: Sequence[Closure],
    open_weekdays: Sequence[int],
    today: date,
) -> Strip:
    """The strip of `term`. What lies outside it is not drawn; the summary says how much is overdue."""
    scale = _Scale(term, tuple(sorted(open_weekdays)) or WORKING_WEEK)
    due = Counter(last.due_on for last in lasts if term.first_on <= last.due_on <= term.last_on)
    met = Counter(on for on in meetings if term.first_on <= on <= term.last_on)
    here = term.first_on <= today <= term.last_on
    return Strip(
        first_on=term.first_on,
        last_on=term.last_on,
        summary=_summary(term, due, met, lasts, today),
        weeks=scale.weeks(today),
        ticks=scale.ticks(closures),
        squares=tuple(
            Square(scale.x(on) - SIDE / 2, FOOT - SIDE - STEP * n, on < today)
            for on, count in sorted(due.items())
            for n in range(min(count, MOST_DRAWN))
        ),
        dots=tuple(
            Place(scale.x(on), FOOT - STEP * (min(due[on], MOST_DRAWN) + n) - SIDE / 2)
            for on, count in sorted(met.items())
            for n in range(min(count, MOST_DRAWN - min(due[on], MOST_DRAWN - 1)))
        ),
        figures=tuple(
            Place(scale.x(on), FOOT - STEP * MOST_DRAWN - 4, str(due[on] + met[on]))
            for on in sorted({*due, *met})
            if due[on] + met[on] > MOST_DRAWN
        ),
        hatched=scale.hatched(closures),
        this_week=scale.week(today) if here else None,
        needle=scale.x(today) if here else None,
        closed_words=f"to {_short(term.closed.last_on)}" if term.closed else "",
        closed_x=scale.begin(term.mondays[-1] + timedelta(weeks=1)),
        pile_up=pile_up(term, lasts, today),
        days=tuple((on, due[on], met[on]) for on in sorted({*due, *met})),
    )


def pile_up(term: HalfTerm, lasts: Sequence[Last], today: date) -> PileUp | None:
    """The fullest day still to come, once three or more reviews end on it; the earliest of equals."""
    coming = [last for last in lasts if max(today, term.first_on) <= last.due_on <= term.last_on]
    counted = Counter(last.due_on for last in coming)
    fullest = max(sorted(counted), key=lambda on: counted[on], default=None)
    if fullest is None or counted[fullest] < PILE:
        return None
    count = counted[fullest]
    opens = min(last.opens_on for last in coming if last.due_on == fullest)
    return PileUp(fullest, count, _pile_words(term, fullest, count, opens, today))


def _pile_words(term: HalfTerm, on: date, count: int, opens: date, today: date) -> str:
    shared = f"{say_number(count).capitalize()} reviews share {say_day(on, today)}"
    if on == term.last_on and term.closed:
        shared += f", the last open day before the break ({term.closed.name})"
    begin = max(opens, today)
    weeks = max(((monday_of(on) - monday_of(begin)).days // 7) + 1, 1)
    each = say_number(ceil(count / weeks))
    if weeks == 1:
        return f"{shared}. This week is all there is for them."
    if opens > today:
        return (
            f"{shared}. Their window opens on {say_day(opens, today)}; {each} a week spreads them."
        )
    return f"{shared}. Their window is open; {each} a week spreads them."


def _summary(
    term: HalfTerm, due: Counter[date], met: Counter[date], lasts: Sequence[Last], today: date
) -> str:
    before = sum(last.due_on < min(term.first_on, today) for last in lasts)
    words = (
        f"From {say_day(term.first_on, today)} to {say_day(term.last_on, today)}: "
        f"{_count(due.total(), 'last day')} of reviews, {_count(met.total(), 'meeting')} booked."
    )
    return (
        f"{words} {_count(before, 'review').capitalize()} overdue from before." if before else words
    )


def _count(count: int, word: str) -> str:
    return f"{say_number(count)} {word}{'' if count == 1 else 's'}"


def _short(on: date) -> str:
    return f"{on.day} {MONTHS[on.month - 1]}"


class _Scale:
    """Weeks of one width beside each other, and one more for the break that follows."""

    def __init__(self, term: HalfTerm, weekdays: tuple[int, ...]) -> None:
        self.term, self.weekdays, self.mondays = term, weekdays, term.mondays
        columns = len(self.mondays) + (1 if term.closed else 0)
        self.column = (RIGHT - LEFT) / columns
        self.day = (self.column - GAP) / len(weekdays)

    def begin(self, monday: date) -> float:
        weeks = (monday - self.mondays[0]).days // 7
        return round(LEFT + weeks * self.column, 1)

    def x(self, on: date) -> float:
        """The middle of the day; one on which nobody opens stands beside the day before it."""
        before = sum(day < on.weekday() for day in self.weekdays)
        at = before + 0.5 if on.weekday() in self.weekdays else float(before)
        return round(self.begin(monday_of(on)) + at * self.day, 1)

    def ticks(self, closures: Sequence[Closure]) -> tuple[Span, ...]:
        """A tick for each day on which the setting opens."""
        days = (monday + timedelta(days=day) for monday in self.mondays for day in self.weekdays)
        return tuple(
            Span(round(self.x(on) - self.day * 0.36, 1), round(self.day * 0.72, 1))
            for on in days
            if not any(first <= on <= last for first, last in closures)
        )

    def weeks(self, today: date) -> tuple[Place, ...]:
        return tuple(
            Place(self.begin(monday), 0, _short(monday), monday == monday_of(today))
            for monday in self.mondays
        )

    def week(self, on: date) -> Span:
        return Span(round(self.begin(monday_of(on)) - 3, 1), round(self.column - GAP + 6, 1))

    def hatched(self, closures: Sequence[Closure]) -> tuple[Span, ...]:
        """Days closed within the half term, and the break after it as a week of its own."""
        first, last = self.term.first_on, self.term.last_on
        shut = [
            Span(round(self.x(on) - self.day / 2, 1), round(self.day, 1))
            for monday in self.mondays
            for on in (monday + timedelta(days=day) for day in self.weekdays)
            if first <= on <= last and any(begin <= on <= end for begin, end in closures)
        ]
        if self.term.closed:
            start = LEFT + len(self.mondays) * self.column
            shut.append(Span(round(start, 1), round(self.column - GAP, 1)))
        return tuple(shut)
