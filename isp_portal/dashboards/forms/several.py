"""One thing for several children of the register: who is chosen, and what is to be done."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, OnceForm
from accounts.models import Membership
from accounts.rules.half_term import monday_of
from children.forms.fields import Words
from children.forms.people import MemberForm
from children.models import Child
from isp_portal.documents.models import PackOf
from reviews.forms.planning import time_of_day

MOST = 200
"""As many as a page of the register holds."""
NOBODY_CHOSEN = "Choose at least one child"


class SeveralForm(OnceForm):
    """The children who are ticked. Those of others are not among the choices."""

    child: Any = forms.ModelMultipleChoiceField(
        queryset=Child.objects.none(),
        widget=forms.MultipleHiddenInput,
        error_messages={
            "required": NOBODY_CHOSEN,
            "invalid_choice": "Choose children of the register",
            "invalid_pk_value": "Choose children of the register",
        },
    )

    def offer(self, membership: Membership) -> None:
        field = self.fields["child"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = Child.objects.visible_to(membership).active().select_related("room")

    @property
    def chosen(self) -> list[Child]:
        return list(self.cleaned_data.get("child", ()))

    def clean_child(self) -> list[Child]:
        chosen = list(self.cleaned_data["child"])
        if len(chosen) > MOST:
            raise forms.ValidationError(f"Choose {MOST} children at most")
        return sorted(chosen, key=lambda child: (child.legal_name, str(child.pk)))


class KeyPersonSeveralForm(SeveralForm, MemberForm):
    """The same key person for all of them, from a day."""

    field_order = ("member", "from_on", "child")

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, membership=membership, **kwargs)
        self.offer(membership)


class ReviewsSeveralForm(SeveralForm):
    """A day for each of them, at one place. A child whose day is left empty is left out."""

    planned_time = time_of_day("Time")
    place = Words("Place", 120, help_text="Or say by phone, or by video")
    outside_window_because = Words(
        "Why these days, where one is outside its window or you are closed", 300
    )

    def __init__(
        self, *args: Any, membership: Membership, offered: Mapping[UUID, date | None], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offer(membership)
        for key, day in offered.items():
            self.fields[day_name(key)] = DayField(
                label="Day",
                required=False,
                initial=day,
                help_text="",
                widget=forms.TextInput(attrs={"class": "form-control day"}),
            )

    def with_a_day(self, cycles: Collection[UUID]) -> list[Child]:
        """Those of the chosen who have something to plan, and a day."""
        return [child for child in self.chosen if child.pk in cycles and child.pk in self.days]

    @property
    def days(self) -> dict[UUID, date]:
        """The day of each child who has one."""
        said = {child.pk: self.cleaned_data.get(day_name(child.pk)) for child in self.chosen}
        return {key: day for key, day in said.items() if day}


class PrintSeveralForm(SeveralForm):
    """What is printed of each of them. `offered` is what the member may print."""

    of = forms.ChoiceField(
        label="What is printed",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is printed", "invalid_choice": "Choose one"},
    )
    week = DayField(label="Week of the record sheets", required=False, help_text="Any day of it")
    issue_missing = forms.BooleanField(
        label="Issue a copy for the file where there is none yet", required=False
    )
    two_sided = forms.BooleanField(
        label="For two-sided printing: each child begins on a new sheet", required=False
    )
    field_order = ("of", "week", "issue_missing", "two_sided", "child")

    def __init__(
        self, *args: Any, membership: Membership, offered: Sequence[PackOf], **kwargs: Any
    ) -> None:
        first = {"of": offered[0].value, "two_sided": True, "week": timezone.localdate()}
        super().__init__(*args, initial=first, **kwargs)
        self.offer(membership)
        self.fields["of"].choices = [(of.value, of.label) for of in offered]  # type: ignore[attr-defined]
        if PackOf.SHEETS not in offered:
            del self.fields["week"]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        values["monday"] = monday_of(values.pop("week", None) or timezone.localdate())
        return values

    def has_any(self, ready: Collection[Child]) -> bool:
        """Is there something to print of one of the chosen? Else that is said."""
        if not any(child in ready for child in self.chosen):
            self.add_error(None, "None of these children has anything to print: each says why")
        return self.is_valid()

    @property
    def seen(self) -> tuple[PackOf, bool]:
        """What is chosen on the page, and whether missing copies are issued: right or not yet."""
        codes = {code for code, _ in self.fields["of"].choices}  # type: ignore[attr-defined]
        said = self["of"].value()
        return PackOf(said if said in codes else self.initial["of"]), bool(
            self["issue_missing"].value()
        )


def day_name(key: UUID) -> str:
    return f"day_{key}"
