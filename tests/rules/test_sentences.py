"""The sentences of a report, as somebody chooses them for a plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agencies.rules.sentences import LONGEST, sentences


def test_each_bullet_is_a_line_of_its_own_without_its_mark() -> None:
    page = (
        "Recommendations\n• Say the name, then wait\n- Offer two toys\n3. Sing the song\n(b) Point"
    )
    assert sentences(page) == (
        "Recommendations",
        "Say the name, then wait",
        "Offer two toys",
        "Sing the song",
        "Point",
    )


def test_lines_that_the_paper_broke_are_one_sentence() -> None:
    page = (
        "Staff should say his name and wait for five seconds before they show the\n"
        "picture card. Praise every look.\n"
    )
    assert sentences(page) == (
        "Staff should say his name and wait for five seconds before they show the picture card.",
        "Praise every look.",
    )


def test_a_bullet_that_goes_on_in_the_next_line_is_one() -> None:
    page = (
        "• Sit opposite him on the floor, at eye height, for ten minutes of play,\n"
        "  twice a day\n"
        "• Copy what he says\n"
    )
    assert sentences(page) == (
        "Sit opposite him on the floor, at eye height, for ten minutes of play, twice a day",
        "Copy what he says",
    )


def test_a_word_parted_at_the_end_of_a_line_is_whole_again() -> None:
    assert sentences("Use the visual time-\ntable") == ("Use the visual timetable",)


def test_a_heading_does_not_run_into_what_follows() -> None:
    assert sentences("Targets\nSeyi signs more") == ("Targets", "Seyi signs more")


@pytest.mark.parametrize("short", ["e.g.", "i.e.", "approx.", "10 mins.", "Dr.", "p."])
def test_a_shortened_word_ends_no_sentence(short: str) -> None:
    assert sentences(f"Offer toys, {short} Bricks or cars. Wait.") == (
        f"Offer toys, {short} Bricks or cars.",
        "Wait.",
    )


def test_a_page_without_words_has_none() -> None:
    assert sentences("") == sentences(" \n\n ** — \n") == ()


@given(st.text(alphabet=" ab.A\n•-1)é", max_size=300))
def test_no_word_is_lost_or_made_up_and_none_is_too_long(page: str) -> None:
    found = sentences(page)
    assert all(part and len(part) <= LONGEST for part in found)
    said = "".join(letter for part in found for letter in part if letter == "é")
    assert said == "".join(letter for letter in page if letter == "é")
