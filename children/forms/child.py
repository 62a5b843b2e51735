"""Adding a child: the few things known on the first day. The rest can follow."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, PortalForm
from accounts.models import Membership
from children.models import Room
from children.rules import check_date_of_birth


class BirthDateField(DayField):
    """A day that somebody of nursery age can have been born on."""

    def clean(self, value: Any) -> Any:
        born = super().clean(value)
        if isinstance(born, date) and (problem := check_date_of_birth(born, timezone.localdate())):
            raise forms.ValidationError(problem)
        return born


class ChildForm(PortalForm):
    legal_name = forms.CharField(
        label="Legal name",
        max_length=150,
        help_text="As on the birth certificate, first names first",
        error_messages={"required": "Write the child's legal name"},
    )
    preferred_name = forms.CharField(
        label="Known as", max_length=60, required=False, help_text="The name everybody uses"
    )
    date_of_birth = BirthDateField(
        label="Date of birth",
        help_text="For example 14 3 23",
        error_messages={"required": "Write the date of birth: it gives the stage"},
    )
    home_language = forms.CharField(
        label="Language at home",
        max_length=60,
        error_messages={"required": "Say which language the family speaks at home"},
    )
    room = forms.ModelChoiceField(
        label="Room",
        queryset=Room.objects.none(),
        empty_label="Choose a room",
        error_messages={
            "required": "Choose a room",
            "invalid_choice": "Choose one of the rooms in the list",
        },
    )
    started_on = DayField(label="First day here", required=False)

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rooms = self.fields["room"]
        assert isinstance(rooms, forms.ModelChoiceField)
        rooms.queryset = Room.objects.visible_to(membership).in_use()

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        born, started = values.get("date_of_birth"), values.get("started_on")
        if born and started and started < born:
            self.add_error("started_on", "The first day here is before the date of birth")
        return values
