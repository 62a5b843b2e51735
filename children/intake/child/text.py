"""Reads a CSV: how its letters were written, what stands between its cells, and its rows."""

import codecs
import csv
from collections.abc import Callable
from io import StringIO

from children.intake.child.sheet import Sheet
from children.intake.kinds import Finding, Found, Letters, Note

BETWEEN = ",;\t|"
LOOKED_AT = 40
"""Rows that are tried with each of `BETWEEN`."""
LONGEST_FIELD = 200_000
codecs.lookup("utf-8-sig")  # loaded on first use, and later no module is opened
for _name in ("utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp1250", "mac-roman", "latin-1"):
    codecs.lookup(_name)


def reader_for(letters: Letters) -> Callable[[bytes], Sheet]:
    csv.field_size_limit(LONGEST_FIELD)
    return lambda sent: read(sent, letters)


def read(sent: bytes, letters: Letters) -> Sheet:
    """The rows of a CSV. Raises `Found`."""
    text, found = decoded(sent, letters)
    sheet = Sheet(found.value)
    if found in (Letters.WESTERN, Letters.MAC) and letters is Letters.AUTOMATIC:
        sheet.note(Note.OLD_LETTERS)
    said = text.partition("\n")[0].strip().strip('"').lower()
    if said.startswith("sep=") and len(said) == 5:
        text, between = text.partition("\n")[2], said[4]
    else:
        between = what_stands_between(text)
    for row in csv.reader(StringIO(text, newline=""), delimiter=between):
        sheet.add(row)
    return sheet


def decoded(sent: bytes, letters: Letters) -> tuple[str, Letters]:
    """The text, and how its letters turned out to be written. Raises `Found`."""
    if letters is Letters.AUTOMATIC:
        letters = letters_of(sent)
    try:
        text = sent.decode(_codec(sent, letters))
    except UnicodeError:
        raise Found(Finding.NOT_THESE_LETTERS) from None
    if "\x00" in text:
        raise Found(Finding.OTHER_KIND)
    return text, letters


def letters_of(sent: bytes) -> Letters:
    """UTF-16 by its mark or its empty bytes, UTF-8 when it is whole, else Windows or a Mac's."""
    if sent.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _is_half_empty(sent):
        return Letters.UTF_16
    try:
        sent.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            sent.decode("cp1252")
        except UnicodeDecodeError:
            return Letters.MAC
        return Letters.WESTERN
    return Letters.UTF_8


def _is_half_empty(sent: bytes) -> bool:
    start = sent[:400]
    return len(start) >= 8 and max(start[::2].count(0), start[1::2].count(0)) > len(start) // 4


def _codec(sent: bytes, letters: Letters) -> str:
    """UTF-16 without a mark says by where its empty bytes stand which half comes first."""
    if letters is not Letters.UTF_16 or sent[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return letters.value
    return "utf-16-be" if sent[:400:2].count(0) > sent[1:400:2].count(0) else "utf-16-le"


def what_stands_between(text: str) -> str:
    """The one of `BETWEEN` that gives the most rows of one width, wider before narrower."""
    return max(BETWEEN, key=lambda between: _evenness(text, between))


def _evenness(text: str, between: str) -> tuple[int, int]:
    rows = []
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=between):
            if any(cell.strip() for cell in row):
                rows.append(len(row))
            if len(rows) == LOOKED_AT:
                break
    except csv.Error:
        return (0, 0)
    widths = [width for width in rows if width > 1]
    return max(((widths.count(width), width) for width in set(widths)), default=(0, 0))
