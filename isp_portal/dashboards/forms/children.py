"""Which children the register lists, and in which order."""

from typing import Any

from django import forms

from isp_portal.dashboards.forms.due import ChosenForm, pick
from isp_portal.dashboards.rules.register import PlanNow, ReviewNow, Sort


def one_of(label: str, every: str, wrong: str, states: Any) -> forms.ChoiceField:
    return pick(label, every, wrong, [(state.value, state.words) for state in states])


class RegisterForm(ChosenForm):
    """Children by name, by where they are, and by where their plan and its review stand."""

    q = forms.CharField(
        label="Name",
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"}),
        error_messages={"max_length": "No name is that long, so every name is shown"},
    )
    plan = one_of("Plan", "Any", "That is no state of a plan, so any is shown", PlanNow)
    review = one_of("Review", "Any", "That is no state of a review, so any is shown", ReviewNow)
    sort = one_of("Order", "Name", "That is no order of ours, so names come first", Sort)
    archived = forms.BooleanField(
        label="Archived records",
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )
    field_order = ("q", "room", "key_person", "level", "area", "stage", "plan", "review", "sort")

    def __init__(self, *args: Any, sees_plans: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not sees_plans:
            for name in ("level", "area", "plan", "review", "sort"):
                del self.fields[name]

    @property
    def is_archived(self) -> bool:
        self.is_valid()
        return bool(self.cleaned_data.get("archived"))
