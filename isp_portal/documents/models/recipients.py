"""Who may receive copies about a child: recorded as such, still a contact, and not barred."""

from datetime import date

from children.models import Child, ParentCarer


def recipients_of(child: Child, on: date) -> list[ParentCarer]:
    """The parents and carers who may receive copies on the day, by name."""
    asked = ParentCarer.objects.filter(child=child, may_receive_copies=True).to_be_asked(on)
    return list(asked.order_by("name", "pk"))
