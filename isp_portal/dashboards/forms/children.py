"""Which children to list."""

from typing import Any

from django import forms

from accounts.forms.base import PortalForm
from accounts.models import Membership
from children.models import Room


class ChildrenFilterForm(PortalForm):
    q = forms.CharField(label="Name", max_length=150, required=False)
    room = forms.ModelChoiceField(
        label="Room",
        queryset=Room.objects.none(),
        required=False,
        empty_label="Every room",
        error_messages={"invalid_choice": "Choose one of the rooms in the list"},
    )
    archived = forms.BooleanField(label="Archived records", required=False)

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rooms = self.fields["room"]
        assert isinstance(rooms, forms.ModelChoiceField)
        rooms.queryset = Room.objects.visible_to(membership)
        self.fields["q"].widget.attrs["class"] = "form-control"
        rooms.widget.attrs["class"] = "form-select"
        self.fields["archived"].widget.attrs["class"] = "form-check-input"

    def wanted(self) -> dict[str, Any]:
        """Name, room and archived as far as they make sense; a wrong room shows every room."""
        self.is_valid()
        return {
            "words": self.cleaned_data.get("q", ""),
            "room": self.cleaned_data.get("room"),
            "archived": self.cleaned_data.get("archived", False),
        }
