"""Registers made up for the tests, as CSV and as workbooks."""

import csv
from collections.abc import Callable, Sequence
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook

ROWS = (
    ("Name", "Date of birth", "Room"),
    ("Zoë Brâncuși", "3/4/23", "Owls"),
    ("Łukasz Wójcik", "14/2/2023", "Owls"),
)


def csv_file(
    rows: Sequence[Sequence[Any]] = ROWS, *, letters: str = "utf-8", between: str = ","
) -> bytes:
    written = StringIO()
    csv.writer(written, delimiter=between).writerows(rows)
    return written.getvalue().encode(letters)


def workbook(
    rows: Sequence[Sequence[Any]] = ROWS, change: Callable[[Any], object] | None = None
) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    if change:
        change(book)
    written = BytesIO()
    book.save(written)
    return written.getvalue()
