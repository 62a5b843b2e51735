"""A contact with an agency: for which purpose, what went, when and how (C7)."""

from typing import Any

from django import forms

from accounts.forms.base import DayField, OnceForm
from accounts.models import Membership
from agencies.forms.choices import agency_field, offer_agencies
from agencies.models import OTHER_PURPOSES, Agency, ConsentPurpose, Professional, Report
from children.forms.fields import Words, one_of, row_of
from children.models import Child


class ContactForm(OnceForm):
    agency = agency_field()
    purpose = one_of(
        "What for", [(p.value, p.label) for p in OTHER_PURPOSES], needed="Say what it is for"
    )
    report = row_of(
        "If a report is shared: which",
        needed="",
        nothing="No report",
        help_text="One that is on this child's record",
    )
    what = Words("What goes to them", 300, needed="Say what they are told or given", long=True)
    how = Words("How", 120, needed="Say how", help_text="For example by phone, Theo Marsh")
    contacted_on = DayField(
        label="On", initial="today", error_messages={"required": "Say on which day"}
    )

    def __init__(self, *args: Any, membership: Membership, child: Child, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_agencies(self, membership)
        report = self.fields["report"]
        assert isinstance(report, forms.ModelChoiceField)
        report.queryset = Report.objects.held().filter(child=child)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("purpose") != ConsentPurpose.SHARE_REPORT:
            values["report"] = None
        return values


class LetterMailForm(OnceForm):
    """To whom a letter goes by email: somebody of the agency who has an address."""

    professional = row_of("To whom", needed="Choose to whom", nothing="Choose to whom")

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = Professional.objects.filter(agency=agency).reached_by_email()
        professional = self.fields["professional"]
        assert isinstance(professional, forms.ModelChoiceField)
        professional.queryset = self.people
