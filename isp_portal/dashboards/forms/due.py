"""What the due lists are narrowed to and how they are sorted."""

from typing import Any

from django import forms

from accounts.forms.base import PortalForm
from children.models import AreaOfNeed
from children.rules import Stage
from isp_portal.dashboards.queries.chosen import NOBODY, Choices, Wanted
from isp_portal.dashboards.rules.due import DueList

SORT_CHOICES = (
    ("since", "Longest due"),
    ("name", "Name"),
    ("room", "Room"),
    ("key-person", "Key person"),
)


def pick(label: str, every: str, wrong: str, choices: Any = ()) -> forms.ChoiceField:
    """One of the choices, or every one of them."""
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=[("", every), *choices],
        widget=forms.Select(attrs={"class": "form-select"}),
        error_messages={"invalid_choice": wrong},
    )


class ChosenForm(PortalForm):
    """Which children: room, key person, level, area of need, stage."""

    room = pick("Room", "Every room", "That is no room of yours, so every room is shown")
    key_person = pick(
        "Key person", "Everybody", "Nobody here is that key person, so everybody is shown"
    )
    level = pick("Level", "Any", "No child has that level, so any is shown")
    area = pick(
        "Area of need", "Any", "That is no area of need, so any is shown", AreaOfNeed.choices
    )
    stage = pick(
        "Stage", "Any", "That is no stage, so any is shown", [(s.value, s.label) for s in Stage]
    )

    def __init__(self, *args: Any, offered: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("room", offered.rooms)
        self._offer("key_person", (*offered.key_people, (NOBODY, "No key person")))
        self._offer("level", offered.levels)

    def _offer(self, name: str, choices: Any) -> None:
        field: Any = self.fields[name]
        field.choices = [*field.choices, *choices]

    def said(self, name: str) -> str:
        """What was chosen, where it makes sense; else nothing."""
        self.is_valid()
        return str(self.cleaned_data.get(name) or "")

    def wanted(self) -> Wanted:
        names = ("room", "key_person", "level", "area", "stage")
        return Wanted(**{name: self.said(name) for name in names})

    @property
    def wrong(self) -> list[str]:
        """What made no sense, in words, and what is shown instead."""
        return [str(error) for errors in self.errors.values() for error in errors]


class DueForm(ChosenForm):
    """The due lists of those children, in an order; or one list of them alone."""

    sort = forms.ChoiceField(
        label="Order",
        required=False,
        choices=SORT_CHOICES,
        widget=forms.Select(attrs={"class": "form-select"}),
        error_messages={
            "invalid_choice": "That is no order of ours, so the longest due comes first"
        },
    )
    list = forms.ChoiceField(
        required=False,
        choices=[("", ""), *((name.value, name.value) for name in DueList)],
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": "There is no such list, so all of them are shown"},
    )
