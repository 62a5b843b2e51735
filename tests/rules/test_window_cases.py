"""The review window (C4) on days that go wrong elsewhere, each checked by hand."""

from datetime import date, timedelta

import pytest

from reviews.rules import Calendar, review_window

WEEKDAYS = frozenset(range(5))
TUESDAY_TO_THURSDAY, FRIDAYS, SUNDAYS = frozenset({1, 2, 3}), frozenset({4}), frozenset({6})
YEAR_END = [date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)]
EASTER_2027 = [date(2027, 3, 26), date(2027, 3, 29)]
EASTER_2028 = [date(2028, 4, 14), date(2028, 4, 17)]
HALF_TERM = (date(2026, 10, 26), date(2026, 10, 30))
LONG_CHRISTMAS = (date(2026, 12, 4), date(2027, 1, 10))


def single(days: list[date]) -> tuple[tuple[date, date], ...]:
    return tuple((day, day) for day in days)


@pytest.mark.parametrize(
    ("what", "weekdays", "closures", "starts_on", "due_on", "moved"),
    [
        ("year end", WEEKDAYS, single(YEAR_END), date(2026, 11, 9), date(2027, 1, 4), "NO"),
        ("New Year", WEEKDAYS, single(YEAR_END), date(2026, 11, 6), date(2026, 12, 31), "BEFORE"),
        ("Easter", WEEKDAYS, single(EASTER_2027), date(2027, 2, 1), date(2027, 3, 25), "BEFORE"),
        ("Easter", WEEKDAYS, single(EASTER_2028), date(2028, 2, 21), date(2028, 4, 13), "BEFORE"),
        ("leap day is the day", WEEKDAYS, (), date(2028, 1, 4), date(2028, 2, 29), "NO"),
        ("leap day starts", WEEKDAYS, (), date(2028, 2, 29), date(2028, 4, 25), "NO"),
        ("no leap day", WEEKDAYS, (), date(2027, 1, 4), date(2027, 3, 1), "NO"),
        ("clocks go forward", WEEKDAYS, (), date(2027, 2, 15), date(2027, 4, 12), "NO"),
        ("clocks go back", WEEKDAYS, (), date(2026, 9, 7), date(2026, 11, 2), "NO"),
        ("begins as they go forward", SUNDAYS, (), date(2027, 3, 28), date(2027, 5, 23), "NO"),
        ("begins as they go back", SUNDAYS, (), date(2026, 10, 25), date(2026, 12, 20), "NO"),
        ("three days", TUESDAY_TO_THURSDAY, (), date(2026, 9, 8), date(2026, 11, 3), "NO"),
        ("not Monday", TUESDAY_TO_THURSDAY, (), date(2026, 9, 7), date(2026, 10, 29), "BEFORE"),
        (
            *("three days and a half term", TUESDAY_TO_THURSDAY, (HALF_TERM,)),
            *(date(2026, 9, 7), date(2026, 10, 22), "BEFORE"),
        ),
        ("one day", FRIDAYS, (), date(2026, 11, 20), date(2027, 1, 15), "NO"),
        (
            *("one day, a long Christmas", FRIDAYS, (LONG_CHRISTMAS,)),
            *(date(2026, 11, 20), date(2027, 1, 29), "AFTER"),
        ),
    ],
)
def test_a_window_worked_out_by_hand(
    what: str,
    weekdays: frozenset[int],
    closures: tuple[tuple[date, date], ...],
    starts_on: date,
    due_on: date,
    moved: str,
) -> None:
    window = review_window(starts_on, Calendar(weekdays, closures))
    assert (window.due_on, window.moved.name.split("_")[0]) == (due_on, moved), what
    assert window.opens_on == due_on - timedelta(days=14)


def test_overlapping_closures_count_each_day_once() -> None:
    christmas = (date(2026, 12, 21), date(2027, 1, 4))
    inside, across = single([date(2026, 12, 25)]), ((date(2026, 12, 30), date(2027, 1, 8)),)
    together = ((date(2026, 12, 21), date(2027, 1, 8)),)
    overlapping = Calendar(WEEKDAYS, (christmas, *inside, *across))
    for day in range(1, 29):
        start = date(2026, 11, day)
        assert review_window(start, overlapping) == review_window(
            start, Calendar(WEEKDAYS, together)
        )
