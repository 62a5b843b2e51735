"""Inviting somebody, changing what they do here, and leaving."""

from typing import Any

from django import forms

from accounts.forms.base import DayField, PortalForm, VersionedForm
from accounts.rules.roles import ROLE_NAMES, ROLE_SENTENCES, Role

ROLE_LABELS = [(role.value, f"{ROLE_NAMES[role]}: {ROLE_SENTENCES[role]}") for role in Role]


class RolesField(forms.MultipleChoiceField):
    """One role or several, each with the sentence of what it may do."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label="Roles",
            choices=ROLE_LABELS,
            widget=forms.CheckboxSelectMultiple,
            help_text="One adult may hold several",
            error_messages={
                "required": "Choose at least one role",
                "invalid_choice": "Choose roles from the list",
            },
            **kwargs,
        )


class InviteForm(PortalForm):
    full_name = forms.CharField(
        label="Name",
        max_length=150,
        error_messages={"required": "Write the name of the person you invite"},
    )
    email = forms.EmailField(
        label="Work email",
        help_text="The link goes there, and it becomes what they sign in with",
        error_messages={
            "required": "Write the email that the invitation goes to",
            "invalid": "Write the email in full, like sam@nursery.org.uk",
        },
    )
    roles = RolesField()


class MemberForm(VersionedForm):
    job_title = forms.CharField(
        label="Job title",
        max_length=80,
        required=False,
        help_text="As it should read on papers, for example Room leader",
    )
    roles = RolesField()


class LeavingForm(VersionedForm):
    left_on = DayField(
        label="First day without access",
        help_text="For example 19 12 26, 19 Dec or today",
        error_messages={"required": "Say from which day they should be out"},
    )
