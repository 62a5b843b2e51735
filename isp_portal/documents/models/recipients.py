"""Who may receive copies about a child: recorded as such, still a contact, and not barred."""

from datetime import date

from children.models import Child, ContactRestriction, ParentCarer, RestrictionKind

# The other kinds limit contact or an address, not what a parent may read about the child.
BARS_COPIES = (RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION)


def recipients_of(child: Child, on: date) -> list[ParentCarer]:
    """The parents and carers who may receive copies on the day, by name."""
    barred = ContactRestriction.objects.filter(kind__in=BARS_COPIES).in_force(on)
    return list(
        ParentCarer.objects.filter(child=child, may_receive_copies=True)
        .current()
        .exclude(pk__in=barred.values("contact"))
        .order_by("name", "pk")
    )
