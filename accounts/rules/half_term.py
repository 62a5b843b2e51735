"""Half terms: the stretches in which a setting works, from one break to the next. No Django, no clock.

A setting that opens all year has few breaks; its long stretches are parted into about seven weeks,
so that every setting looks ahead over a time that it can plan.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .day_words import school_year_of
from .school_year import NamedDays, Part, parts_of_year

LONGEST_WEEKS, USUAL_WEEKS = 9, 7
WEEKS_BEFORE, WEEKS_AFTER = 2, 6
WORKING_WEEK = (0, 1, 2, 3, 4)
"""Taken where a setting has not said yet on which days it opens."""


@dataclass(frozen=True, slots=True)
class HalfTerm:
    """From the first open day to the last; `closed` is the break right after it, where one follows."""

    first_on: date
    last_on: date
    closed: NamedDays | None

    @property
    def mondays(self) -> tuple[date, ...]:
        """The Monday of each of its weeks."""
        first = monday_of(self.first_on)
        weeks = (monday_of(self.last_on) - first).days // 7 + 1
        return tuple(first + timedelta(weeks=week) for week in range(weeks))


def monday_of(on: date) -> date:
    return on - timedelta(days=on.weekday())


def half_terms(
    years: Iterable[int], open_weekdays: Sequence[int], closures: Iterable[NamedDays]
) -> tuple[HalfTerm, ...]:
    """The half terms of the school years beginning in `years`, in order."""
    stretches = _stretches(years, open_weekdays, closures)
    return tuple(part for stretch in stretches for part in _parted(stretch))


def half_term_on(
    on: date, open_weekdays: Sequence[int], closures: Iterable[NamedDays]
) -> HalfTerm | None:
    """The half term that holds the day, else the next to begin; None where nothing opens again.

    Of a stretch too long for one, the weeks around the day: two before it and six after.
    """
    year = school_year_of(on)
    found = _stretches((year, year + 1), open_weekdays, closures)
    stretch = next((stretch for stretch in found if stretch.last_on >= on), None)
    if stretch is None or len(stretch.mondays) <= LONGEST_WEEKS:
        return stretch
    monday = monday_of(max(on, stretch.first_on))
    first = max(stretch.first_on, monday - timedelta(weeks=WEEKS_BEFORE))
    last = min(stretch.last_on, monday + timedelta(weeks=WEEKS_AFTER, days=6))
    return HalfTerm(first, last, stretch.closed if last == stretch.last_on else None)


def _stretches(
    years: Iterable[int], open_weekdays: Sequence[int], closures: Iterable[NamedDays]
) -> list[HalfTerm]:
    """Each open stretch from one break to the next, however long."""
    weekdays, listed = tuple(open_weekdays) or WORKING_WEEK, list(closures)
    parts = [part for year in years for part in parts_of_year(year, weekdays, listed)]
    after = [*parts[1:], None]
    return [
        HalfTerm(part.first_on, part.last_on, _break(then))
        for part, then in zip(parts, after, strict=True)
        if part.is_open
    ]


def _break(part: Part | None) -> NamedDays | None:
    if part is None or part.is_open:
        return None
    longest = max(part.closures, key=lambda days: days.last_on - days.first_on)
    return NamedDays(longest.name, part.first_on, part.last_on)


def _parted(whole: HalfTerm) -> list[HalfTerm]:
    mondays = whole.mondays
    if len(mondays) <= LONGEST_WEEKS:
        return [whole]
    count = round(len(mondays) / USUAL_WEEKS)
    begins = [mondays[len(mondays) * n // count] for n in range(count)]
    firsts = [whole.first_on, *begins[1:]]
    lasts = [*(monday - timedelta(days=1) for monday in begins[1:]), whole.last_on]
    return [
        HalfTerm(first, last, whole.closed if last == whole.last_on else None)
        for first, last in zip(firsts, lasts, strict=True)
    ]
