"""An agency's path with a child: referred, accepted, waiting, seen, discharged."""

from typing import Any

from django.utils import timezone

from accounts.forms.base import DayField, PortalForm, VersionedForm
from accounts.models import Membership
from agencies.forms.choices import (
    agency_field,
    offer_agencies,
    offer_professionals,
    professional_field,
)
from agencies.models import Involvement
from agencies.rules import InvolvementDays, Lifetime
from children.forms.fields import Words
from children.models import Child

DAYS = tuple(InvolvementDays.__slots__)


class InvolvementForm(PortalForm):
    agency = agency_field()
    professional = professional_field("Professional")
    team = Words("Team", 120)
    referred_on = DayField(label="Referred on", required=False)
    accepted_on = DayField(label="Accepted on", required=False)
    waiting_since = DayField(label="On the waiting list since", required=False)
    first_seen_on = DayField(
        label="First saw the child on",
        required=False,
        help_text="From this day the agency counts as involved. For example 19 11 26",
    )
    last_seen_on = DayField(label="Last saw the child on", required=False)
    discharged_on = DayField(label="Discharged on", required=False)

    def __init__(self, *args: Any, membership: Membership, child: Child, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.child = child
        offer_agencies(self, membership)
        offer_professionals(self, membership)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not any(name in self.errors for name in DAYS):
            days = InvolvementDays(**{name: values.get(name) for name in DAYS})
            life = Lifetime(self.child.date_of_birth, timezone.localdate())
            for field, sentence in days.problems(life):
                self.add_error(field, sentence)
        self._check_professional(values)
        return values

    def _check_professional(self, values: dict[str, Any]) -> None:
        agency, professional = values.get("agency"), values.get("professional")
        if agency and professional and professional.agency_id != agency.pk:
            self.add_error("professional", f"{professional.name} works for another agency")


class InvolvementEditForm(VersionedForm, InvolvementForm):
    """The same fields over an involvement on record."""

    def __init__(self, *args: Any, record: Involvement, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        offer_agencies(self, kwargs["membership"], record.agency)
        offer_professionals(self, kwargs["membership"], record.professional)
