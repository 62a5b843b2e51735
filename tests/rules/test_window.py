"""The review window (C4): the guidance's examples, and an oracle that ticks days off a calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.rules import (
    Calendar,
    DueState,
    Moved,
    ReviewRules,
    ReviewWindow,
    agreed_window,
    due_state,
    needs_confirming,
    review_window,
    weeks,
)

MONDAY_TO_FRIDAY = frozenset(range(5))
CLOSURES = (
    (date(2026, 10, 26), date(2026, 10, 30)),
    (date(2026, 12, 21), date(2027, 1, 4)),
    (date(2027, 2, 15), date(2027, 2, 19)),
    (date(2027, 3, 26), date(2027, 4, 9)),
    (date(2027, 5, 3), date(2027, 5, 3)),
    (date(2027, 5, 31), date(2027, 6, 4)),
    (date(2027, 7, 17), date(2027, 9, 5)),
)
TERM_TIME = Calendar(MONDAY_TO_FRIDAY, CLOSURES)
ALL_YEAR = Calendar(MONDAY_TO_FRIDAY, ())
START = date(2026, 9, 7)


@pytest.mark.parametrize(
    ("starts_on", "due_on", "opens_on", "moved"),
    [
        (date(2026, 9, 7), date(2026, 11, 2), date(2026, 10, 19), Moved.NO),
        (date(2026, 11, 2), date(2026, 12, 18), date(2026, 12, 4), Moved.BEFORE_CLOSURE),
        (date(2027, 2, 8), date(2027, 3, 25), date(2027, 3, 11), Moved.BEFORE_CLOSURE),
        (date(2027, 6, 7), date(2027, 7, 16), date(2027, 7, 2), Moved.BEFORE_CLOSURE),
        (date(2027, 6, 21), date(2027, 9, 10), date(2027, 8, 27), Moved.AFTER_CLOSURE),
    ],
)
def test_the_guidances_examples(
    starts_on: date, due_on: date, opens_on: date, moved: Moved
) -> None:
    assert review_window(starts_on, TERM_TIME) == ReviewWindow(opens_on, due_on, moved)


def by_ticking_days(
    starts_on: date, weekdays: set[int], closures: list[tuple[date, date]], rules: ReviewRules
) -> tuple[date, str] | None:
    """Tick every day of two years off one by one; None where the calendar has too few open days."""
    closed = {
        first + timedelta(days=n)
        for first, last in closures
        for n in range((last - first).days + 1)
    }
    two_years_on = starts_on.replace(year=starts_on.year + 2, day=min(starts_on.day, 28))
    two_years_on += timedelta(days=starts_on.day - two_years_on.day)
    if (starts_on.month, starts_on.day) == (2, 29):
        two_years_on = date(starts_on.year + 2, 2, 28)
    needed = rules.minimum_open_weeks * len(weekdays)
    ticked: list[date] = []
    last_open_by_56 = None
    day, number = starts_on, 0
    while day <= two_years_on:
        if day.weekday() in weekdays and day not in closed:
            ticked.append(day)
            if number <= rules.due_after_days:
                last_open_by_56 = day
        if number >= rules.due_after_days and len(ticked) >= needed:
            plain = starts_on + timedelta(days=rules.due_after_days)
            due = last_open_by_56 if _enough(ticked, plain, needed) else ticked[needed - 1]
            assert due is not None
            return due, "NO" if due == plain else ("BEFORE" if due < plain else "AFTER")
        day, number = day + timedelta(days=1), number + 1
    return None


def _enough(ticked: list[date], plain: date, needed: int) -> bool:
    return len([day for day in ticked if day <= plain]) >= needed


SPANS = st.tuples(st.integers(-30, 800), st.integers(0, 60) | st.integers(0, 800))


@given(
    start=st.dates(date(2024, 1, 1), date(2028, 12, 31)),
    weekdays=st.sets(st.integers(0, 6), min_size=1),
    spans=st.lists(SPANS, max_size=6),
    rules=st.sampled_from([ReviewRules(), ReviewRules(42, 7, 4), ReviewRules(84, 21, 8)]),
)
def test_the_window_is_the_one_found_by_ticking_days_off(
    start: date, weekdays: set[int], spans: list[tuple[int, int]], rules: ReviewRules
) -> None:
    closures = [
        (start + timedelta(days=first), start + timedelta(days=first + length))
        for first, length in spans
    ]
    calendar = Calendar(frozenset(weekdays), tuple(closures))
    expected = by_ticking_days(start, weekdays, closures, rules)
    if expected is None:
        with pytest.raises(ValueError, match="in the two years after"):
            review_window(start, calendar, rules)
        return
    window = review_window(start, calendar, rules)
    assert (window.due_on, window.moved.name.split("_")[0]) == expected
    assert (window.due_on - window.opens_on).days == rules.window_days


def test_a_day_on_which_the_setting_never_opens_pulls_the_review_forward() -> None:
    mondays_only_from_tuesday = Calendar(frozenset({0}), ())
    window = review_window(date(2026, 9, 8), mondays_only_from_tuesday)
    assert (window.due_on, window.moved) == (date(2026, 11, 2), Moved.BEFORE_CLOSURE)


def test_exactly_five_open_weeks_are_enough_and_one_day_fewer_is_not() -> None:
    five_weeks_then_closed = Calendar(MONDAY_TO_FRIDAY, ((date(2026, 10, 10), date(2026, 11, 8)),))
    due_on = review_window(START, five_weeks_then_closed).due_on
    assert due_on == date(2026, 10, 9)
    a_day_short = Calendar(MONDAY_TO_FRIDAY, ((date(2026, 10, 9), date(2026, 11, 8)),))
    window = review_window(START, a_day_short)
    assert (window.due_on, window.moved) == (date(2026, 11, 9), Moved.AFTER_CLOSURE)


def test_the_five_weeks_are_looked_for_up_to_the_same_day_two_years_on() -> None:
    last_hope = date(2028, 9, 7)
    closed = ((START, last_hope - timedelta(days=1)),)
    one_day_needed = ReviewRules(minimum_open_weeks=0)
    every_day = frozenset(range(7))
    assert review_window(START, Calendar(every_day, closed), one_day_needed).due_on == last_hope
    with pytest.raises(ValueError, match=r"^The setting is not open for 1 days in the two years"):
        review_window(START, Calendar(every_day, ((START, last_hope),)), one_day_needed)


def test_a_setting_closed_for_years_has_no_window_and_is_told_why() -> None:
    closed = Calendar(MONDAY_TO_FRIDAY, ((date(2026, 1, 1), date(2030, 1, 1)),))
    words = (
        "^The setting is not open for 25 days in the two years after 2026-09-07. "
        "Check its closures.$"
    )
    with pytest.raises(ValueError, match=words):
        review_window(START, closed)


def test_a_cycle_may_start_on_leap_day() -> None:
    assert review_window(date(2028, 2, 29), ALL_YEAR).due_on == date(2028, 4, 25)


def test_a_calendar_without_open_weekdays_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^A calendar needs at least one weekday on which"):
        Calendar(frozenset(), ())


@pytest.mark.parametrize("weekday", [7, -1])
def test_a_weekday_that_does_not_exist_is_refused(weekday: int) -> None:
    with pytest.raises(ValueError, match=r"^Weekdays are the numbers 0, Monday, to 6, Sunday.$"):
        Calendar(frozenset({0, weekday}), ())


def test_a_closure_that_ends_before_it_begins_is_refused() -> None:
    words = "^The closure from 2026-10-30 ends before it begins, on 2026-10-29.$"
    with pytest.raises(ValueError, match=words):
        Calendar(MONDAY_TO_FRIDAY, ((date(2026, 10, 30), date(2026, 10, 29)),))


def test_a_setting_may_open_at_the_weekend_and_close_for_a_single_day() -> None:
    calendar = Calendar(frozenset({5, 6}), ((date(2026, 9, 12), date(2026, 9, 12)),))
    days = list(calendar.open_days(date(2026, 9, 12), date(2026, 9, 20)))
    assert days == [date(2026, 9, 13), date(2026, 9, 19), date(2026, 9, 20)]


def test_overlapping_and_touching_closures_are_one_and_their_order_does_not_matter() -> None:
    first, second, inside, apart = (
        (date(2026, 10, 1), date(2026, 10, 10)),
        (date(2026, 10, 11), date(2026, 10, 20)),
        (date(2026, 10, 3), date(2026, 10, 4)),
        (date(2026, 10, 22), date(2026, 10, 23)),
    )
    calendar = Calendar(MONDAY_TO_FRIDAY, (apart, second, inside, first))
    assert calendar.closures == ((date(2026, 10, 1), date(2026, 10, 20)), apart)
    listed = Calendar([4, 3, 2, 1, 0], [list(first), apart, second])  # type: ignore[arg-type, list-item]
    assert listed == calendar
    assert hash(listed) == hash(calendar)


def test_a_closure_may_last_to_the_end_of_the_calendar() -> None:
    calendar = Calendar(MONDAY_TO_FRIDAY, ((START, date.max), (date.max, date.max)))
    assert calendar.closures == ((START, date.max),)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 10, 18), DueState.RUNNING),
        (date(2026, 10, 19), DueState.IN_WINDOW),
        (date(2026, 11, 2), DueState.IN_WINDOW),
        (date(2026, 11, 3), DueState.OVERDUE),
    ],
)
def test_the_state_turns_on_the_first_day_of_the_window_and_after_the_last(
    today: date, state: DueState
) -> None:
    assert due_state(review_window(START, TERM_TIME), today) is state


def test_another_date_agreed_moves_the_window_and_keeps_why_it_had_moved() -> None:
    worked_out = review_window(date(2027, 6, 21), TERM_TIME)
    agreed = agreed_window(worked_out, date(2027, 7, 16))
    assert agreed == ReviewWindow(date(2027, 7, 2), date(2027, 7, 16), Moved.AFTER_CLOSURE)
    shorter = agreed_window(worked_out, date(2027, 7, 16), ReviewRules(window_days=7))
    assert shorter.opens_on == date(2027, 7, 9)


def test_elapsed_and_open_weeks_are_both_counted() -> None:
    ran = weeks(date(2027, 6, 21), date(2027, 9, 10), TERM_TIME)
    assert (ran.elapsed_days, ran.open_days) == (81, 25)
    assert (ran.elapsed_weeks, ran.open_weeks) == (11.6, 5.0)
    three_days = Calendar(frozenset({0, 1, 2}), ())
    assert weeks(START, date(2026, 9, 14), three_days).open_weeks == 1.3


@pytest.mark.parametrize(("day", "asked"), [(41, True), (42, False), (56, False), (57, True)])
def test_a_review_outside_six_to_eight_weeks_is_to_be_confirmed(day: int, asked: bool) -> None:
    assert needs_confirming(START, START + timedelta(days=day)) is asked


def test_a_ruleset_may_set_other_weeks() -> None:
    rules = ReviewRules(due_after_days=84, window_days=28)
    assert not needs_confirming(START, START + timedelta(days=84), rules)
    assert needs_confirming(START, START + timedelta(days=55), rules)
    assert review_window(START, ALL_YEAR, rules).due_on == date(2026, 11, 30)
