"""Levels, and a stage that differs from the birthday's."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, PortalForm, VersionedForm
from children.models import STAGE_CHOICES, Child
from children.queries import levels_for
from children.rules import Stage

from .fields import DayThatHasBeen, Words, one_of


class LevelForm(PortalForm):
    level = one_of("Level", (), needed="Choose the level")
    from_on = DayThatHasBeen(
        label="From which day", error_messages={"required": "Say from which day this level holds"}
    )
    because = Words("Why", 300, help_text="What led to it, and who decided")

    def __init__(self, *args: Any, child: Child, **kwargs: Any) -> None:
        kwargs["initial"] = {"from_on": timezone.localdate()}
        super().__init__(*args, **kwargs)
        self.child = child
        level: Any = self.fields["level"]
        ladder = levels_for(child.setting, timezone.localdate())
        level.choices = [(code, f"{code}: {label}") for code, label in ladder]

    def clean_from_on(self) -> date:
        return after_birth(self.cleaned_data["from_on"], self.child)


class StageForm(PortalForm):
    stage = one_of("The stage the child attends", STAGE_CHOICES, needed="Choose the stage")
    because = Words("Why", 300, needed="Say why the stage differs from the birthday's")
    agreed_by = Words(
        "Who agreed",
        200,
        needed="Say who agreed: the parents, and the school or the council",
        help_text="For example the parents and Harrowby Primary's head teacher",
    )
    from_on = DayField(
        label="First day", error_messages={"required": "Say from which day this holds"}
    )
    until_on = DayField(label="Last day", required=False)

    def __init__(self, *args: Any, child: Child, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.child = child

    def clean_from_on(self) -> date:
        return after_birth(self.cleaned_data["from_on"], self.child)

    def values(self) -> dict[str, Any]:
        return {**self.cleaned_data, "stage": Stage(self.cleaned_data["stage"])}


class StageEndForm(VersionedForm):
    until_on = DayField(
        label="Last day on which it holds", error_messages={"required": "Say which day is the last"}
    )
    why = Words("Why it ends", 200, needed="Say why it ends")


def after_birth(on: date, child: Child) -> date:
    """The day, unless the child was not born yet."""
    if on < child.date_of_birth:
        raise forms.ValidationError("That is before the child was born")
    return on
