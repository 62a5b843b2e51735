"""Reads a workbook: the first sheet in sight, cell by cell, with what formulas last showed."""

import re
import zipfile
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import range_boundaries

from accounts.intake import packed
from accounts.intake.packed import PackedFault, PackedWrong
from children.intake.child.sheet import Sheet
from children.intake.kinds import (
    MB,
    MOST_COLUMNS,
    MOST_MERGED,
    MOST_ROWS,
    Finding,
    Found,
    Note,
)

BOUNDS = packed.Bounds(most_parts=500, most_unpacked=80 * MB)
FAULTS = {
    PackedFault.SWELLS: Finding.SWELLS,
    PackedFault.LOCKED: Finding.LOCKED,
    PackedFault.TWO_IN_ONE: Finding.DAMAGED,
    PackedFault.DAMAGED: Finding.DAMAGED,
}
FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
FORMULA_WITH_TEXT = re.compile(
    rb"<(?:\w+:)?f(?: [^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*<(?:\w+:)?v>[^<]"
)
MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')


def warm_up() -> None:
    """Loads whatever openpyxl loads on first use: afterwards no module is opened."""
    made = BytesIO()
    book = Workbook()
    book.active.append(["a", 1, 2.5, True, date(2026, 11, 23), None, "=1"])
    book.save(made)
    opened = load_workbook(BytesIO(made.getvalue()), read_only=True, data_only=True)
    list(opened.active.iter_rows(values_only=True))


def read(sent: bytes) -> Sheet:
    """The rows of the first sheet in sight. Raises `Found`."""
    with zipfile.ZipFile(BytesIO(sent)) as archive:
        _check(archive, len(sent))
        book = load_workbook(BytesIO(sent), read_only=True, data_only=True)
        source = _first_in_sight(book)
        with archive.open(source._worksheet_path) as opened:
            xml = opened.read()
    sheet = Sheet("xlsx")
    if len(book.worksheets) > 1:
        sheet.note(Note.OTHER_SHEETS)
    _note_formulas(sheet, xml)
    merged = _merged(xml)
    if merged:
        sheet.note(Note.MERGED)
    _add_rows(sheet, source, merged)
    return sheet


def _check(archive: zipfile.ZipFile, size: int) -> None:
    try:
        packed.check_list(archive, size, BOUNDS)
    except PackedWrong as wrong:
        raise Found(FAULTS[wrong.fault]) from None
    if "xl/workbook.xml" not in archive.namelist():
        raise Found(Finding.OTHER_KIND)


def _first_in_sight(book: Any) -> Any:
    return next((s for s in book.worksheets if s.sheet_state == "visible"), book.worksheets[0])


def _note_formulas(sheet: Sheet, xml: bytes) -> None:
    formulas, shown = len(FORMULA.findall(xml)), len(FORMULA_WITH_TEXT.findall(xml))
    if formulas:
        sheet.note(Note.FORMULAS if shown else Note.FORMULAS_NEVER_WORKED_OUT)


Ranges = dict[tuple[int, int], tuple[int, int]]
"""For each covered cell (row, column) the first cell of its merged range."""


def _merged(xml: bytes) -> Ranges:
    covered: Ranges = {}
    for reference in MERGED.findall(xml):
        left, top, right, bottom = range_boundaries(reference.decode())
        if (bottom - top + 1) * (right - left + 1) + len(covered) > MOST_MERGED:
            raise Found(Finding.SWELLS)
        for row in range(top, bottom + 1):
            # A title over the table stays one cell; a room beside three children is all of theirs.
            covered[row, left] = (top, left)
    return covered


def _add_rows(sheet: Sheet, source: Any, merged: Ranges) -> None:
    source.reset_dimensions()  # what a file says of its own size is not to be believed
    first: dict[tuple[int, int], str] = {}
    rows = source.iter_rows(max_row=MOST_ROWS * 2, max_col=MOST_COLUMNS + 1, values_only=True)
    for number, values in enumerate(rows, start=1):
        cells = [_text(value) for value in values]
        for at, text in enumerate(cells, start=1):
            begun = merged.get((number, at))
            if begun == (number, at):
                first[begun] = text
            elif begun and not text:
                cells[at - 1] = first.get(begun, "")
        sheet.add(cells)


def _text(value: object) -> str:
    """A day as 2026-11-23, a whole number without a point, a truth as yes or no."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
