"""A setting's year, 1 September to 31 August: terms, closed days, bank holidays. No Django, no clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from holidays import country_holidays

ONE_DAY = timedelta(days=1)
A_YEAR_OF_WEEKS = timedelta(weeks=52)
"""Copied forward by whole weeks, a Monday stays a Monday."""
SHORTEST_BREAK = 3
"""Fewer closed days in a row, counted in days on which the setting opens, part no half terms."""

BREAK_NAMES = (
    *("New Year", "February half term", "Easter", "Easter", "Summer half term", "Summer half term"),
    *("Summer", "Summer", "Autumn", "Autumn half term", "Autumn half term", "Christmas"),
)
"""What a break is called by the month in which its middle lies, January first."""


@dataclass(frozen=True, slots=True)
class NamedDays:
    """Days with a name, both ends included: a term, a half term, or days closed."""

    name: str
    first_on: date
    last_on: date

    def meets(self, other: "NamedDays") -> bool:
        """Have the two a day in common?"""
        return self.first_on <= other.last_on and other.first_on <= self.last_on


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the year: closed under these names, or open but for the days named in it.

    `open_days` is 0 for a closed part. `overlap` says that closures share days: each counts once.
    """

    is_open: bool
    first_on: date
    last_on: date
    open_days: int
    closures: tuple[NamedDays, ...]
    overlap: bool

    def weeks(self, open_days_a_week: int) -> float:
        """Open days as weeks of the setting's own length, to one decimal."""
        return round(self.open_days / open_days_a_week, 1)


def first_of_year(year: int) -> date:
    """The first day of the school year that begins in `year`."""
    return date(year, 9, 1)


def last_of_year(year: int) -> date:
    """Its last day, in the summer after."""
    return date(year + 1, 8, 31)


def bank_holidays(year: int) -> tuple[NamedDays, ...]:
    """The bank holidays of England in a school year, in order, substitute days included."""
    known = country_holidays("GB", subdiv="ENG", years=[year, year + 1], language="en_GB")
    first, last = first_of_year(year), last_of_year(year)
    days = sorted((on, name) for on, name in known.items() if first <= on <= last)
    return tuple(NamedDays(name, on, on) for on, name in days)


def breaks_between(
    terms: Iterable[NamedDays], back_on: date | None = None
) -> tuple[NamedDays, ...]:
    """What is closed between terms or half terms, in the order given, named by the season.

    `back_on` is the first day of the next year, if it is known. Weekends between are no break.
    Raises ValueError when a term begins before the one before it has ended.
    """
    listed = list(terms)
    ends = [term.last_on for term in listed]
    starts = [term.first_on for term in listed[1:]] + ([back_on] if back_on else [])
    found = []
    for ended, begins in zip(ends, starts, strict=False):
        if begins <= ended:
            raise ValueError("A term begins before the one before it has ended.")
        first, last = ended + ONE_DAY, begins - ONE_DAY
        if any(day.weekday() < 5 for day in _days(first, last)):
            found.append(NamedDays(_season(first, last), first, last))
    return tuple(found)


def _season(first: date, last: date) -> str:
    return BREAK_NAMES[(first + (last - first) / 2).month - 1]


def copied_forward(closures: Iterable[NamedDays], year: int) -> tuple[NamedDays, ...]:
    """The closures of a school year, 52 weeks on. Bank holidays move by other rules: left out."""
    first, last = first_of_year(year), last_of_year(year)
    single = {holiday.first_on for holiday in bank_holidays(year)}
    return tuple(
        NamedDays(days.name, days.first_on + A_YEAR_OF_WEEKS, days.last_on + A_YEAR_OF_WEEKS)
        for days in sorted(closures, key=lambda days: days.first_on)
        if first <= days.first_on <= last
        and not (days.first_on == days.last_on and days.first_on in single)
    )


def parts_of_year(
    year: int, open_weekdays: Iterable[int], closures: Iterable[NamedDays]
) -> tuple[Part, ...]:
    """The year in order: open stretches, and the breaks of three or more open weekdays between.

    Shorter closures stand inside the stretch that they fall in. Weekdays are 0 (Monday) to 6.
    """
    first, last = first_of_year(year), last_of_year(year)
    weekdays = frozenset(open_weekdays)
    listed = sorted(closures, key=lambda days: (days.first_on, days.last_on))
    inside = [days for days in listed if days.first_on <= last and days.last_on >= first]
    groups = [group for group in _touching(inside) if _is_break(group, weekdays)]
    parts, day = [], first
    for group in groups:
        begins = max(first, group[0].first_on)
        ends = min(last, max(days.last_on for days in group))
        parts += _stretch(day, begins - ONE_DAY, weekdays, inside)
        parts.append(Part(False, begins, ends, 0, tuple(group), _overlap(group)))
        day = ends + ONE_DAY
    return (*parts, *_stretch(day, last, weekdays, inside))


def _touching(closures: list[NamedDays]) -> list[list[NamedDays]]:
    """Closures that share a day or follow each other at once, together."""
    groups: list[list[NamedDays]] = []
    for days in closures:
        if groups and days.first_on - max(d.last_on for d in groups[-1]) <= ONE_DAY:
            groups[-1].append(days)
        else:
            groups.append([days])
    return groups


def _is_break(group: list[NamedDays], weekdays: frozenset[int]) -> bool:
    closed = _days(group[0].first_on, max(days.last_on for days in group))
    return sum(day.weekday() in weekdays for day in closed) >= SHORTEST_BREAK


def _overlap(group: Iterable[NamedDays]) -> bool:
    listed = list(group)
    return any(one.meets(two) for one, two in pairwise(listed))


def _stretch(
    first: date, last: date, weekdays: frozenset[int], closures: list[NamedDays]
) -> list[Part]:
    """The open part from the first to the last day, without the closed days at its ends."""
    stretch = NamedDays("", first, last)
    within = tuple(days for days in closures if days.meets(stretch))
    opened = [
        day
        for day in _days(first, last)
        if day.weekday() in weekdays
        and not any(days.first_on <= day <= days.last_on for days in within)
    ]
    if not opened:
        return []
    return [Part(True, opened[0], opened[-1], len(opened), within, _overlap(within))]


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
