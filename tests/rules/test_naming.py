"""Whether a report speaks of the child at all."""

from datetime import date

import pytest

from agencies.rules.naming import names_child

NAMES = ("Oluwaseyifunmi Adeyemi-Blackwood", "Seyi")
BORN = date(2023, 2, 14)


@pytest.mark.parametrize(
    "words",
    [
        "Report about SEYI",
        "seyi's report",
        "A. Blackwood came with his mother",
        "DOB 14/02/2023",
        "born 14.2.2023",
        "14 February 2023",
        "14th? no: 14 Feb 2023",
        "2023-02-14",
    ],
)
def test_a_part_of_the_name_or_the_birth_date_names_the_child(words: str) -> None:
    assert names_child(words, NAMES, BORN)


@pytest.mark.parametrize(
    "words", ["", "Maisie Carter, 15/02/2023", "Seyitan and Blackwoods", "114/02/20233"]
)
def test_another_name_does_not(words: str) -> None:
    assert not names_child(words, NAMES, BORN)


def test_accents_and_apostrophes_do_not_count() -> None:
    assert names_child("Zofia WISNIEWSKA", ("Zofia Wiśniewska",), BORN)
    assert names_child("wisniewska", ("Wiśniewska-Dąbrowska", ""), BORN)
    assert names_child("Tamsin OHara", ("Q O'Hara",), BORN)
    assert names_child("Łucja", ("Lucja Z",), BORN)


def test_a_child_of_short_names_is_named_by_the_whole_of_one() -> None:
    assert names_child("about Jo Li, four", ("Jo Li",), BORN)
    assert not names_child("Jo came, and Li came", ("Jo Li", ""), BORN)
