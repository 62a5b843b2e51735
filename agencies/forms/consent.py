"""What a holder of parental responsibility answers about contact with an agency (C7)."""

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, OnceForm
from accounts.models import Membership
from agencies.forms.choices import agency_field, offer_agencies
from agencies.models import ConsentAnswer, ConsentHow, ConsentPurpose
from agencies.rules import Lifetime, consent_problems
from children.forms.fields import Words, one_of, row_of
from children.models import Child, ParentCarer

LAYOUT = Layout(
    Div("agency", "purpose", css_class="field-row"),
    Div("contact", "basis", css_class="field-row"),
    "answer",
    Div("what_may_be_shared", "refused_because", css_class="field-row"),
    "how",
    Div("given_on", "until_on", css_class="field-row"),
)


class ConsentForm(OnceForm):
    agency = agency_field()
    purpose = forms.ChoiceField(
        label="What for",
        choices=[("", "Choose what it is for"), *ConsentPurpose.choices],
        error_messages={
            "required": "Say what the consent is for",
            "invalid_choice": "Choose one from the list",
        },
    )
    contact = row_of(
        "Who answers",
        needed="Say who answers",
        nothing="Choose who answers",
        help_text="Somebody who holds parental responsibility",
    )
    basis = Words(
        "On what basis they hold it",
        200,
        help_text="For example birth certificate seen. Empty: as it stands on the contact",
    )
    answer = one_of("Their answer", ConsentAnswer.choices, needed="Say what they answered")
    what_may_be_shared = Words(
        "If given: what may be shared",
        300,
        long=True,
        help_text="For example the plan and the record",
    )
    refused_because = Words("If refused: why", 300, long=True, help_text="In their words")
    how = one_of("How they answered", ConsentHow.choices, needed="Say how they answered")
    given_on = DayField(
        label="Answered on", error_messages={"required": "Say on which day they answered"}
    )
    until_on = DayField(
        label="Holds until", required=False, help_text="Empty: until it is withdrawn"
    )

    def __init__(self, *args: Any, membership: Membership, child: Child, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = LAYOUT
        self.child = child
        for name in ("what_may_be_shared", "refused_because"):
            self.fields[name].wanted_later = True  # type: ignore[attr-defined]
        offer_agencies(self, membership)
        contact = self.fields["contact"]
        assert isinstance(contact, forms.ModelChoiceField)
        asked = ParentCarer.objects.filter(child=child)
        contact.queryset = asked.to_be_asked(timezone.localdate())

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        life = Lifetime(self.child.date_of_birth, timezone.localdate())
        days = (values.get("given_on"), values.get("until_on"))
        for field, sentence in consent_problems(life, *days):
            self.add_error(field, sentence)
        self._check_basis(values)
        self._keep_what_belongs(values)
        return values

    def _check_basis(self, values: dict[str, Any]) -> None:
        contact = values.get("contact")
        if contact and not (values.get("basis") or contact.responsibility_evidence):
            self.add_error("basis", "Say what was seen, for example the birth certificate")

    def _keep_what_belongs(self, values: dict[str, Any]) -> None:
        """What may be shared belongs to a yes, the reason to a no; each is asked for."""
        if values.get("answer") == ConsentAnswer.REFUSED:
            values |= {"what_may_be_shared": "", "until_on": None}
            if values.get("refused_because") == "":
                self.add_error("refused_because", "Say why they refuse, in their words")
        elif values.get("answer") == ConsentAnswer.GIVEN:
            values["refused_because"] = ""
            if values.get("what_may_be_shared") == "":
                self.add_error("what_may_be_shared", "Say what may be shared")
