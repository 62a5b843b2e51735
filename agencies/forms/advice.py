"""Advice to use, or not to use, an ISP: by whom, in which role, on which day, until when."""

from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, PortalForm
from accounts.models import Membership
from agencies.forms.choices import offer_professionals, professional_field
from agencies.models import AdviceUse, AdvisedBy
from agencies.rules import Lifetime, advice_problems
from children.forms.fields import Words
from children.models import Child


class AdviceForm(PortalForm):
    use = forms.ChoiceField(
        label="What was advised",
        choices=AdviceUse.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Say what was advised",
            "invalid_choice": "Choose one of the two",
        },
    )
    advised_by = forms.ChoiceField(
        label="Who advised it",
        choices=AdvisedBy.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Say who advised it",
            "invalid_choice": "Choose one of the two",
        },
    )
    professional = professional_field("Professional on record")
    person_name = Words("Name", 150, help_text="Leave it empty for the professional chosen above")
    person_role = Words("Role", 120, help_text="For example area SENCO")
    words = Words("In their words", 600, long=True)
    given_on = DayField(
        label="Given on", error_messages={"required": "Say when the advice was given"}
    )
    until_on = DayField(
        label="Counts until", required=False, help_text="Empty: until it is withdrawn"
    )

    def __init__(self, *args: Any, membership: Membership, child: Child, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.child = child
        offer_professionals(self, membership)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        self._name_the_person(values)
        life = Lifetime(self.child.date_of_birth, timezone.localdate())
        for field, sentence in advice_problems(
            life, values.get("given_on"), values.get("until_on")
        ):
            self.add_error(field, sentence)
        return values

    def _name_the_person(self, values: dict[str, Any]) -> None:
        """The professional chosen gives name and role where these were left empty."""
        professional = values.get("professional")
        if professional is not None and not values.get("person_name"):
            values["person_name"] = professional.name
            values["person_role"] = values.get("person_role") or (
                professional.job_title or professional.agency.name
            )
        if not values.get("person_name"):
            self.add_error("person_name", "Write who gave the advice")
        if not values.get("person_role"):
            self.add_error("person_role", "Write in which role they advise")
