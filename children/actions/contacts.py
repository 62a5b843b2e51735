"""Parents and carers: adding, changing, ending. Their words and rights are kept, never assumed."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import Child, ParentCarer
from children.policies import (
    check_can_change,
    check_contact_is_current,
    check_is_nobody_restricted,
)

from .facts import contact_changed


@transaction.atomic
def add_contact(*, child: Child, values: dict[str, Any], by: Actor) -> ParentCarer:
    """Adds a contact. `values` are cleaned fields of `ParentCarer`.

    `Refused` when the same person in the same relationship is a contact already: a form sent twice
    makes one contact. `Refused` too for somebody restricted who is recorded once more.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_change(child)
    check_is_nobody_restricted(child, values, timezone.localdate())
    same = child.contacts.current().filter(
        name__iexact=values["name"], relationship__iexact=values["relationship"]
    )
    if same.exists():
        raise Refused(f"{values['name']} is a contact of this child already.", "name")
    return ParentCarer(child=child, **values).record(by=by, why="Added")


@transaction.atomic
def change_contact(
    *, contact: ParentCarer, values: dict[str, Any], seen_version: int, by: Actor
) -> ParentCarer:
    """Changes a contact. `StaleVersion` when somebody else saved first.

    `Refused` when it takes on the name or the address for messages of somebody restricted.
    """
    check_can_change(contact.child)
    check_contact_is_current(contact)
    check_is_nobody_restricted(contact.child, values, timezone.localdate(), besides=contact)
    for name, value in values.items():
        setattr(contact, name, value)
    contact.record(by=by, why="Changed", seen_version=seen_version)
    contact_changed(contact, by)
    return contact


@transaction.atomic
def end_contact(*, contact: ParentCarer, ended_on: date, why: str, by: Actor) -> ParentCarer:
    """From `ended_on` this person is no contact of the child; the record stays."""
    check_can_change(contact.child)
    check_contact_is_current(contact)
    contact.ended_on = ended_on
    contact.record(by=by, why=why)
    contact_changed(contact, by)
    return contact


@transaction.atomic
def bring_back_contact(*, contact: ParentCarer, by: Actor) -> ParentCarer:
    """Undoes the end of a contact. Restrictions were never ended and still hold."""
    check_can_change(contact.child)
    contact.ended_on = None
    return contact.record(by=by, why="Brought back")
