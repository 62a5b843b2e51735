"""The contacts of a child as a page shows them: a restriction is a badge, its text only for some."""

from dataclasses import dataclass
from datetime import date

from children.models import Child, ContactRestriction, ParentCarer


@dataclass(frozen=True, slots=True)
class ContactCard:
    """`restrictions` is empty for somebody who may see the badge only."""

    contact: ParentCarer
    is_restricted: bool
    restrictions: tuple[ContactRestriction, ...]


def contact_cards(child: Child, on: date, *, with_restrictions: bool) -> list[ContactCard]:
    """Current contacts first, then those who have ended, in two queries."""
    rows = list(child.contacts.order_by("ended_on", "name"))
    rows.sort(key=lambda row: row.ended_on is not None)
    found: dict[object, list[ContactRestriction]] = {row.pk: [] for row in rows}
    for restriction in ContactRestriction.objects.filter(contact__in=rows).in_force(on):
        found[restriction.contact_id].append(restriction)
    return [
        ContactCard(row, bool(found[row.pk]), tuple(found[row.pk]) if with_restrictions else ())
        for row in rows
    ]
