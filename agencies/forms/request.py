"""A request to an agency: raised by hand, asked, chased, and put to the parents."""

from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, OnceForm, PortalForm
from accounts.models import Membership
from agencies.forms.choices import agency_field, offer_agencies
from agencies.models import Agency, RequestKind
from children.forms.fields import Words, one_of, row_of
from children.models import Child, ParentCarer, Room


class RequestForm(OnceForm):
    agency = agency_field()
    kind = one_of("What to ask for", RequestKind.choices, needed="Say what to ask for")
    because = Words("Why", 400, needed="Say why: the reason stays on the record", long=True)

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_agencies(self, membership)


class AskedForm(PortalForm):
    """On which day and how the agency was asked."""

    asked_on = DayField(
        label="Asked on",
        initial="today",
        error_messages={"required": "Say on which day they were asked"},
    )
    asked_how = Words(
        "How", 120, needed="Say how they were asked", help_text="For example by phone, Theo Marsh"
    )


class ChasedForm(OnceForm):
    """On which day and how the agency was asked again."""

    chased_on = DayField(
        label="Chased on",
        initial="today",
        error_messages={"required": "Say on which day they were asked again"},
    )
    how = Words(
        "How", 120, needed="Say how they were asked", help_text="For example by phone, Theo Marsh"
    )


class ParentsAskedForm(OnceForm):
    """Which parent was asked for their own copy, on which day and how (C7.1)."""

    contact = row_of("Who was asked", needed="Say who was asked", nothing="Choose who was asked")
    asked_on = DayField(
        label="Asked on",
        initial="today",
        error_messages={"required": "Say on which day they were asked"},
    )
    how = Words("How", 120, needed="Say how they were asked", help_text="For example at pick-up")

    def __init__(self, *args: Any, child: Child, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        contact = self.fields["contact"]
        assert isinstance(contact, forms.ModelChoiceField)
        asked = ParentCarer.objects.filter(child=child)
        contact.queryset = asked.to_be_asked(timezone.localdate())


class ChaseFilterForm(PortalForm):
    """Which reports on their way to list."""

    room = row_of("Room", needed="", nothing="Every room")
    agency = row_of("Agency", needed="", nothing="Every agency")

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (("room", Room), ("agency", Agency)):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows.objects.visible_to(membership)
            field.widget.attrs["class"] = "form-select"

    def wanted(self) -> dict[str, Any]:
        """Room and agency as far as they make sense; a wrong one shows every one."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) for name in ("room", "agency")}
