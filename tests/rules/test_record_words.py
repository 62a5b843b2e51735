"""What the pages of the record say: lines in short, gaps, sessions, and when a review is."""

from datetime import date, time, timedelta

import pytest

from reviews.rules.words import due_words, gap_words, in_short, needs_nudge, session_at


def test_a_line_is_cut_between_words() -> None:
    assert in_short("Two choices  at snack") == "Two choices at snack"
    assert in_short("Two choices at snack, held up", 22) == "Two choices at snack…"
    assert in_short("x" * 90, 10) == "x" * 9 + "…"
    assert all(len(in_short("say his name and wait " * 9, most)) <= most for most in range(5, 99))


def test_seven_attended_days_without_an_entry_are_worth_a_word() -> None:
    assert (needs_nudge(6), needs_nudge(7)) == (False, True)


def test_a_gap_says_on_how_many_days_the_child_was_in() -> None:
    assert gap_words("Zofia", 10, 7) == "Zofia was in on seven of them."
    assert gap_words("Zofia", 7, 7) == "Zofia was in on all of them."


def test_the_afternoon_begins_at_noon() -> None:
    assert (session_at(time(11, 59)), session_at(time(12, 0))) == ("morning", "afternoon")


DUE, OPENS = date(2026, 12, 18), date(2026, 12, 4)


@pytest.mark.parametrize(
    ("day", "line", "pill"),
    [
        (OPENS - timedelta(days=1), "Review by Fri 18 Dec", "Running"),
        (OPENS, "Review by Fri 18 Dec", "Window opens today"),
        (OPENS + timedelta(days=1), "Review by Fri 18 Dec", "13 days left"),
        (DUE - timedelta(days=1), "Review by Fri 18 Dec", "1 day left"),
        (DUE, "Review by Fri 18 Dec", "Due today"),
        (DUE + timedelta(days=1), "Was due Fri 18 Dec", "1 day overdue"),
        (DUE + timedelta(days=13), "Was due Fri 18 Dec", "13 days overdue"),
        (DUE + timedelta(days=14), "Was due Fri 18 Dec", "2 weeks overdue"),
    ],
)
def test_a_review_says_when_it_is_and_how_long_still(day: date, line: str, pill: str) -> None:
    assert due_words(OPENS, DUE, day) == (line, pill)
