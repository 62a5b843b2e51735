"""Key persons, rooms, and who works in them."""

from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, PortalForm, VersionedForm
from accounts.models import Membership

from .fields import Words, one_of, row_of

PLACES = (("first", "Key person"), ("second", "Second key person"))


class MemberForm(PortalForm):
    """Somebody who works here, from a day."""

    member = row_of("Who", needed="Choose somebody", nothing="Choose somebody")
    from_on = DayField(label="From which day", error_messages={"required": "Say from which day"})

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        kwargs["initial"] = {"from_on": timezone.localdate(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        member: Any = self.fields["member"]
        member.queryset = Membership.objects.visible_to(membership).active(timezone.localdate())
        member.error_messages["invalid_choice"] = "Choose somebody who works here"


class KeyPersonForm(MemberForm):
    place = one_of("In which place", PLACES, needed="Say whether first or second")
    field_order = ("place", "member", "from_on")

    def values(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values["is_second"] = values.pop("place") == "second"
        return values


class RoomStaffForm(MemberForm):
    """Who works in the room."""


class LastDayForm(PortalForm):
    """The last day of something that holds from a day to a day."""

    until_on = DayField(label="Last day", error_messages={"required": "Say which day is the last"})


class RoomForm(PortalForm):
    name = Words("Name of the room", 60, needed="Write the name of the room")


class RoomNameForm(VersionedForm):
    name: forms.Field = Words("Name of the room", 60, needed="Write the name of the room")
