"""Which children's month to show, and which review to book for which day."""

from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, PortalForm
from accounts.models import Membership
from accounts.rules.calendar_month import Month, month_of, read_month
from children.models import Child, KeyPersonAssignment, Room
from isp_portal.dashboards.queries.calendar import bookable

NO_SENSE = {
    "month": "That is not a month, so this one is shown.",
    "room": "That is not one of your rooms, so every room is shown.",
    "key_person": "That is not somebody of your team, so everybody's children are shown.",
}


class CalendarForm(PortalForm):
    """The month, a room, a key person. What makes no sense is said, and shows everything."""

    month = forms.CharField(required=False, widget=forms.HiddenInput)
    room = forms.ModelChoiceField(
        label="Room",
        queryset=Room.objects.none(),
        required=False,
        empty_label="Every room",
        error_messages={"invalid_choice": NO_SENSE["room"]},
    )
    key_person = forms.ModelChoiceField(
        label="Key person",
        queryset=Membership.objects.none(),
        required=False,
        empty_label="Everyone",
        error_messages={"invalid_choice": NO_SENSE["key_person"]},
    )

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.membership = membership
        self._offer("room", Room.objects.visible_to(membership))
        here = Membership.objects.visible_to(membership).active(timezone.localdate())
        self._offer("key_person", here)

    def _offer(self, name: str, rows: Any) -> None:
        box = self.fields[name]
        assert isinstance(box, forms.ModelChoiceField)
        box.queryset = rows
        box.widget.attrs["class"] = "form-select"

    def clean_month(self) -> Month | None:
        asked = self.cleaned_data["month"]
        month = read_month(asked)
        if asked and month is None:
            raise forms.ValidationError(NO_SENSE["month"])
        return month

    def chosen_month(self) -> Month:
        """The month asked for, else this one."""
        self.is_valid()
        return self.cleaned_data.get("month") or month_of(timezone.localdate())

    def among(self) -> Any:
        """The children that the filters leave."""
        self.is_valid()
        seen: Any = Child.objects.visible_to(self.membership)
        room, person = self.cleaned_data.get("room"), self.cleaned_data.get("key_person")
        if room:
            seen = seen.filter(room=room)
        if person:
            running = KeyPersonAssignment.objects.filter(membership=person)
            seen = seen.filter(pk__in=running.running(timezone.localdate()).values("child"))
        return seen

    @property
    def said(self) -> list[str]:
        """What made no sense, in words: a made-up id is answered as one that is another setting's."""
        return [NO_SENSE[name] for name in self.errors]


class BookForm(PortalForm):
    """A child, and a day if one is in mind: leads on to the form that plans or moves the review."""

    child = forms.ChoiceField(
        label="Whose review",
        error_messages={
            "required": "Choose a child",
            "invalid_choice": "Choose one of the children in the list",
        },
    )
    on = DayField(label="Day", required=False, help_text="If you know it: 26 11 26, 26 Nov")

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        box = self.fields["child"]
        assert isinstance(box, forms.ChoiceField)
        offered = bookable(membership, timezone.localdate())
        box.choices = [("", "Choose a child"), *offered]
        box.widget.attrs["class"] = "form-select"
        self.offers = bool(offered)
