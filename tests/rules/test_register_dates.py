"""Dates of a register: any English form names its day, and the American way is noticed."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from accounts.rules.days import YEARS, NotADay
from children.rules.register.dates import EXCEL_BEGINS, Order, Seen, order_seen, read_date

TODAY = date(2026, 11, 23)
days = st.dates(date(1955, 1, 1), date(2090, 12, 31))
near_days = st.dates(date(2000, 1, 1), date(2090, 12, 31))
"""Of this century: a year of two figures is."""
ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
TIMES = ("", " 00:00", " 00:00:00", "T10:30:00Z", " 9:05 am", " 00:00:00.000")


def day_first(day: date) -> list[str]:
    """Every way in which an English export writes the day, the year in full."""
    d, m, y = day.day, day.month, day.year
    words, ending = f"{day:%B}", ENDINGS.get(d, "th")
    return [
        *(f"{d}/{m}/{y}", f"{d:02}/{m:02}/{y}", f"{d}-{m}-{y}", f"{d}.{m}.{y}", f"{d} {m} {y}"),
        *(f"{d} {words} {y}", f"{d} {words[:3]} {y}", f"{d:02}-{words[:3].upper()}-{y}"),
        *(f"{d}{ending} {words} {y}", f"{d}{ending} of {words} {y}", f"{day:%A} {d} {words} {y}"),
        *(f"{words} {d}, {y}", f"{words[:3]} {d} {y}", f"{words} {d}{ending} {y}"),
        *(
            f"{y}-{m:02}-{d:02}",
            f"{y}/{m}/{d}",
            f"{y}{m:02}{d:02}",
            f"'{d}/{m}/{y}",
            f"  {d}/{m}/{y} ",
        ),
        str((day - EXCEL_BEGINS).days),
    ]


@given(days, st.data())
def test_every_english_form_names_its_day(day: date, data: st.DataObject) -> None:
    written = data.draw(st.sampled_from(day_first(day)))
    assert read_date(written, TODAY) == day


@given(near_days)
def test_a_year_of_two_figures_is_of_this_century(day: date) -> None:
    for written in (f"{day:%d/%m/%y}", f"{day:%d-%b-%y}", f"{day.day} {day:%B %y}"):
        assert read_date(written, TODAY) == day


@given(days, st.sampled_from(TIMES))
def test_a_time_of_day_after_it_changes_no_day(day: date, time: str) -> None:
    for written in (f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}"):
        assert read_date(f"{written}{time}", TODAY) == day


@given(days)
def test_a_file_that_has_the_month_first_is_read_so_once_it_was_said(day: date) -> None:
    for written in (f"{day:%m/%d/%Y}", f"{day.month}-{day.day}-{day.year}"):
        assert read_date(written, TODAY, Order.MONTH_FIRST) == day


@given(st.lists(days, min_size=1, max_size=20))
def test_a_column_tells_its_own_order_and_never_the_other(column: list[date]) -> None:
    plain = order_seen(f"{day:%d/%m/%Y}" for day in column)
    american = order_seen(f"{day:%m/%d/%Y}" for day in column)
    tells = any(day.day > 12 for day in column)
    assert plain is (Seen.DAY_FIRST if tells else Seen.NOTHING)
    assert american is (Seen.MONTH_FIRST if tells else Seen.NOTHING)


@given(st.lists(days, min_size=1), st.lists(days, min_size=1))
def test_two_orders_in_one_column_are_noticed(these: list[date], those: list[date]) -> None:
    mixed = [f"{day:%d/%m/%Y}" for day in these] + [f"{day:%m/%d/%Y}" for day in those]
    if any(day.day > 12 for day in these) and any(day.day > 12 for day in those):
        assert order_seen(mixed) is Seen.BOTH


@given(st.lists(st.text(max_size=12)))
def test_what_is_no_date_says_nothing_of_the_order(column: list[str]) -> None:
    assert order_seen(text for text in column if "/" not in text) in set(Seen)


@given(st.one_of(st.text(max_size=40), st.from_regex(r"[0-9/.\- ]{1,12}")))
@example("31/2/2023")
@example("0/0/0")
@example("00000000")
@example("99999")
@example("3 Apr")
@example("١/٢/٢٠٢٣")
@example("²/3/2023")
@example("today")
def test_a_cell_names_a_day_or_says_that_it_does_not(text: str) -> None:
    for order in Order:
        try:
            found = read_date(text, TODAY, order)
        except NotADay:
            continue
        assert found.year in YEARS


@pytest.mark.parametrize("text", ["3 Apr", "April 2023", "today", "yesterday"])
def test_half_a_date_is_no_birthday(text: str) -> None:
    with pytest.raises(NotADay, match="not a whole date"):
        read_date(text, TODAY)


@given(days.filter(lambda day: day.day <= 12 and day.day != day.month))
def test_without_asking_an_american_birthday_would_be_another_day(day: date) -> None:
    """The negative control: what the question about the order protects from."""
    assert read_date(f"{day:%m/%d/%Y}", TODAY) != day
    assert abs(read_date(f"{day:%m/%d/%Y}", TODAY) - day) >= timedelta(days=27)
