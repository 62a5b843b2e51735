"""Negative controls: what each guard of an import keeps out comes in once the guard is off.

The other half of each pair stands in `test_register_import`, `intake/test_reader` and `tests/rules`.
"""

import re
from datetime import date
from typing import Any

import pytest

from accounts.rules.refusal import Refused
from children.actions import register as actions
from children.actions.register import adding
from children.forms.register import ColumnsForm
from children.intake.child import sheet as sheets
from children.intake.child import text as csvs
from children.intake.child import workbook as workbooks
from children.intake.kinds import Finding, Found, Letters, Note
from children.models import Child
from children.queries.register import children_to_be
from children.rules.register import rows as reading
from tests.people import Cast

from .intake.files import ROWS, csv_file, workbook
from .registers import HEADS, letters, stage

SEYI_AGAIN = ("Oluwaseyifunmi Adeyemi-Blackwood", "14/2/2023", "Orchard")


def add(found: Any, people: Cast) -> Any:
    by = people.sam.as_actor()
    return actions.add_register(register_import=found, leave_out_wrong=False, by=by)


def test_a_formula_in_a_name_is_kept_out_by_its_guard_alone(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [HEADS, ("=HYPERLINK(1)", "3/4/23", "")]
    assert children_to_be(stage(people.sam, rows))[0].problems
    monkeypatch.setattr(reading, "BEGIN_FORMULAS", frozenset())
    assert not children_to_be(stage(people.sam, rows))[0].problems


def test_a_child_who_is_there_is_kept_out_by_the_search_for_doubles_alone(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Refused, match="No row of this file would be added"):
        add(stage(people.sam, [HEADS, SEYI_AGAIN]), people)
    monkeypatch.setattr(reading, "mark_doubles", lambda found, known: None)
    add(stage(people.sam, [HEADS, SEYI_AGAIN]), people)
    assert Child.objects.filter(legal_name=people.seyi.legal_name).count() == 2


def test_an_american_file_is_asked_about_by_its_guard_alone(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [HEADS, ("Ada Bell", "3/4/2023", ""), ("Ben Oak", "4/23/2023", "")]
    found = stage(people.sam, rows)
    said = {"column_0": "full_name", "column_1": "birth_date", "column_2": "room"}
    assert "date_order" in ColumnsForm(said, register_import=found).errors
    monkeypatch.setattr(ColumnsForm, "asks_order", lambda self: False)
    assert ColumnsForm(said, register_import=found).is_valid()
    ada, ben = children_to_be(found)
    assert ada.born == date(2023, 4, 3)  # she was born on 4 March
    assert ben.problems


def test_more_rows_than_a_file_may_have_are_stopped_by_their_bound_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent = b"a,b\n" * 10_100
    with pytest.raises(Found) as stopped:
        csvs.read(sent, Letters.AUTOMATIC)
    assert stopped.value.finding is Finding.TOO_MANY_ROWS
    monkeypatch.setattr(sheets, "MOST_ROWS", 10**9)
    assert len(csvs.read(sent, Letters.AUTOMATIC).rows) == 10_100


def test_more_children_than_come_in_at_a_time_are_stopped_by_their_bound_alone(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [HEADS, *((f"Ada {letters(n)}", "1/2/23", "") for n in range(4))]
    monkeypatch.setattr(adding, "MOST_AT_A_TIME", 3)
    with pytest.raises(Refused, match="4 children stand in this file"):
        add(stage(people.sam, rows), people)
    monkeypatch.setattr(adding, "MOST_AT_A_TIME", 4)
    assert add(stage(people.sam, rows), people).added_count == 4


def test_letters_of_an_older_kind_are_read_by_the_search_for_them_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent = csv_file([("Name", "Born"), ("Zoë", "1/2/23")], letters="cp1252")
    assert csvs.read(sent, Letters.AUTOMATIC).rows[1][0] == "Zoë"
    monkeypatch.setattr(csvs, "letters_of", lambda sent: Letters.UTF_8)
    with pytest.raises(Found) as stopped:
        csvs.read(sent, Letters.AUTOMATIC)
    assert stopped.value.finding is Finding.NOT_THESE_LETTERS
    monkeypatch.setattr(csvs, "letters_of", lambda sent: Letters.MAC)
    assert csvs.read(sent, Letters.AUTOMATIC).rows[1][0] != "Zoë"


def test_a_merged_room_is_everybodys_by_the_search_for_merged_cells_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent = workbook(ROWS, lambda book: book.active.merge_cells("C2:C3"))
    assert [row[2] for row in workbooks.read(sent).rows[1:]] == ["Owls", "Owls"]
    monkeypatch.setattr(workbooks, "MERGED", re.compile(b"(?!)"))
    assert [len(row) for row in workbooks.read(sent).rows[1:]] == [3, 2]


def test_a_formula_of_a_workbook_is_said_by_the_search_for_it_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent = workbook([*ROWS, ("=A2", "1/2/23", "Owls")])
    assert Note.FORMULAS_NEVER_WORKED_OUT in workbooks.read(sent).notes
    monkeypatch.setattr(workbooks, "FORMULA", re.compile(b"(?!)"))
    assert Note.FORMULAS_NEVER_WORKED_OUT not in workbooks.read(sent).notes
