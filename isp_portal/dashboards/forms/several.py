"""One thing for several children of the register: who is chosen, and what is to be done."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from accounts.forms.base import DayField, OnceForm
from accounts.models import Membership
from children.forms.fields import Words
from children.forms.people import MemberForm
from children.models import Child
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

    @property
    def days(self) -> dict[UUID, date]:
        """The day of each child who has one."""
        said = {child.pk: self.cleaned_data.get(day_name(child.pk)) for child in self.chosen}
        return {key: day for key, day in said.items() if day}


def day_name(key: UUID) -> str:
    return f"day_{key}"
