"""Which words of a place a calendar file may say: none that lead to a family (C4.1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reviews.rules.calendar_place import place_for_calendars

NAMES = ("Oluwaseyifunmi Adeyemi-Blackwood", "Seyi", "Priya Blackwood", "Al Grant")
HOMES = ("Flat 2, 14 Mill Lane, Harrowby HB4 2QT", "Rose Cottage\nHarrowby", "", "9")


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Orchard room", "Orchard room"),
        ("By video", "By video"),
        ("Their home", "Their home"),
        ("", ""),
        ("seyi's home", ""),
        ("14 BLACKWOOD Road", ""),
        ("At Priya’s", ""),
        ("Mr Grant's flat", ""),
        ("Alder room, 9 to 10", "Alder room, 9 to 10"),
        ("14, Mill Lane", ""),
        ("flat 2", ""),
        ("hb4 2qt", "hb4 2qt"),
        ("Harrowby HB4 2QT", ""),
        ("rose cottage", ""),
        ("Harrowby library", "Harrowby library"),
    ],
)
def test_a_place_that_holds_a_name_or_a_home_of_the_family_is_left_out_c4_1(
    words: str, left: str
) -> None:
    assert place_for_calendars(words, NAMES, HOMES) == left


@given(some.text(max_size=40), some.text(max_size=40))
def test_an_address_of_the_family_in_any_writing_is_left_out(before: str, after: str) -> None:
    words = f"{before} 14 mill LANE {after}"
    assert place_for_calendars(words, NAMES, HOMES) == ""


@given(some.text(max_size=60))
def test_of_a_child_without_names_or_homes_every_place_stays(words: str) -> None:
    assert place_for_calendars(words, ("", ""), ("",)) == words
