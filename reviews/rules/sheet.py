"""A record sheet: one child's week on paper, typed in afterwards (C8)."""

from datetime import date, timedelta
from uuid import UUID, uuid5

DAYS_OF_A_WEEK = 7


def monday_of(on: date) -> date:
    """The Monday that begins the week of a day."""
    return on - timedelta(days=on.weekday())


def days_of_week(monday: date) -> tuple[date, ...]:
    """Monday to Sunday."""
    return tuple(monday + timedelta(days=n) for n in range(DAYS_OF_A_WEEK))


def row_token(sheet: UUID, on: date) -> UUID:
    """The token of one day's row, the same every time the same sheet is sent."""
    return uuid5(sheet, on.isoformat())
