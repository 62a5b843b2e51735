"""What kinds of mail there are, and who is told that one waits.

Mails tell of records on floors above, and imports only run down. So each floor registers its
kinds when it starts: whether a mail may still go, asked when it is about to, and what to write
down once it went. The worker registers as the one to be told that a mail waits.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from accounts.models import OutboxMail
from accounts.rules.outbox import AttachedFile


def _always(mail: OutboxMail) -> None:
    """A mail that nothing can make wrong while it waits."""


def _nothing(mail: OutboxMail) -> tuple[AttachedFile, ...]:
    """Most mails carry no file from elsewhere."""
    return ()


@dataclass(frozen=True, slots=True)
class MailKind:
    """`check_may_go` raises `Refused` with the sentence that people read; `went` writes down that
    it did, in the transaction of the mark. `attached` fetches the files that the mail only refers
    to, when it is about to go; whatever it raises, the mail does not go."""

    name: str
    label: str
    check_may_go: Callable[[OutboxMail], None] = _always
    went: Callable[[OutboxMail], None] = _always
    attached: Callable[[OutboxMail], tuple[AttachedFile, ...]] = _nothing


_kinds: dict[str, MailKind] = {}
_listeners: list[Callable[[datetime], object]] = []


def register_kind(kind: MailKind) -> None:
    _kinds[kind.name] = kind


def kind_of(mail: OutboxMail) -> MailKind:
    return _kinds[mail.kind]


def label_of(mail: OutboxMail) -> str:
    """ "Invitation to the team"."""
    return kind_of(mail).label


def on_mail_waiting(listener: Callable[[datetime], object]) -> None:
    """Registers who looks at the outbox at an instant. Once per listener."""
    if listener not in _listeners:
        _listeners.append(listener)


def mail_waits(at: datetime) -> None:
    """Tells the listeners when to look, inside the transaction that makes the mail wait."""
    for listener in _listeners:
        listener(at)
