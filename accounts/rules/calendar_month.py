"""A month as an address names it, and its weeks from Monday to Sunday. No Django, no clock."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from .day_words import LONG_MONTHS
from .half_term import monday_of

FIRST_YEAR, LAST_YEAR = 2000, 2100
"""No calendar of the portal reaches further: what is asked beyond is no month."""
_ASKED = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year."""

    year: int
    number: int

    @property
    def first_on(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last_on(self) -> date:
        return self.next.first_on - timedelta(days=1)

    @property
    def next(self) -> "Month":
        return month_of(self.first_on + timedelta(days=31))

    @property
    def before(self) -> "Month":
        return month_of(self.first_on - timedelta(days=1))

    @property
    def title(self) -> str:
        """ "December 2026"."""
        return f"{LONG_MONTHS[self.number - 1]} {self.year}"

    @property
    def asked(self) -> str:
        """As an address names it: "2026-12"."""
        return f"{self.year:04}-{self.number:02}"

    @property
    def is_in_reach(self) -> bool:
        return FIRST_YEAR <= self.year <= LAST_YEAR

    @property
    def weeks(self) -> tuple[tuple[date, ...], ...]:
        """Whole weeks, so that the first and the last may hold days of the months beside it."""
        monday, found = monday_of(self.first_on), []
        while monday <= self.last_on:
            found.append(tuple(monday + timedelta(days=n) for n in range(7)))
            monday += timedelta(weeks=1)
        return tuple(found)


def month_of(on: date) -> Month:
    return Month(on.year, on.month)


def read_month(asked: str) -> Month | None:
    """The month named "2026-12"; None for anything else, and outside the years 2000 to 2100."""
    found = _ASKED.fullmatch(asked)
    if found is None or not 1 <= int(found[2]) <= 12:
        return None
    month = Month(int(found[1]), int(found[2]))
    return month if month.is_in_reach else None
