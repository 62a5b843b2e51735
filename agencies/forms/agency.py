"""An agency of the setting, and a professional of an agency."""

from django import forms

from accounts.forms.base import DayField, PortalForm, VersionedForm
from agencies.models import AgencyKind

KINDS = [("", "Choose what kind"), *AgencyKind.choices]


class AgencyForm(PortalForm):
    name = forms.CharField(
        label="Name of the agency",
        max_length=120,
        error_messages={"required": "Write the name of the agency"},
    )
    kind = forms.ChoiceField(
        label="What kind",
        choices=KINDS,
        error_messages={
            "required": "Choose what kind of agency it is",
            "invalid_choice": "Choose one of the kinds in the list",
        },
    )
    address = forms.CharField(
        label="Address", max_length=300, required=False, widget=forms.Textarea({"rows": 3})
    )
    phone = forms.CharField(label="Phone", max_length=30, required=False)
    email = forms.EmailField(
        label="Email",
        required=False,
        error_messages={"invalid": "An email address looks like name@service.example"},
    )


class AgencyEditForm(VersionedForm, AgencyForm):
    """The same fields over an agency that is on record."""


class ProfessionalForm(PortalForm):
    name = forms.CharField(
        label="Name",
        max_length=150,
        error_messages={"required": "Write the name of the professional"},
    )
    job_title = forms.CharField(
        label="Job", max_length=120, required=False, help_text="For example speech therapist"
    )
    phone = forms.CharField(label="Phone", max_length=30, required=False)
    email = forms.EmailField(
        label="Email",
        required=False,
        error_messages={"invalid": "An email address looks like name@service.example"},
    )


class ProfessionalEditForm(VersionedForm, ProfessionalForm):
    """The same fields over a professional on record, who may also have left."""

    ended_on = DayField(label="Left the agency on", required=False)
