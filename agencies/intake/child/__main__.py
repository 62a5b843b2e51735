"""`python -m agencies.intake.child KIND`: one file on standard input, one answer on standard output.

The answer is a line of JSON (finding or nothing, pages, their words, peak memory) and, for a picture,
the picture drawn anew. Whatever else happens is a refusal: the starting process reads an end without an answer.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from accounts.intake.bounds import bind, close_every_door, peak_kb
from accounts.rules.plain_text import readable
from agencies.intake.findings import Finding, Found
from agencies.intake.kinds import MOST_BYTES, FileKind

Looked = tuple[int, bytes]
"""The number of pages (0 where there are none), and what is kept instead of what was sent (nothing: the same bytes)."""


def looker_at(kind: FileKind) -> Callable[[bytes], Looked]:
    """The function for this kind. Only what it needs is loaded, and before the doors are closed."""
    if kind is FileKind.PDF:
        from agencies.intake.child.pdf import look
    elif kind is FileKind.DOCX:
        from agencies.intake.child.docx import look
    else:
        from agencies.intake.child.picture import look_for

        return look_for(kind)
    return look


def finding_of(look: Callable[[bytes], Looked], sent: bytes) -> tuple[Finding | None, Looked]:
    try:
        return None, look(sent)
    except Found as found:
        return found.finding, (0, b"")
    except (MemoryError, RecursionError):
        return Finding.SWELLS, (0, b"")
    except Exception:  # whatever a library says of a file that it cannot read
        return Finding.DAMAGED, (0, b"")


def reader_of(kind: FileKind) -> Callable[[bytes], list[str]]:
    """What reads the words out of a file of this kind; nothing can out of a picture."""
    if kind is FileKind.PDF:
        from agencies.intake.child.pdf_text import read
    elif kind is FileKind.DOCX:
        from agencies.intake.child.docx_text import read
    else:
        return lambda sent: []
    return read


def words_of(read: Callable[[bytes], list[str]], sent: bytes) -> list[str]:
    """The words of each page, as people see them. What cannot be read out is typed by hand."""
    try:
        return [readable(page.encode(errors="ignore").decode()) for page in read(sent)]
    except Exception:
        return []


def main() -> None:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not look like an answer
    bind(2 * MOST_BYTES)
    kind = FileKind(sys.argv[1])
    look, read = looker_at(kind), reader_of(kind)
    with Path("/proc/self/status").open() as status:
        sent = sys.stdin.buffer.read(MOST_BYTES + 1)
        close_every_door()
        finding, (pages, drawn) = finding_of(look, sent)
        texts = words_of(read, sent) if finding is None else []
        head = {"finding": finding, "pages": pages, "texts": texts, "peak_kb": peak_kb(status)}
    answers.write(json.dumps(head).encode() + b"\n" + drawn)
    answers.flush()


if __name__ == "__main__":
    main()
