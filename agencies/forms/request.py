"""A request to an agency: raised by hand, and marked as asked."""

from typing import Any

from accounts.forms.base import DayField, OnceForm, PortalForm
from accounts.models import Membership
from agencies.forms.choices import agency_field, offer_agencies
from agencies.models import RequestKind
from children.forms.fields import Words, one_of


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
