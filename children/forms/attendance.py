"""Attendance: which room and day, and one press on one mark."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, PortalForm
from accounts.models import Membership
from children.models import Child, Mark, Room, Session

from .fields import DayThatHasBeen, row_of

NO_MARK = "none"
PRESSES = [(f"{s.value}-{m}", "") for s in Session for m in (*Mark.values, NO_MARK)]


class WhichDayForm(PortalForm):
    """The room and day of the page; what cannot be read falls back to today."""

    on = DayThatHasBeen(label="Another day", required=False, help_text="")
    room = row_of("Room", needed="", nothing="")

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["room"].queryset = Room.objects.visible_to(membership)  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        self.full_clean()
        read = self.cleaned_data
        return {"on": read.get("on") or timezone.localdate(), "room": read.get("room")}


class PressForm(PortalForm):
    """One press: this child, this day, this session, this mark."""

    child = row_of("Child", needed="Choose a child", nothing="")
    on = DayField(label="Day", error_messages={"required": "Say which day it is"})
    press = forms.ChoiceField(
        label="Mark",
        choices=PRESSES,
        error_messages={
            "required": "Press one of the marks",
            "invalid_choice": "Press one of the marks",
        },
    )

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        children: Any = self.fields["child"]
        children.queryset = Child.objects.visible_to(membership)

    def values(self) -> dict[str, Any]:
        session, mark = self.cleaned_data["press"].split("-")
        on: date = self.cleaned_data["on"]
        child = self.cleaned_data["child"]
        return {"child": child, "on": on, "session": Session(session), "mark": mark_of(mark)}


def mark_of(pressed: str) -> Mark | None:
    """The mark that was pressed; None for the press that takes it back."""
    return None if pressed == NO_MARK else Mark(pressed)
