"""Tables as files that a spreadsheet opens: CSV line by line, and a workbook row by row.

Every cell passes `safe_cell`. No Django, no clock.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from accounts.rules.cells import Cell, safe_cell, text_of

BOM = "\ufeff"
"""Excel takes a CSV for UTF-8 only when it begins with this."""
DAY_FORMAT, INSTANT_FORMAT, TEXT_FORMAT = "d mmm yyyy", "d mmm yyyy hh:mm", "@"
NARROWEST, WIDEST = 10, 40


@dataclass(frozen=True, slots=True)
class Table:
    """What is written: a name for file and sheet, heads of the columns, and rows as they come."""

    name: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def csv_lines(table: Table) -> Iterator[bytes]:
    """The table as UTF-8 with a mark at its start for Excel; every cell quoted, lines end CR LF."""
    yield _line(table.heads, BOM)
    for row in table.rows:
        yield _line(row)


def _line(cells: Iterable[Cell], before: str = "") -> bytes:
    written = StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerow([text_of(cell) for cell in cells])
    return (before + written.getvalue()).encode()


def workbook(table: Table) -> bytes:
    """The table as .xlsx: days are days, text is text and never worked out, heads stay in sight."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(sheet_name(table.name))
    sheet.freeze_panes = "A2"
    for at, head in enumerate(table.heads, start=1):
        width = min(max(len(head) + 4, NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.append([_cell(sheet, head, Font(bold=True)) for head in table.heads])
    for row in table.rows:
        sheet.append([_cell(sheet, value) for value in row])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _cell(sheet: Any, value: Cell, font: Font | None = None) -> Any:
    value = safe_cell(value)
    if isinstance(value, bool):
        value = "yes" if value else "no"
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type, cell.number_format = "s", TEXT_FORMAT
    elif isinstance(value, date):
        cell.number_format = INSTANT_FORMAT if isinstance(value, datetime) else DAY_FORMAT
    if font:
        cell.font = font
    return cell


def sheet_name(name: str) -> str:
    """A name that a workbook takes: 31 characters, none of `[]:*?/\\`."""
    return re.sub(r"[\[\]:*?/\\'\x00-\x1f]", " ", name).strip()[:31] or "Table"
