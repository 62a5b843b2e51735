"""Has a register read by a process of its own, and never parses it here."""

import hashlib
import json
import threading
from dataclasses import dataclass
from typing import Any

from accounts.intake.process import run_bounded
from accounts.rules.plain_text import readable
from accounts.rules.refusal import Refused
from children.intake.kinds import (
    CHOOSE_AGAIN,
    MOST_BYTES,
    WORDS,
    Finding,
    Found,
    Letters,
    Note,
    SheetKind,
)

SECONDS = 30.0
WAIT_SECONDS = 20.0
MOST_ANSWER = 6 * MOST_BYTES
LONGEST_NAME = 100
OLDER_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PACKED = b"PK\x03\x04"
OTHERS = (b"%PDF-", b"\xff\xd8\xff", b"\x89PNG", b"{\\rtf", b"GIF8", b"MZ", b"\x7fELF", b"<")
_at_once = threading.BoundedSemaphore(2)


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """What stood in the file: text in rows and columns, every row equally long."""

    name: str
    sha256: str
    letters: str
    rows: list[list[str]]
    notes: tuple[Note, ...]

    def __str__(self) -> str:
        """What tells it from another file, for a form that is sent twice."""
        return f"{self.name} {self.sha256} {self.letters}"


def read_sheet(sent: bytes, name: str, letters: Letters = Letters.AUTOMATIC) -> ReadSheet:
    """The rows of the file. `Refused` beside the field `file`, in words, when it stays out."""
    try:
        answer = _read(sent, kind_of(sent), letters)
    except Found as found:
        raise Refused(f"{WORDS[found.finding]} {CHOOSE_AGAIN}", "file") from None
    return ReadSheet(
        name=_shown(name),
        sha256=hashlib.sha256(sent).hexdigest(),
        letters=answer["letters"],
        rows=answer["rows"],
        notes=tuple(Note(note) for note in answer["notes"]),
    )


def kind_of(sent: bytes) -> SheetKind:
    """A workbook by its first bytes, text by having none of another kind. Raises `Found`."""
    if not sent.strip():
        raise Found(Finding.EMPTY)
    if len(sent) > MOST_BYTES:
        raise Found(Finding.TOO_LARGE)
    if sent.startswith(OLDER_EXCEL):
        raise Found(Finding.OLDER_EXCEL)
    if sent.startswith(PACKED):
        return SheetKind.XLSX
    if sent.lstrip().startswith(OTHERS):
        raise Found(Finding.OTHER_KIND)
    return SheetKind.CSV


def _read(sent: bytes, kind: SheetKind, letters: Letters) -> dict[str, Any]:
    if not _at_once.acquire(timeout=WAIT_SECONDS):
        raise Found(Finding.BUSY)
    try:
        how = f"{kind.value}:{letters.value}"
        said = run_bounded(
            "children.intake.child", how, sent, seconds=SECONDS, most_answer=MOST_ANSWER
        )
    finally:
        _at_once.release()
    try:
        answer: dict[str, Any] = json.loads(said)
        finding = answer["finding"] and Finding(answer["finding"])
    except (ValueError, KeyError, TypeError):  # it died, or no longer speaks our words
        raise Found(Finding.TOOK_TOO_LONG) from None
    if finding:
        raise Found(finding)
    return answer


def _shown(name: str) -> str:
    last = readable(name).replace("\\", "/").rpartition("/")[2]
    return " ".join(last.split())[-LONGEST_NAME:] or "file"
