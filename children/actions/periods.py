"""Rows that hold from a day to a day: a new one ends the one before on the day before it begins."""

from datetime import date, timedelta
from typing import Protocol

from accounts.rules.actor import Actor


class Period(Protocol):
    """A tracked row with a last day, included; None has no end."""

    until_on: date | None

    def record(self, *, by: Actor, why: str = "", seen_version: int | None = None) -> object: ...


def day_before(on: date) -> date:
    return on - timedelta(days=1)


def end_before(row: Period, new_from_on: date, *, by: Actor, why: str) -> None:
    """Ends the row the day before the new one begins.

    A row that began on that very day ends before it began: it never held.
    """
    row.until_on = day_before(new_from_on)
    row.record(by=by, why=why)
