"""Who may receive copies about a child: `ParentCarerQuerySet.may_receive`, which every path asks."""

from datetime import date
from uuid import UUID

from children.models import BARS_CONTACT, Child, ContactRestriction, ParentCarer


def recipients_of(child: Child, on: date) -> list[ParentCarer]:
    """The parents and carers who may receive copies on the day, by name."""
    may = ParentCarer.objects.filter(child=child).may_receive(on)
    return list(may.order_by("name", "pk"))


def barred(child_id: UUID, on: date) -> set[UUID]:
    """Contacts whom a restriction keeps from contact or from reading about the child on the day."""
    rows = ContactRestriction.objects.filter(kind__in=BARS_CONTACT, contact__child=child_id)
    return set(rows.in_force(on).values_list("contact", flat=True))
