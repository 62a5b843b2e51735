"""Which registers come in, how large they may be, and the words for what keeps one out."""

from enum import StrEnum

MB = 1024 * 1024
MOST_BYTES = 10 * MB
MOST_ROWS = 2_000
"""Twice the children that come in at a time. All of them are checked while somebody waits, 10,000 in over
three seconds: a longer file is refused before anybody has named its columns."""
MOST_COLUMNS = 120
LONGEST_CELL = 1_000
MOST_MERGED = 50_000
"""Cells that merged ranges may cover together."""


class SheetKind(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


class Letters(StrEnum):
    """How the letters of a CSV were written down."""

    AUTOMATIC = "automatic"
    UTF_8 = "utf-8-sig"
    UTF_16 = "utf-16"
    WESTERN = "windows-1252"
    CENTRAL = "windows-1250"
    MAC = "mac-roman"


LETTER_NAMES: dict[Letters, str] = {
    Letters.AUTOMATIC: "Found by the portal",
    Letters.UTF_8: "UTF-8",
    Letters.UTF_16: "UTF-16 (Unicode text)",
    Letters.WESTERN: "Windows, Western European",
    Letters.CENTRAL: "Windows, Central European",
    Letters.MAC: "Mac",
}


class Finding(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    OTHER_KIND = "other_kind"
    OLDER_EXCEL = "older_excel"
    LOCKED = "locked"
    DAMAGED = "damaged"
    SWELLS = "swells"
    NOT_THESE_LETTERS = "not_these_letters"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    ONE_COLUMN = "one_column"
    TOOK_TOO_LONG = "took_too_long"
    BUSY = "busy"


class Found(Exception):
    """Something that keeps a file out."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.value)
        self.finding = finding


WORDS: dict[Finding, str] = {
    Finding.EMPTY: "There is nothing in this file.",
    Finding.TOO_LARGE: f"This file is larger than {MOST_BYTES // MB} MB. Export children only.",
    Finding.OTHER_KIND: "Only CSV and Excel (.xlsx) files come in here, and this is neither.",
    Finding.OLDER_EXCEL: (
        "This is an Excel file of the older kind, or one with a password. "
        "Save it as .xlsx without a password, or as CSV."
    ),
    Finding.LOCKED: "This file is locked with a password. Save it without one.",
    Finding.DAMAGED: "This file could not be read to its end. Export or save it again.",
    Finding.SWELLS: "This file swells to many times its size when it is opened. Save it as CSV.",
    Finding.NOT_THESE_LETTERS: (
        "The letters of this file are not written the way you chose. Choose another, or leave it "
        "to the portal."
    ),
    Finding.TOO_MANY_ROWS: (
        f"This file has more than {MOST_ROWS:,} rows. Export the children who attend now, or make "
        "several files of it."
    ),
    Finding.TOO_MANY_COLUMNS: (
        f"This file has more than {MOST_COLUMNS} columns. Export fewer of them."
    ),
    Finding.ONE_COLUMN: (
        "Everything in this file stands in one column, so no name and birth date can be told "
        "apart. Export it as a list with a column for each."
    ),
    Finding.TOOK_TOO_LONG: "Reading this file took too long. Save it as CSV and choose that.",
    Finding.BUSY: "Other files are being read. Try again in a minute.",
}
CHOOSE_AGAIN = "Nothing was kept, and a browser forgets the file: choose one again."


class Note(StrEnum):
    """What was seen on the way in and is worth a word on the next page."""

    FORMULAS = "formulas"
    FORMULAS_NEVER_WORKED_OUT = "formulas_never_worked_out"
    MERGED = "merged"
    OTHER_SHEETS = "other_sheets"
    OLD_LETTERS = "old_letters"
    CUT_CELLS = "cut_cells"


NOTE_WORDS: dict[Note, str] = {
    Note.FORMULAS: "Some cells hold formulas. What they last showed was taken; nothing was worked out.",
    Note.FORMULAS_NEVER_WORKED_OUT: (
        "Some formulas were never worked out, so their cells are read as empty. "
        "Open the file, save it and choose it again if you need them."
    ),
    Note.MERGED: "Merged cells were taken apart: each row has what the merged cell said.",
    Note.OTHER_SHEETS: "The file has several sheets. The first one in sight was read.",
    Note.OLD_LETTERS: (
        "The letters of the file are of an older kind. Look at the names below: if one is spelled "
        "wrongly, choose the file again and say how it was saved."
    ),
    Note.CUT_CELLS: f"Cells of more than {LONGEST_CELL:,} characters were cut.",
}
