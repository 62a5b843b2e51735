"""Cells of tables that leave the portal: no text that a spreadsheet would work out as a formula.

One function, for every CSV and every workbook. No Django, no clock.
"""

import re
import unicodedata
from datetime import date, datetime

from accounts.rules.plain_text import readable

Cell = str | int | float | bool | date | None
"""What a table holds: text, numbers, days, or nothing."""

MARK = "'"
"""A spreadsheet takes what follows it as text."""
BEGIN_FORMULAS = frozenset("=+-@|%")
LONGEST = 32_000
"""Characters that fit one cell of a workbook, with room for marks."""
_PIECES = re.compile(r"[^;\t\n]+")
_NO_LETTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""No file of text or XML can hold these."""


def safe_cell(value: Cell) -> Cell:
    """The cell as it may stand in a file. Numbers, days and nothing stay what they are.

    Text gets a mark (an apostrophe) before whatever begins like a formula: at its start, and after
    a semicolon, a tab or a line break, where a spreadsheet set up for other separators begins a new
    cell. Letters that only look like `=`, `+`, `-` or `@` count as these. Safe text stays as it is.
    """
    if not isinstance(value, str):
        return value
    shown = _NO_LETTERS.sub("", readable(value))[:LONGEST]
    return _PIECES.sub(lambda piece: _marked(piece[0]), shown)


def text_of(value: Cell) -> str:
    """The safe cell as a CSV holds it: days as 2026-11-23, yes or no for a truth."""
    safe = safe_cell(value)
    if safe is None:
        return ""
    if isinstance(safe, bool):
        return "yes" if safe else "no"
    if isinstance(safe, datetime):
        return safe.strftime("%Y-%m-%d %H:%M")
    return safe.isoformat() if isinstance(safe, date) else str(safe)


def without_mark(text: str) -> str:
    """The text as it was before `safe_cell` marked its start, for a file that comes back."""
    rest = text[1:]
    return rest if text.startswith(MARK) and _begins_a_formula(rest) else text


def _marked(piece: str) -> str:
    return MARK + piece if _begins_a_formula(piece) else piece


def _begins_a_formula(piece: str) -> bool:
    """The first letter that is seen, in its plain form: `＝` is `=`, and `−` a minus."""
    plain = unicodedata.normalize("NFKC", piece).replace("\u2212", "-")
    return next((c for c in plain if _is_seen(c)), "") in BEGIN_FORMULAS


def _is_seen(letter: str) -> bool:
    return letter.isprintable() and not letter.isspace() and letter not in _EMPTY


_EMPTY = "\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe0e\ufe0f"
