"""The sections of a plan, each a small form that saves by itself."""

from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import VersionedForm
from children.models import AreaOfNeed, Channel
from plans.forms.fields import LaterChoiceField, LaterDayField, OneOfField, WordsField
from plans.models import SupportPlan
from plans.queries.family import contacts_to_name


class PartForm(VersionedForm):
    """A part of the plan with ids of its own, so that many stand on one page."""

    part = ""

    def __init__(self, *args: Any, plan: SupportPlan, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{self.part}-%s")
        super().__init__(*args, **kwargs)
        self.plan = plan


def check_has_come(form: forms.Form, name: str) -> None:
    """An error beside a day that has not come yet."""
    on = form.cleaned_data.get(name)
    if on and on > timezone.localdate():
        form.add_error(name, "This day has not come yet")


class StartForm(PartForm):
    part = "start"
    starts_on = LaterDayField(label="Starts on", wanted_later=True)


class AreaForm(PartForm):
    part = "area"
    primary_area = LaterChoiceField(
        label="Area of need that comes first",
        choices=AreaOfNeed.choices,
        empty="Choose an area",
        wanted_later=True,
    )


class StrengthsForm(PartForm):
    part = "strengths"
    strengths = WordsField("strengths", label="Strengths and interests", rows=4, wanted_later=True)
    matters_to_child = WordsField(
        "matters_to_child", label="What matters to the child", rows=3, wanted_later=True
    )
    how_child_showed_it = WordsField(
        "how_child_showed_it",
        label="How the child showed it",
        help_text="Words, looks, what the child goes to or turns away from",
        rows=3,
        wanted_later=True,
    )


class ParentsViewForm(PartForm):
    part = "parents-view"
    parents_view = WordsField(
        "parents_view",
        label="In the parents' own words",
        help_text="As they said it",
        rows=4,
        wanted_later=True,
    )
    parents_view_by = OneOfField(label="Who said it")
    parents_view_on = LaterDayField(label="When")
    parents_view_how = LaterChoiceField(label="How", choices=Channel.choices, empty="Choose how")
    why_no_parents_view = WordsField(
        "why_no_parents_view",
        label="Or why there is no view yet",
        help_text="What you tried, and when",
        rows=2,
    )

    def __init__(self, *args: Any, plan: SupportPlan, **kwargs: Any) -> None:
        super().__init__(*args, plan=plan, **kwargs)
        by = self.fields["parents_view_by"]
        assert isinstance(by, OneOfField)
        by.offer(contacts_to_name(plan), "Choose a parent or carer")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        check_has_come(self, "parents_view_on")
        return values


class DifficultForm(PartForm):
    part = "difficult"
    what_is_difficult = WordsField(
        "what_is_difficult", label="What is difficult just now", rows=4, wanted_later=True
    )
    starting_point_on = LaterDayField(label="Starting point, on")
    starting_point_tracker = forms.CharField(
        label="Tracker", max_length=120, required=False, help_text="For example Early Support"
    )
    starting_point_band = forms.CharField(label="Band or months", max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        check_has_come(self, "starting_point_on")
        return values


PART_FORMS: dict[str, type[PartForm]] = {
    form.part: form for form in (StartForm, AreaForm, StrengthsForm, ParentsViewForm, DifficultForm)
}


def part_form(part: str, plan: SupportPlan, data: Any = None) -> PartForm:
    """The form of one part. `LookupError` for a part that a plan does not have."""
    form = PART_FORMS[part]
    return form(data, plan=plan, record=plan.cycle if part == StartForm.part else plan)
