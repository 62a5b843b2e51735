"""When a fact about a child changes, whoever rests a decision on it is told.

Decisions live on floors above the facts, and imports only run down; so the floors above register
here when they start, and an action that changes a fact calls `facts_changed` in its transaction.
"""

from collections.abc import Callable

from accounts.rules.actor import Actor
from children.models import Child, ParentCarer

Listener = Callable[[Child, Actor], object]
ContactListener = Callable[[ParentCarer, Actor], object]
_listeners: list[Listener] = []
_contact_listeners: list[ContactListener] = []


def on_facts_changed(listener: Listener) -> None:
    """Registers a listener, called with the child and who changed the fact. Once per listener."""
    if listener not in _listeners:
        _listeners.append(listener)


def facts_changed(child: Child, by: Actor) -> None:
    """Tells every listener, inside the transaction of the action that changed the fact."""
    for listener in _listeners:
        listener(child, by)


def on_contact_changed(listener: ContactListener) -> None:
    """Registers who is told that a contact was restricted, changed or ended. Once per listener."""
    if listener not in _contact_listeners:
        _contact_listeners.append(listener)


def contact_changed(contact: ParentCarer, by: Actor) -> None:
    """Tells every listener, inside the transaction: what a contact holds may have to end at once."""
    for listener in _contact_listeners:
        listener(contact, by)
