"""An agency of the setting, and a professional of an agency."""

from django import forms

from accounts.forms.base import DayField, OnceForm, PortalForm, VersionedForm
from agencies.models import AgencyKind
from children.forms.fields import Words

KINDS = [("", "Choose what kind"), *AgencyKind.choices]


class AgencyForm(PortalForm):
    name = Words("Name of the agency", 120, needed="Write the name of the agency")
    kind = forms.ChoiceField(
        label="What kind",
        choices=KINDS,
        error_messages={
            "required": "Choose what kind of agency it is",
            "invalid_choice": "Choose one of the kinds in the list",
        },
    )
    address = Words("Address", 300, long=True)
    phone = Words("Phone", 30)
    email = forms.EmailField(
        label="Email",
        required=False,
        error_messages={"invalid": "An email address looks like name@service.example"},
    )


class AgencyEditForm(VersionedForm, AgencyForm):
    """The same fields over an agency that is on record."""


class ProfessionalForm(OnceForm):
    name = Words("Name", 150, needed="Write the name of the professional")
    job_title = Words("Job", 120, help_text="For example speech therapist")
    phone = Words("Phone", 30)
    email = forms.EmailField(
        label="Email",
        required=False,
        error_messages={"invalid": "An email address looks like name@service.example"},
    )


class ProfessionalEditForm(VersionedForm, ProfessionalForm):
    """The same fields over a professional on record, who may also have left."""

    ended_on = DayField(label="Left the agency on", required=False)
