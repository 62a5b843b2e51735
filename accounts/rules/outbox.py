"""How often a mail is tried, how long a worker may hold it, and the parts that it is made of."""

from dataclasses import asdict, dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any

WAITS_MINUTES = (1, 5, 15, 60, 240)
"""Minutes until the next try, by how often it has failed; the last one repeats."""
MOST_TRIES = 12
"""About a day and a half: a mail server that is down over a night loses nothing."""
CLAIM_LASTS = timedelta(minutes=5)
"""A worker that is killed while it holds a mail leaves it to the next one after this."""
SECONDS_FOR_THE_SERVER = 20
"""Far less than a claim lasts, so that nobody takes up a mail that is still being sent."""
WORDS_KEPT_DAYS = 14
"""How long a mail that was given up can still be tried again; then its words are wiped."""


class MailState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text file that goes with a mail: `subtype` and `parameters` as in `text/calendar; method=…`."""

    name: str
    words: str
    subtype: str = "plain"
    parameters: dict[str, str] = field(default_factory=dict)

    def as_stored(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """The bytes of a file that goes with a mail. They are fetched when it goes, and never queued."""

    name: str
    content: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says."""

    subject: str
    text: str
    html: str = ""
    files: tuple[TextFile, ...] = ()


def wait_after(failures: int) -> timedelta | None:
    """How long to wait after so many failures (1 or more); None: it is given up."""
    if failures >= MOST_TRIES:
        return None
    return timedelta(minutes=WAITS_MINUTES[min(failures, len(WAITS_MINUTES)) - 1])


def message_id(mail_id: object, sender: str) -> str:
    """The same at every try of one mail, so that a mailbox that gets it twice shows it once."""
    return f"<{mail_id}@{sender.rpartition('@')[2] or 'localhost'}>"
