"""No cell that leaves the portal is worked out as a formula, and safe text stays as it was."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from accounts.rules.cells import safe_cell, without_mark
from accounts.rules.sheets import Table, csv_lines, sheet_name, workbook

HOSTILE = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "==1", "=-1", "\t=1", "\r=1", "\n=1", "  =1", "\xa0=1"),
    *("＝1", "＋1", "－1", "＠SUM(A1)", "﹢1", "﹣1", "−1", "⁼1", "₊1", "|cmd", "%0A=1"),
    *("\u200b=1", "\ufeff=1", "\u200e=1", "\u00ad=1", "\x00=1", "\x0b=1", "\u2028=1", "\x85=1"),
    *("a;=1", "a\n=1", "a\r\n+1", "a\t@x", "a;  -1", "=cmd|' /C calc'!A0", "\u200d\u200c =1"),
    *("\ud800=1", "\uffff=1", "\U0001342f=1"),
)
STARTS = "=+-@|%＝＋－＠﹢﹣﹦﹫−⁺⁻⁼₊₋₌"
texts = st.text(st.one_of(st.sampled_from(f"{STARTS};,\t\r\n'\" ab"), st.characters()), max_size=30)


def read_csv(written: bytes, delimiter: str = ",") -> list[list[str]]:
    text = written.decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))


def begins_a_formula(text: str) -> bool:
    """What Excel, LibreOffice and their likes may take for one; said again in other words here."""
    seen = [c for c in text if not c.isspace() and c.isprintable()]
    return bool(seen) and seen[0] in STARTS


@pytest.mark.parametrize("text", HOSTILE)
def test_what_begins_like_a_formula_is_marked_as_text(text: str) -> None:
    safe = safe_cell(text)
    assert isinstance(safe, str)
    assert "'" in safe
    for piece in safe.replace("\n", ";").replace("\t", ";").split(";"):
        assert not begins_a_formula(piece)


@given(texts)
@example("'=1")
@example("\xad=")
def test_no_piece_of_any_text_begins_a_formula_once_it_is_safe(text: str) -> None:
    safe = safe_cell(text)
    assert isinstance(safe, str)
    for separator in ("\n", "\t", ";"):
        assert not any(begins_a_formula(piece) for piece in safe.split(separator))
    assert safe_cell(safe) == safe


@given(st.text("abcdefgŵéśßйع '.,()0123456789", max_size=40))
def test_text_that_is_no_formula_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


@pytest.mark.parametrize("value", [-5, 2.5, True, None, date(2026, 11, 23)])
def test_numbers_days_and_nothing_stay_what_they_are(value: object) -> None:
    assert safe_cell(value) is value  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["+44 1632 960418", "-", "=1", "plain", "O'Neil"])
def test_a_file_that_comes_back_loses_the_mark_again(text: str) -> None:
    safe = safe_cell(text)
    assert isinstance(safe, str)
    assert without_mark(safe) == text


def test_an_apostrophe_of_a_name_is_no_mark() -> None:
    assert without_mark("'t Hooft") == "'t Hooft"


@given(st.lists(st.tuples(texts, texts), max_size=4))
def test_a_csv_reads_back_as_it_was_written_and_holds_no_formula(
    rows: list[tuple[str, str]],
) -> None:
    written = b"".join(csv_lines(Table("Register", ("Name", "Why"), rows)))
    assert written.startswith(b"\xef\xbb\xbf")
    back = read_csv(written)
    assert back == [["Name", "Why"], *[[str(safe_cell(cell)) for cell in row] for row in rows]]
    for delimiter in (";", "\t"):
        for row in read_csv(written, delimiter):
            assert not any(begins_a_formula(cell) for cell in row)


@given(st.lists(st.tuples(texts, st.dates(date(1900, 3, 1), date(2150, 1, 1))), max_size=3))
def test_a_workbook_reads_back_with_days_as_days_and_no_formula(
    rows: list[tuple[str, date]],
) -> None:
    book = load_workbook(BytesIO(workbook(Table("Register", ("Name", "Born"), rows))))
    for row, (name, born) in zip(book.active.iter_rows(min_row=2), rows, strict=True):
        assert row[0].data_type != "f"
        assert (row[0].value or "") == safe_cell(name)
        assert row[1].is_date
        assert row[1].value.date() == born


def test_a_workbook_without_the_protection_would_hold_a_formula() -> None:
    """The negative control: openpyxl itself takes such text for a formula."""
    from openpyxl import Workbook

    book = Workbook()
    book.active["A1"] = "=1+1"
    assert book.active["A1"].data_type == "f"


def test_days_of_a_csv_read_the_same_everywhere() -> None:
    written = b"".join(csv_lines(Table("R", ("On", "Yes"), [(date(2026, 3, 4), True)])))
    assert read_csv(written)[1] == ["2026-03-04", "yes"]


@pytest.mark.parametrize(
    ("name", "taken"),
    [("Children [all]: 1/2", "Children  all   1 2"), ("x" * 40, "x" * 31), ("***", "Table")],
)
def test_a_sheet_has_a_name_that_workbooks_take(name: str, taken: str) -> None:
    assert sheet_name(name) == taken
