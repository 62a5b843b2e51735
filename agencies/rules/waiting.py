"""How long children wait for an agency: from the referral to the day it first sees them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accounts.rules.bars import BarChart, Kind, Row, bar_chart

FEWEST = 5
"""Fewer waits say nothing about an agency, and might say who waited."""
DAYS_OF_A_WEEK = 7
BANDS = (6, 12, 18)
"""The last whole week of each band; what is longer is in the last."""
KINDS = (
    Kind("Up to 6 weeks", "open"),
    Kind("7 to 12 weeks", "pale"),
    Kind("13 to 18 weeks", "tint"),
    Kind("Over 18 weeks", "solid"),
)


@dataclass(frozen=True, slots=True)
class Wait:
    """One child's wait for one agency. `seen_on` None: still waiting."""

    agency: str
    since: date
    seen_on: date | None

    def weeks(self, today: date) -> int:
        """Whole weeks that are over; until today for a child who still waits."""
        return ((self.seen_on or today) - self.since).days // DAYS_OF_A_WEEK


@dataclass(frozen=True, slots=True)
class AgencyWaits:
    """The waits for one agency in figures: shortest and longest in weeks, how many still wait."""

    agency: str
    shortest: int
    longest: int
    seen: int
    waiting: int
    counts: tuple[int, ...]


def waits_by_agency(waits: Iterable[Wait], today: date) -> tuple[AgencyWaits, ...]:
    """Each agency that somebody waits or waited for, by name."""
    by_agency: dict[str, list[Wait]] = {}
    for wait in waits:
        by_agency.setdefault(wait.agency, []).append(wait)
    return tuple(_of_agency(name, rows, today) for name, rows in sorted(by_agency.items()))


def _of_agency(name: str, waits: list[Wait], today: date) -> AgencyWaits:
    weeks = [wait.weeks(today) for wait in waits]
    waiting = sum(wait.seen_on is None for wait in waits)
    counts = [0] * len(KINDS)
    for number in weeks:
        counts[sum(number > last for last in BANDS)] += 1
    return AgencyWaits(name, min(weeks), max(weeks), len(waits) - waiting, waiting, tuple(counts))


def waiting_chart(agencies: tuple[AgencyWaits, ...]) -> BarChart | None:
    """Children by how long they wait, a bar for each agency; None where there are too few to draw."""
    total = sum(row.seen + row.waiting for row in agencies)
    if total < FEWEST:
        return None
    longest = max(row.longest for row in agencies)
    waiting = sum(row.waiting for row in agencies)
    summary = (
        f"{total:,} children waited or wait, {waiting:,} of them still. "
        f"The longest wait is {longest} weeks."
    )
    rows = [Row(row.agency, row.counts) for row in agencies]
    return bar_chart("Children by how long they wait", summary, KINDS, rows)
