"""When a fact about a child changes, whoever rests a decision on it is told.

Decisions live on floors above the facts, and imports only run down; so the floors above register
here when they start, and an action that changes a fact calls `facts_changed` in its transaction.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from accounts.rules.actor import Actor
from children.models import Child, ParentCarer

Listener = Callable[[Sequence[Child], Actor], object]
ContactListener = Callable[[ParentCarer, Actor], object]
Waiting = dict[UUID, tuple[Child, Actor]]
_listeners: list[Listener] = []
_waiting: ContextVar[Waiting | None] = ContextVar("children_to_tell_of", default=None)
_contact_listeners: list[ContactListener] = []


def on_facts_changed(listener: Listener) -> None:
    """Registers a listener, called with the children and who changed their facts. Once per listener."""
    if listener not in _listeners:
        _listeners.append(listener)


def facts_changed(child: Child, by: Actor) -> None:
    """Tells every listener, inside the transaction of the action that changed the fact."""
    waiting = _waiting.get()
    if waiting is not None:
        waiting[child.pk] = (child, by)
        return
    _tell([child], by)


def _tell(children: Sequence[Child], by: Actor) -> None:
    for listener in _listeners:
        listener(children, by)


@contextmanager
def told_once() -> Iterator[None]:
    """Within it facts of many children may change: its end tells of each once, of all together.

    For an action that does the work of many others. Stands inside its transaction; an error tells
    nobody, for nothing is kept then either.
    """
    waiting: Waiting = {}
    before = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(before)
    together: dict[Actor, list[Child]] = {}
    for child, by in waiting.values():
        together.setdefault(by, []).append(child)
    for by, children in together.items():
        _tell(children, by)


def on_contact_changed(listener: ContactListener) -> None:
    """Registers who is told that a contact was restricted, changed or ended. Once per listener."""
    if listener not in _contact_listeners:
        _contact_listeners.append(listener)


def contact_changed(contact: ParentCarer, by: Actor) -> None:
    """Tells every listener, inside the transaction: what a contact holds may have to end at once."""
    for listener in _contact_listeners:
        listener(contact, by)
