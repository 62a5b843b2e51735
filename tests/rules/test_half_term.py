"""Half terms, and what stands on the strip of one."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from accounts.rules.half_term import HalfTerm, half_term_on, half_terms
from accounts.rules.school_year import NamedDays
from reviews.rules.half_term import MOST_DRAWN, Last, strip_of

WEEK = (0, 1, 2, 3, 4)
CLOSED = [
    NamedDays("Autumn half term", date(2026, 10, 26), date(2026, 10, 30)),
    NamedDays("Christmas", date(2026, 12, 21), date(2027, 1, 4)),
    NamedDays("Spring half term", date(2027, 2, 15), date(2027, 2, 19)),
    NamedDays("Training", date(2026, 12, 4), date(2026, 12, 4)),
]
TODAY = date(2026, 11, 23)
LAST_DAY = date(2026, 12, 18)


def term(on: date = TODAY) -> HalfTerm:
    found = half_term_on(on, WEEK, CLOSED)
    assert found is not None
    return found


def strip(lasts=(), meetings=(), today=TODAY):  # type: ignore[no-untyped-def]
    return strip_of(
        term(today),
        lasts=list(lasts),
        meetings=list(meetings),
        closures=[(days.first_on, days.last_on) for days in CLOSED],
        open_weekdays=WEEK,
        today=today,
    )


def last(due_on: date) -> Last:
    return Last(due_on - timedelta(days=14), due_on)


def test_the_half_term_that_holds_today_runs_from_one_break_to_the_next() -> None:
    found = term()
    assert (found.first_on, found.last_on) == (date(2026, 11, 2), LAST_DAY)
    assert found.closed == NamedDays("Christmas", date(2026, 12, 21), date(2027, 1, 4))
    assert len(found.mondays) == 7


def test_in_a_break_it_is_the_half_term_that_comes() -> None:
    assert term(date(2026, 12, 24)).first_on == date(2027, 1, 5)
    assert term(date(2026, 10, 25)).first_on == date(2026, 11, 2)


def test_a_setting_that_never_closes_has_stretches_of_about_seven_weeks() -> None:
    found = half_terms((2026,), (), [])
    assert [len(one.mondays) for one in found] == [6, 7, 6, 7, 7, 6, 7, 7]
    assert found[0].first_on == date(2026, 9, 1)
    assert found[-1].last_on == date(2027, 8, 31)


def test_of_a_stretch_too_long_for_a_half_term_the_weeks_around_the_day_are_shown() -> None:
    found = half_term_on(TODAY, (), [])
    assert found is not None
    assert (found.first_on, found.last_on) == (date(2026, 11, 9), date(2027, 1, 10))
    early = half_term_on(date(2026, 9, 3), (), [])
    assert early is not None
    assert early.first_on == date(2026, 9, 1)


def test_a_setting_that_is_closed_for_good_has_none() -> None:
    assert half_term_on(TODAY, WEEK, [NamedDays("Closed", TODAY, date(2032, 1, 1))]) is None


@given(some.dates(date(2024, 1, 1), date(2040, 1, 1)))
def test_half_terms_follow_each_other_and_overlap_nowhere(on: date) -> None:
    found = half_terms((on.year, on.year + 1), WEEK, CLOSED)
    assert all(one.first_on <= one.last_on for one in found)
    assert all(one.last_on < two.first_on for one, two in pairwise(found))


def test_a_last_day_is_a_square_and_is_late_once_it_has_passed() -> None:
    found = strip([last(date(2026, 11, 9)), last(TODAY), last(date(2026, 12, 7))])
    assert [square.is_late for square in found.squares] == [True, False, False]
    assert found.days == ((date(2026, 11, 9), 1, 0), (TODAY, 1, 0), (date(2026, 12, 7), 1, 0))


def test_a_meeting_is_a_dot_above_the_squares_of_its_day() -> None:
    found = strip([last(TODAY)], [TODAY, date(2026, 11, 26)])
    assert len(found.dots) == 2
    assert found.dots[0].y < found.squares[0].y
    assert found.dots[0].x == found.squares[0].x + 6


def test_today_is_a_needle_within_the_tint_of_this_week() -> None:
    found = strip()
    assert found.this_week is not None
    assert found.this_week.x < found.needle < found.this_week.x + found.this_week.width
    assert strip(today=date(2026, 12, 24)).needle is None


def test_a_closed_day_is_hatched_and_has_no_tick() -> None:
    found = strip()
    assert len(found.ticks) == 7 * 5 - 1
    assert len(found.hatched) == 2
    assert found.closed_words == "to 4 Jan"
    assert found.hatched[0].hatch.startswith("M")


def test_a_pile_up_is_named_with_how_many_a_week_would_spread_it_c4() -> None:
    found = strip([last(LAST_DAY)] * 7 + [last(date(2026, 12, 7))])
    assert found.pile_up is not None
    assert found.pile_up.words == (
        "Seven reviews share Fri 18 Dec, the last open day before the break (Christmas). "
        "Their window opens on Fri 4 Dec; three a week spreads them."
    )
    assert (found.pile_up.on, found.pile_up.count) == (LAST_DAY, 7)


def test_two_on_a_day_and_what_has_passed_are_no_pile_up() -> None:
    assert strip([last(LAST_DAY)] * 2 + [last(date(2026, 11, 9))] * 5).pile_up is None


def test_a_pile_up_of_this_week_says_that_there_is_no_other() -> None:
    found = strip([last(date(2026, 11, 27))] * 3)
    assert (
        found.pile_up.words == "Three reviews share Fri 27 Nov. This week is all there is for them."
    )


def test_more_than_fit_are_a_figure_and_none_stands_outside_the_drawing() -> None:
    found = strip([last(LAST_DAY)] * 40, [LAST_DAY] * 5)
    assert len(found.squares) == MOST_DRAWN
    assert [figure.words for figure in found.figures] == ["45"]
    assert all(square.y > 0 for square in found.squares)
    assert all(dot.y > 0 for dot in found.dots)


def test_the_summary_says_what_is_drawn_and_what_is_overdue_from_before() -> None:
    found = strip([last(LAST_DAY), last(date(2026, 10, 2))], [date(2026, 11, 26)])
    assert found.summary == (
        "From Mon 2 Nov to Fri 18 Dec: one last day of reviews, one meeting booked. "
        "One review overdue from before."
    )
