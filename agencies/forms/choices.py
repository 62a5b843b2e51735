"""Fields that the forms of this room share: which agency, which professional, yes or no."""

from typing import Any

from django import forms
from django.db.models import Q

from accounts.models import Membership
from agencies.models import Agency, Professional


def yes_or_no(label: str, required: str, **kwargs: Any) -> forms.TypedChoiceField:
    """Yes or no, asked outright: neither is chosen beforehand."""
    return forms.TypedChoiceField(
        label=label,
        choices=[("True", "Yes"), ("False", "No")],
        coerce=lambda value: value in (True, "True"),
        widget=forms.RadioSelect,
        error_messages={"required": required, "invalid_choice": required},
        **kwargs,
    )


def agency_field() -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label="Agency",
        queryset=Agency.objects.none(),
        empty_label="Choose an agency",
        error_messages={
            "required": "Choose the agency",
            "invalid_choice": "Choose one of the agencies in the list",
        },
    )


def professional_field(label: str) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label=label,
        queryset=Professional.objects.none(),
        required=False,
        empty_label="Nobody chosen",
        error_messages={"invalid_choice": "Choose one of the professionals in the list"},
    )


def offer_agencies(form: forms.Form, membership: Membership, also: Agency | None = None) -> None:
    """The setting's agencies in use, and the one that the record has already."""
    offered = Q(ended_on__isnull=True)
    if also is not None:
        offered |= Q(pk=also.pk)
    field = form.fields["agency"]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = Agency.objects.visible_to(membership).filter(offered)


def offer_professionals(
    form: forms.Form, membership: Membership, also: Professional | None = None
) -> None:
    """The professionals of the setting's agencies, and the one that the record has already."""
    offered = Q(ended_on__isnull=True, agency__ended_on__isnull=True)
    if also is not None:
        offered |= Q(pk=also.pk)
    field = form.fields["professional"]
    assert isinstance(field, forms.ModelChoiceField)
    people = Professional.objects.visible_to(membership).select_related("agency")
    field.queryset = people.filter(offered)
