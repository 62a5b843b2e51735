"""How papers say dates, counts and windows."""

from datetime import date

import pytest

from isp_portal.documents import words
from isp_portal.documents.paper.versions import window
from isp_portal.languages.phrases import nphrase, say


def plain(text: str) -> str:
    return text.replace(words.NB, " ")


@pytest.mark.parametrize(
    ("opens", "due", "said"),
    [
        (date(2026, 12, 4), date(2026, 12, 18), "between 4 and 18 December 2026"),
        (date(2026, 10, 19), date(2026, 11, 2), "between 19 October and 2 November 2026"),
        (date(2026, 12, 28), date(2027, 1, 11), "between 28 December 2026 and 11 January 2027"),
        (None, date(2026, 12, 18), "by 18 December 2026"),
        (None, None, "not set"),
    ],
)
def test_a_review_window_names_month_and_year_only_as_often_as_needed(
    opens: date | None, due: date | None, said: str
) -> None:
    assert plain(say(window(opens, due))) == said


def test_a_day_and_its_month_never_part_at_the_end_of_a_line() -> None:
    assert " " not in words.short_day(date(2026, 11, 2))
    assert " " not in words.week_day(date(2026, 11, 2))


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "no targets"), (1, "one target"), (4, "four targets"), (12, "12 targets")],
)
def test_counts_are_words_while_they_are_small(number: int, said: str) -> None:
    assert say(nphrase("%(number)s target", "%(number)s targets", number)) == said


@pytest.mark.parametrize(
    ("items", "said"),
    [([], ""), (["1"], "1"), (["1", "2"], "1 and 2"), (["1", "2", "3"], "1, 2 and 3")],
)
def test_lists_end_with_and(items: list[str], said: str) -> None:
    assert words.listed(items) == said


def test_the_record_has_a_week_for_every_week_from_start_to_review() -> None:
    weeks = words.weeks(date(2026, 11, 4), date(2026, 12, 18))
    assert weeks[0] == date(2026, 11, 2)
    assert weeks[-1] == date(2026, 12, 14)
    assert len(weeks) == 7


def test_a_plan_without_dates_gets_eight_weeks_to_date_by_hand() -> None:
    assert words.weeks(None, date(2026, 12, 18)) == [None] * 8


def test_a_long_text_is_cut_at_a_word() -> None:
    assert words.shortened("Wait until she looks, then say her name", 24) == "Wait until she looks…"
    assert words.shortened("Wait.", 24) == "Wait."
