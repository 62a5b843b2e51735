"""Every clause of the guidance is kept by tests whose names say so: `…_c4_1` or `c4_1_…`."""

import re

import pytest

from accounts.templatetags.clauses import CLAUSES

from .source import python_files, read

NAME = re.compile(r"^\s*def (test_\w+)\(", re.MULTILINE)
CLAUSE = re.compile(r"(?:^|_)c(\d(?:_\d)?)(?=_|$)")
MISSPELT = re.compile(r"_c\d\d+(?:_|$)")
OF_THE_CYCLE = ("C4", "C4.1", "C5", "C5.1", "C6", "C6.1", "C8", "C8.1")


def names() -> list[str]:
    tests = [path for path in python_files(tests=True) if path.parts[0] == "tests"]
    return [name for path in tests for name in NAME.findall(read(path))]


def clauses_of(name: str) -> set[str]:
    """The clauses that the name of a test says: "C4.1" for `test_…_c4_1`."""
    said = {f"C{found.replace('_', '.')}" for found in CLAUSE.findall(name)}
    return said & set(CLAUSES)


def test_a_clause_is_read_from_a_name_as_people_write_it() -> None:
    assert clauses_of("test_a_review_moves_c4_1") == {"C4.1"}
    assert clauses_of("test_c4_1_the_letter_says_when") == {"C4.1"}
    assert clauses_of("test_c4_the_window") == {"C4"}
    assert clauses_of("test_the_record_and_the_minutes_c8_c8_1") == {"C8", "C8.1"}
    assert clauses_of("test_of_abc4_and_c9") == set()


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_has_tests_whose_names_say_it(clause: str) -> None:
    least = 3 if clause in OF_THE_CYCLE else 1
    found = [name for name in names() if clause in clauses_of(name)]
    assert len(found) >= least, f"{clause}: {found}"


def test_no_name_writes_a_clause_without_its_point() -> None:
    assert [name for name in names() if MISSPELT.search(name)] == []
