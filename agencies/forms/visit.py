"""An agency's visit: who comes, when and where; and why it is called off."""

from typing import Any

from django import forms

from accounts.forms.base import DayField, OnceForm, VersionedForm
from accounts.models import Membership
from agencies.forms.choices import (
    agency_field,
    offer_agencies,
    offer_professionals,
    professional_field,
)
from agencies.models import AgencyVisit
from children.forms.fields import Words


class VisitFields(forms.Form):
    """Planning and changing ask the same."""

    agency = agency_field()
    professional = professional_field("Who comes")
    on = DayField(
        label="Day",
        help_text="For example 26 11 26, 26 Nov or tomorrow",
        error_messages={"required": "Say on which day they come"},
    )
    at = forms.TimeField(
        label="Time",
        required=False,
        help_text="Left empty, it is some time of the day",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Write the time as 10:00 or 15:30"},
    )
    place = Words("Place", 120)
    what_for = Words("What for", 200, help_text="For example an observation at snack")


class VisitForm(VisitFields, OnceForm):
    """A visit is written down once."""

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_agencies(self, membership)
        offer_professionals(self, membership)


class VisitEditForm(VisitFields, VersionedForm):
    """The same fields over a visit that is planned."""

    def __init__(
        self, *args: Any, record: AgencyVisit, membership: Membership, **kwargs: Any
    ) -> None:
        super().__init__(*args, record=record, **kwargs)
        offer_agencies(self, membership, record.agency)
        offer_professionals(self, membership, record.professional)


class CallOffForm(VersionedForm):
    called_off_because = Words("Why", 300, needed="Say why it does not take place")
