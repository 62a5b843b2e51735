"""Starting, agreeing, correcting and closing a plan; another date for its review."""

from typing import Any

from django import forms

from accounts.forms.base import DayField, PortalForm, VersionedForm
from plans.forms.fields import OneOfField
from plans.forms.sections import check_has_come
from plans.models import SignOffAnswer, SignOffMethod, SupportPlan
from plans.queries.family import contacts_to_name

STAFF_ANSWERS = [
    (answer.value, answer.label) for answer in SignOffAnswer if answer != SignOffAnswer.NOT_REACHED
]
NOT_IN_LIST = {"invalid_choice": "Choose one from the list", "required": "Choose one"}
REASON_CAP = 300


class ActForm(PortalForm):
    """A button that asks for nothing but the press."""


class StartPlanForm(PortalForm):
    starts_on = DayField(
        label="Starts on",
        required=False,
        help_text="The six to eight weeks are counted from this day. For example 26 Nov or today",
    )
    made_anyway_because = forms.CharField(
        label="Why a plan is made anyway",
        max_length=REASON_CAP,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, reason_wanted: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not reason_wanted:
            del self.fields["made_anyway_because"]
            self.helper.layout.fields.remove("made_anyway_because")


class ReasonForm(PortalForm):
    """Why a plan is corrected or closed."""

    because = forms.CharField(
        label="Why",
        max_length=REASON_CAP,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why"},
    )


class DueDateForm(VersionedForm):
    due_on = DayField(label="Review agreed for", error_messages={"required": "Say which day"})
    because = forms.CharField(
        label="Why this day",
        max_length=REASON_CAP,
        error_messages={"required": "Say why another date was agreed"},
    )


class SignForm(PortalForm):
    """A member of staff answers in one capacity."""

    answer = forms.ChoiceField(
        label="Your answer",
        choices=STAFF_ANSWERS,
        widget=forms.RadioSelect,
        error_messages=NOT_IN_LIST,
    )
    comments = forms.CharField(
        label="Comments", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, capacity: str, **kwargs: Any) -> None:
        self.capacity = capacity
        kwargs.setdefault("auto_id", f"{capacity}-%s")
        super().__init__(*args, **kwargs)


class ParentAnswerForm(PortalForm):
    """What a parent answered, as staff heard it."""

    contact = OneOfField(label="Who", required=True, error_messages=NOT_IN_LIST)
    answer = forms.ChoiceField(
        label="Their answer",
        choices=[("", "Choose their answer"), *SignOffAnswer.choices],
        error_messages={**NOT_IN_LIST, "required": "Choose what they answered"},
    )
    answered_on = DayField(label="When", error_messages={"required": "Say when"})
    method = forms.ChoiceField(
        label="How",
        choices=[
            ("", "Choose how"),
            *[(m.value, m.label) for m in SignOffMethod if m != SignOffMethod.PORTAL],
        ],
        error_messages={**NOT_IN_LIST, "required": "Choose how they answered"},
    )
    comments = forms.CharField(
        label="In their words",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, plan: SupportPlan, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "parent-%s")
        super().__init__(*args, **kwargs)
        contact = self.fields["contact"]
        assert isinstance(contact, OneOfField)
        contact.offer(contacts_to_name(plan), "Choose a parent or carer")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        check_has_come(self, "answered_on")
        return values
