"""The setting's year: bank holidays, what lies between terms, a year copied, open stretches."""

from datetime import date

import pytest

from accounts.rules.school_year import (
    NamedDays,
    bank_holidays,
    breaks_between,
    copied_forward,
    parts_of_year,
)

WEEKDAYS = range(5)
CHRISTMAS = NamedDays("Christmas", date(2026, 12, 21), date(2027, 1, 4))
TRAINING = NamedDays("Training day", date(2026, 9, 28), date(2026, 9, 28))


def term(first: date, last: date) -> NamedDays:
    return NamedDays("", first, last)


def test_bank_holidays_are_those_of_england_from_september_to_august() -> None:
    days = [str(days.first_on) for days in bank_holidays(2026)]
    published = "2026-12-25 2026-12-28 2027-01-01 2027-03-26 2027-03-29"
    assert set(f"{published} 2027-05-03 2027-05-31 2027-08-30".split()) <= set(days)
    assert days == sorted(days)
    assert "2027-01-02" not in days  # Scotland's


def test_a_bank_holiday_on_a_saturday_has_its_substitute_day() -> None:
    days = {days.first_on for days in bank_holidays(2027)}
    assert {date(2027, 12, 27), date(2027, 12, 28), date(2028, 1, 3)} <= days


def test_what_lies_between_terms_is_closed_and_named_by_the_season() -> None:
    halves = [
        term(date(2026, 9, 7), date(2026, 10, 23)),
        term(date(2026, 11, 2), date(2026, 12, 18)),
        term(date(2027, 1, 5), date(2027, 2, 12)),
        term(date(2027, 2, 22), date(2027, 3, 25)),
        term(date(2027, 4, 12), date(2027, 5, 28)),
        term(date(2027, 6, 7), date(2027, 7, 16)),
    ]
    assert breaks_between(halves, date(2027, 9, 6)) == (
        NamedDays("Autumn half term", date(2026, 10, 24), date(2026, 11, 1)),
        NamedDays("Christmas", date(2026, 12, 19), date(2027, 1, 4)),
        NamedDays("February half term", date(2027, 2, 13), date(2027, 2, 21)),
        NamedDays("Easter", date(2027, 3, 26), date(2027, 4, 11)),
        NamedDays("Summer half term", date(2027, 5, 29), date(2027, 6, 6)),
        NamedDays("Summer", date(2027, 7, 17), date(2027, 9, 5)),
    )
    assert len(breaks_between(halves)) == 5


def test_a_weekend_between_two_terms_is_no_break() -> None:
    friday, monday = date(2026, 10, 23), date(2026, 10, 26)
    assert breaks_between([term(date(2026, 9, 7), friday)], monday) == ()
    (bridge,) = breaks_between([term(date(2026, 9, 7), date(2026, 10, 22))], monday)
    assert (bridge.first_on, bridge.last_on) == (friday, date(2026, 10, 25))


@pytest.mark.parametrize("begins", [date(2026, 10, 23), date(2026, 9, 1)])
def test_terms_that_overlap_are_refused(begins: date) -> None:
    with pytest.raises(ValueError, match=r"^A term begins before the one before it has ended.$"):
        breaks_between([term(date(2026, 9, 7), date(2026, 10, 23))], begins)


def test_a_year_copied_keeps_its_weekdays_and_leaves_bank_holidays_out() -> None:
    may_day = NamedDays("May Day", date(2027, 5, 3), date(2027, 5, 3))
    next_year = NamedDays("Training day", date(2027, 9, 6), date(2027, 9, 6))
    assert copied_forward([may_day, CHRISTMAS, next_year, TRAINING], 2026) == (
        NamedDays("Training day", date(2027, 9, 27), date(2027, 9, 27)),
        NamedDays("Christmas", date(2027, 12, 20), date(2028, 1, 3)),
    )


def test_an_empty_year_is_one_open_stretch() -> None:
    (whole,) = parts_of_year(2026, WEEKDAYS, [])
    assert (whole.first_on, whole.last_on) == (date(2026, 9, 1), date(2027, 8, 31))
    assert (whole.is_open, whole.open_days, whole.closures) == (True, 261, ())
    assert whole.weeks(5) == 52.2


def test_a_break_parts_the_year_and_a_single_day_stands_in_its_stretch() -> None:
    before, closed, after = parts_of_year(2026, WEEKDAYS, [CHRISTMAS, TRAINING])
    assert (before.first_on, before.last_on) == (date(2026, 9, 1), date(2026, 12, 18))
    assert (before.open_days, before.closures) == (78, (TRAINING,))
    assert (closed.is_open, closed.open_days, closed.closures) == (False, 0, (CHRISTMAS,))
    assert (closed.first_on, closed.last_on) == (CHRISTMAS.first_on, CHRISTMAS.last_on)
    assert (after.first_on, after.closures) == (date(2027, 1, 5), ())
    assert before.open_days + after.open_days == 261 - 11 - 1


def test_overlapping_closures_are_one_part_and_it_is_said() -> None:
    boxing = NamedDays("Boxing Day", date(2026, 12, 28), date(2026, 12, 28))
    inset = NamedDays("Training day", date(2027, 1, 5), date(2027, 1, 5))
    _, closed, after = parts_of_year(2026, WEEKDAYS, [boxing, inset, CHRISTMAS])
    assert closed.closures == (CHRISTMAS, boxing, inset)
    assert (closed.last_on, closed.overlap) == (date(2027, 1, 5), True)
    assert after.first_on == date(2027, 1, 6)
    _, closed, _ = parts_of_year(2026, WEEKDAYS, [inset, CHRISTMAS])
    assert closed.overlap is False


@pytest.mark.parametrize(("last_on", "parts"), [(date(2026, 11, 17), 1), (date(2026, 11, 18), 3)])
def test_three_closed_days_in_a_row_part_the_year_and_two_do_not(last_on: date, parts: int) -> None:
    closed = NamedDays("Boiler", date(2026, 11, 16), last_on)
    assert len(parts_of_year(2026, WEEKDAYS, [closed])) == parts


def test_a_day_is_counted_by_the_weekdays_on_which_the_setting_opens() -> None:
    (whole,) = parts_of_year(2026, [0], [CHRISTMAS])[:1]
    assert whole.open_days == 15
    assert whole.last_on == date(2026, 12, 14)


def test_a_closure_that_runs_over_the_end_of_the_year_is_cut_at_it() -> None:
    summer = NamedDays("Summer", date(2027, 7, 17), date(2027, 9, 5))
    assert parts_of_year(2026, WEEKDAYS, [summer])[-1].last_on == date(2027, 8, 31)
    first, *_ = parts_of_year(2027, WEEKDAYS, [summer])
    assert (first.first_on, first.last_on) == (date(2027, 9, 1), date(2027, 9, 5))


def test_a_setting_closed_all_year_has_no_open_part() -> None:
    always = NamedDays("Closed", date(2026, 1, 1), date(2028, 1, 1))
    (closed,) = parts_of_year(2026, WEEKDAYS, [always])
    assert closed.is_open is False
