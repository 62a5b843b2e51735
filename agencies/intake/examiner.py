"""Has a file looked through by a process of its own, and never looks inside it here.

Each file gets a new process with little memory, processor time and wall clock, no network and an
empty environment. What it does to itself it does to nobody else: the answer is then a refusal, and
the next file gets a new one.
"""

import hashlib
import json
import threading
from dataclasses import dataclass, field
from typing import Any

from accounts.intake.process import run_bounded
from accounts.rules.refusal import Refused
from agencies.intake.findings import CHOOSE_AGAIN, WORDS, Finding, Found
from agencies.intake.kinds import (
    MOST_BYTES,
    MOST_PAGES,
    PICTURES,
    FileKind,
    kind_by_first_bytes,
    kind_by_name,
)
from agencies.intake.names import shown_name

SECONDS = 20.0
WAIT_SECONDS = 30.0
MOST_ANSWER = 2 * MOST_BYTES
OLDER_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PHONE_PICTURES = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
_at_once = threading.BoundedSemaphore(2)


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that may be kept. `content` is kept as it is; a picture's is drawn anew.

    `sent_sha256` is over the bytes that were sent, `texts` the words of each page (none of a
    picture, "" for a scanned page), `peak_kb` the most memory its process held.
    """

    kind: FileKind
    name: str
    content: bytes
    sent_sha256: str
    pages: int
    peak_kb: int = field(repr=False, compare=False)  # the same file sent again is the same
    texts: tuple[str, ...] = ()


def examine(sent: bytes, name: str) -> Examined:
    """The file, looked through. `Refused` beside the field `file`, in words, when it stays out."""
    try:
        kind = kind_of(sent, name)
        answer, drawn = _look_through(sent, kind)
    except Found as found:
        raise Refused(f"{WORDS[found.finding]} {CHOOSE_AGAIN}", "file") from None
    return Examined(
        kind=kind,
        name=shown_name(name),
        content=drawn if kind in PICTURES else sent,
        sent_sha256=hashlib.sha256(sent).hexdigest(),
        pages=answer["pages"],
        peak_kb=answer["peak_kb"],
        texts=tuple(answer["texts"]),
    )


def kind_of(sent: bytes, name: str) -> FileKind:
    """The kind on which its name and its first bytes agree. Raises `Found`."""
    if not sent:
        raise Found(Finding.EMPTY)
    if len(sent) > MOST_BYTES:
        raise Found(Finding.TOO_LARGE)
    named, begun = kind_by_name(shown_name(name)), kind_by_first_bytes(sent)
    if sent.startswith(OLDER_WORD):
        raise Found(Finding.OLDER_WORD)
    if sent[4:12] in PHONE_PICTURES:
        raise Found(Finding.PHONE_PICTURE)
    if named is None:
        raise Found(Finding.OTHER_KIND)
    if named is not begun:
        raise Found(Finding.NOT_AS_NAMED)
    return named


def _look_through(sent: bytes, kind: FileKind) -> tuple[dict[str, Any], bytes]:
    if not _at_once.acquire(timeout=WAIT_SECONDS):
        raise Found(Finding.BUSY)
    try:
        said = _run(sent, kind)
    finally:
        _at_once.release()
    try:
        head, _, drawn = said.partition(b"\n")
        answer = json.loads(head)
        finding = answer["finding"] and Finding(answer["finding"])
        told: dict[str, Any] = {name: int(answer[name]) for name in ("pages", "peak_kb")}
        told["texts"] = [str(text) for text in answer["texts"]][:MOST_PAGES]
    except (ValueError, KeyError, TypeError):  # it died, or no longer speaks our words
        raise Found(Finding.TOOK_TOO_LONG) from None
    if finding:
        raise Found(finding)
    if not MOST_BYTES >= len(drawn) >= (kind in PICTURES):
        raise Found(Finding.TOO_LARGE)
    return told, drawn


def _run(sent: bytes, kind: FileKind) -> bytes:
    """What the process answers; nothing when it died or overran."""
    return run_bounded(
        "agencies.intake.child", kind.value, sent, seconds=SECONDS, most_answer=MOST_ANSWER
    )
