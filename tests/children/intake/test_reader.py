"""A register of any make is read, or kept out with a sentence; what parses it is bounded."""

import subprocess
import sys
import zipfile
from datetime import date
from io import BytesIO
from typing import Any

import pytest

from accounts.intake.process import ROOT
from accounts.rules.refusal import Refused
from children.intake import reader
from children.intake.kinds import MOST_ROWS, Letters, Note
from children.intake.reader import read_sheet

from .files import ROWS, csv_file, workbook

NAMES = ["Zoë Brâncuși", "Łukasz Wójcik"]


def names(sent: bytes, letters: Letters = Letters.AUTOMATIC) -> list[str]:
    return [row[0] for row in read_sheet(sent, "register.csv", letters).rows[1:]]


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("between", [",", ";", "\t", "|"])
def test_letters_and_what_stands_between_cells_are_found(letters: str, between: str) -> None:
    assert names(csv_file(letters=letters, between=between)) == NAMES


def test_letters_of_an_older_kind_are_found_and_said() -> None:
    sheet = read_sheet(
        csv_file([*ROWS[:1], ("Renée O’Brien", "1/2/23", "")], letters="cp1252"), "a.csv"
    )
    assert sheet.rows[1][0] == "Renée O’Brien"
    assert sheet.notes == (Note.OLD_LETTERS,)


def test_letters_can_be_chosen_where_they_are_not_found_rightly() -> None:
    sent = csv_file([ROWS[0], ("Łukasz Wójcik", "1/2/23", "")], letters="cp1250")
    assert names(sent) != ["Łukasz Wójcik"]
    assert names(sent, Letters.CENTRAL) == ["Łukasz Wójcik"]
    with pytest.raises(Refused, match="not written the way you chose"):
        names(sent, Letters.UTF_8)


def test_a_line_that_names_the_separator_is_obeyed() -> None:
    sent = b"sep=;\r\nName;Date of birth\r\nA, B and C;1/2/23\r\n"
    assert read_sheet(sent, "a.csv").rows[1] == ["A, B and C", "1/2/23"]


def test_a_quoted_cell_may_hold_line_breaks_and_separators() -> None:
    rows = (("Name", "Address"), ("Ada Bell", "1 Mill Lane,\nHarrowby;\n“HB4”"))
    for between in ",;":
        assert read_sheet(csv_file(rows, between=between), "a.csv").rows[1][1] == rows[1][1]


def test_real_days_numbers_and_truths_of_a_workbook_are_text() -> None:
    sent = workbook([("Name", "Born", "Serial", "In"), ("Ada", date(2023, 4, 3), 45019, True)])
    assert read_sheet(sent, "a.xlsx").rows[1] == ["Ada", "2023-04-03", "45019", "yes"]


def test_a_room_merged_over_three_children_is_all_of_theirs_and_a_title_stays_one() -> None:
    rows = [("Acorns", None, None), ("Room", "Name", "Born"), ("Owls", "Ada", "1/2/23")]
    rows += [(None, "Ben", "1/3/23"), (None, "Cy", "1/4/23")]

    def merge(book: Any) -> None:
        book.active.merge_cells("A3:A5")
        book.active.merge_cells("A1:C1")

    sheet = read_sheet(workbook(rows, merge), "a.xlsx")
    assert [row[0] for row in sheet.rows] == ["Acorns", "Room", "Owls", "Owls", "Owls"]
    assert sheet.rows[0] == ["Acorns", "", ""]
    assert Note.MERGED in sheet.notes


def test_formulas_are_never_worked_out_and_are_said() -> None:
    sheet = read_sheet(workbook([*ROWS, ("=1+1", "1/2/23", "Owls")]), "a.xlsx")
    assert sheet.rows[3][0] == ""
    assert sheet.notes == (Note.FORMULAS_NEVER_WORKED_OUT,)
    shown = changed(workbook([*ROWS, ("=1+1", "1/2/23", "Owls")]), b"<v></v>", b"<v>2</v>")
    assert shown.rows[3][0] == "2"
    assert shown.notes == (Note.FORMULAS,)


def changed(sent: bytes, old: bytes, new: bytes) -> Any:
    """The workbook with other bytes in its first sheet."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(sent)) as there, zipfile.ZipFile(written, "w", 8) as here:
        for part in there.namelist():
            content = there.read(part)
            if part.endswith("sheet1.xml"):
                content = content.replace(b"<v />", new).replace(b"<v/>", new).replace(old, new)
            here.writestr(part, content)
    return read_sheet(written.getvalue(), "a.xlsx")


def test_the_first_sheet_in_sight_is_read() -> None:
    def hide(book: Any) -> None:
        book.active.sheet_state = "hidden"
        book.create_sheet("Children").append(["Name", "Born"])

    sheet = read_sheet(workbook(ROWS, hide), "a.xlsx")
    assert sheet.rows == [["Name", "Born"]]
    assert sheet.notes == (Note.OTHER_SHEETS,)


BAD = {
    "nothing": (b"  \r\n ", "There is nothing in this file"),
    "a PDF": (b"%PDF-1.7 ...", "this is neither"),
    "a web page called xls": (b"<html><table>", "this is neither"),
    "an older workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "older kind"),
    "a zip of something else": (b"", "this is neither"),
    "half a workbook": (workbook()[:900], "could not be read to its end"),
    "one column": (b"Ada\nBen\n", "one column"),
    "too many bytes": (b"a,b\n" * 3_000_000, "larger than 10 MB"),
    "too many rows": (b"a,b\n" * 10_100, "more than 2,000 rows.* or make several files"),
    "too many columns": (b"a," * 200 + b"\nb", "more than 120 columns"),
    "bytes of a program": (bytes(range(256)) * 8, "this is neither"),
    "an endless cell": (b'a,b\n"' + b"x" * 300_000, "could not be read to its end"),
}


def packed(parts: dict[str, bytes]) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


BAD["a zip of something else"] = (packed({"word/document.xml": b"<a/>"}), "this is neither")
BAD["a part that swells"] = (packed({"xl/workbook.xml": b" " * 20_000_000}), "swells")


@pytest.mark.parametrize("what", BAD)
def test_what_is_no_register_stays_out_with_a_sentence(what: str) -> None:
    sent, words = BAD[what]
    with pytest.raises(Refused, match=words) as refused:
        read_sheet(sent, "register.csv")
    assert "choose one again" in refused.value.sentence


def test_a_merged_range_over_a_whole_sheet_swells() -> None:
    merged = b'</sheetData><mergeCells><mergeCell ref="A1:ALL100000"/></mergeCells>'
    with pytest.raises(Refused, match="swells"):
        changed(workbook(ROWS), b"</sheetData>", merged)


def test_as_many_rows_as_are_checked_while_somebody_waits_come_in() -> None:
    rows = [ROWS[0], *((f"Child {n}", "1/2/23", "Owls") for n in range(MOST_ROWS))]
    assert len(read_sheet(csv_file(rows), "a.csv").rows) == MOST_ROWS + 1
    assert len(read_sheet(workbook(rows), "a.xlsx").rows) == MOST_ROWS + 1


def test_a_process_that_dies_is_a_refusal_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "run_bounded", lambda *_, **__: b"")
    with pytest.raises(Refused, match="took too long"):
        read_sheet(csv_file(), "a.csv")


def test_the_process_that_serves_never_loads_what_parses() -> None:
    words = (
        "import sys; import children.intake.reader; "
        "print([m for m in sys.modules if m.startswith(('children.intake.child', 'openpyxl'))])"
    )
    said = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True)
    assert said.stdout.strip() == "[]"
