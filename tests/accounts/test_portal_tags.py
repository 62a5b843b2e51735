"""The tags that pages share say the right words and refuse what the look does not have."""

from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.safestring import SafeString

from accounts.rules.day_words import say_clock, say_day, say_long_day, say_number
from accounts.templatetags.clauses import CLAUSES
from accounts.templatetags.drawings import cycle_bar_svg, place
from accounts.templatetags.states import look_of

TODAY = date(2026, 11, 23)


def shown(source: str, **names: Any) -> str:
    return Template("{% load portal %}" + source).render(Context(names))


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 11, 2), "Mon 2 Nov"),
        (date(2026, 9, 1), "Tue 1 Sep"),
        (date(2027, 8, 31), "Tue 31 Aug"),
        (date(2026, 8, 31), "Mon 31 Aug 2026"),
        (date(2027, 9, 1), "Wed 1 Sep 2027"),
        (date(2028, 2, 29), "Tue 29 Feb 2028"),
    ],
)
def test_a_day_carries_its_year_only_outside_this_school_year(on: date, words: str) -> None:
    assert say_day(on, TODAY) == words


def test_a_heading_says_the_day_in_full() -> None:
    assert say_long_day(TODAY, TODAY) == "Monday 23 November"
    assert say_long_day(date(2025, 3, 4), TODAY) == "Tuesday 4 March 2025"


def test_times_and_small_counts_are_said_as_people_say_them() -> None:
    assert say_clock(time(9, 5)) == "09:05"
    assert [say_number(n) for n in (0, 1, 10, 11)] == ["no", "one", "ten", "11"]


def test_an_instant_is_said_in_london_time(monday: None) -> None:
    summer = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert shown("{{ at|day }}", at=summer) == "Thu 2 Jul 2026"
    assert shown("{{ at|moment }}", at=datetime(2026, 11, 23, 9, 40, tzinfo=UTC)) == "Today 09:40"
    assert shown("{{ at|moment }}", at=summer) == "Thu 2 Jul 2026, 00:30"
    assert shown("{{ at|clock }}", at=summer) == "00:30"


def test_no_day_says_nothing(monday: None) -> None:
    assert shown("{{ on|day }}{{ on|long_day }}{{ on|moment }}{{ on|clock }}", on=None) == ""


def test_an_icon_that_is_not_drawn_is_refused() -> None:
    with pytest.raises(LookupError, match="No icon unicorn"):
        shown('{% icon "unicorn" %}')


def test_an_icon_is_hidden_from_readers() -> None:
    assert 'aria-hidden="true"' in shown('{% icon "calendar" %}')


def test_arrows_turn_from_right_to_left_and_clocks_do_not() -> None:
    assert "icon-turns" in shown('{% icon "arrow-end" %}')
    assert "icon-turns" not in shown('{% icon "clock" %}')


def test_a_pill_says_icon_words_and_colour() -> None:
    said = shown('{% pill "review" "overdue" words %}', words="3 weeks overdue")
    assert "#overdue" in said
    assert "3 weeks overdue" in said
    assert "pill-coral" in said


def test_a_pill_takes_a_member_of_an_enum_and_its_own_words() -> None:
    assert look_of("review", SimpleNamespace(name="IN_WINDOW")).words == "In the window"
    assert look_of("decision", "NOT_REQUIRED_AGE").words == "Not required"


def test_words_of_a_pill_and_a_chip_are_never_markup() -> None:
    hostile = "<script>alert(1)</script>"
    assert "<script>" not in shown('{% pill "review" "running" w %}{% chip "house" w %}', w=hostile)


def test_words_that_were_once_called_safe_are_still_escaped() -> None:
    hostile = "<b>kept</b>"
    for words in (SafeString(hostile), hostile):
        assert "<b>" not in shown('{% pill "review" "running" w %}', w=words)


def test_an_unknown_state_is_refused() -> None:
    with pytest.raises(LookupError, match="No pill for review sideways"):
        shown('{% pill "review" "sideways" %}')


def test_each_clause_tag_opens_its_own_words() -> None:
    request = RequestFactory().get("/")
    said = shown('{% clause "C1" %}{% clause "C1" %}', request=request)
    assert 'popovertarget="clause-C1-1"' in said
    assert 'id="clause-C1-2"' in said
    assert CLAUSES["C1"] in said


def test_a_clause_the_guidance_does_not_have_is_refused() -> None:
    with pytest.raises(LookupError, match="no clause C9"):
        shown('{% clause "C9" %}')


def test_the_bar_keeps_one_scale_and_its_ends() -> None:
    assert place(0) == 2
    assert place(84) == place(200)
    assert place(-3) == place(0)
    assert place(42) - place(0) == pytest.approx(place(84) - place(42), abs=0.2)


def test_a_late_bar_has_a_tail_and_says_its_days() -> None:
    days = (date(2026, 9, 7), date(2026, 10, 19), date(2026, 11, 2))
    late = cycle_bar_svg(*days, TODAY)
    assert "cycle-tail" in late
    assert "window Mon 19 Oct to Mon 2 Nov, today Mon 23 Nov" in late
    on_time = cycle_bar_svg(*days, date(2026, 11, 2))
    assert "cycle-tail" not in on_time


def test_a_cycle_without_a_first_day_is_said_in_words(monday: None) -> None:
    assert "Not started" in shown("{% cycle_bar None on on on %}", on=TODAY)
