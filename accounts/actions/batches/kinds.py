"""What kinds of work in steps there are, and who is told that some waits.

The work belongs to records on floors above, and imports only run down: so each floor registers its
kinds when it starts, and the worker registers as the one to be told.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.urls import reverse

from accounts.models import Batch, Membership
from accounts.rules.actor import Actor
from accounts.rules.roles import Permission


class Work(Protocol):
    """One batch while a worker has it in hand."""

    def do(self, keys: Sequence[str]) -> Mapping[str, str]:
        """Does it for these. Answers of which it was not done, and why; `Refused` ends the whole."""

    def end(self) -> str:
        """What is left to do once every key is done. Answers where a file is stored, if one is."""


def _nothing(batch: Batch, by: Actor) -> None:
    """Work that leaves nothing behind when it stops."""


@dataclass(frozen=True, slots=True)
class BatchKind:
    """`permission` is asked before every step. `at_a_time` keys are one step.

    A step and the mark that it is done are one transaction. A slow one (`is_slow`) stands before
    it, so that nobody waits for it: done twice, it must be as if done once. `gave_up` puts right
    what a batch that stopped left behind.
    """

    name: str
    label: str
    permission: Permission
    open: Callable[[Batch, Membership], Work]
    page: str
    """Where it is watched: an address of the record that it is about, or else of the batch."""
    gave_up: Callable[[Batch, Actor], None] = _nothing
    at_a_time: int = 1
    is_slow: bool = False


_kinds: dict[str, BatchKind] = {}
_listeners: list[Callable[[datetime], object]] = []


def register_batch(kind: BatchKind) -> None:
    _kinds[kind.name] = kind


def kind_of(batch: Batch) -> BatchKind:
    return _kinds[batch.kind]


def label_of(batch: Batch) -> str:
    """ "Plan reviews"."""
    return kind_of(batch).label


def address_of(batch: Batch) -> str:
    """The page on which it is watched."""
    return reverse(kind_of(batch).page, args=[batch.about_id or batch.pk])


def on_batch_waiting(listener: Callable[[datetime], object]) -> None:
    """Registers who looks at the work at an instant. Once per listener."""
    if listener not in _listeners:
        _listeners.append(listener)


def batch_waits(at: datetime) -> None:
    """Tells the listeners when to look, inside the transaction that makes the work wait."""
    for listener in _listeners:
        listener(at)
