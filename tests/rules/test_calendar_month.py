"""A month as an address names it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from accounts.rules.calendar_month import Month, month_of, read_month


def test_a_month_is_read_and_written_alike() -> None:
    assert read_month("2026-12") == Month(2026, 12)
    assert read_month("2026-12").asked == "2026-12"  # type: ignore[union-attr]
    assert Month(2026, 12).title == "December 2026"


@pytest.mark.parametrize(
    "asked",
    ["", "2026", "2026-13", "2026-00", "9999-01", "0000-00", "26-1", "2026-12-01", "x", "²-1"],
)
def test_anything_else_is_no_month(asked: str) -> None:
    assert read_month(asked) is None


@given(some.text(max_size=12))
def test_no_text_breaks_it(asked: str) -> None:
    month = read_month(asked)
    assert month is None or month.is_in_reach


@given(some.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_weeks_are_whole_and_hold_every_day_of_the_month_once(on: date) -> None:
    month = month_of(on)
    days = [day for week in month.weeks for day in week]
    assert all(week[0].weekday() == 0 and len(week) == 7 for week in month.weeks)
    assert len(set(days)) == len(days)
    assert {month.first_on, on, month.last_on} <= set(days)
    assert month.next.before == month
