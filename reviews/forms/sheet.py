"""Typing in a record sheet: which week, and for each day the boxes of the paper."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, PortalForm
from accounts.models import Membership
from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from children.forms.fields import NOT_IN_LIST, Words
from children.models import Session
from reviews.actions import SheetRow
from reviews.queries.plan_lines import LineNow
from reviews.queries.sheet import Sheet, SheetDay
from reviews.rules.help import HelpLevel, NotDelivered

BOXES = [("", "–"), *((level.value, f"{level.letter} {level.words}") for level in HelpLevel)]
"""The letter comes first: in a list, typing it chooses the answer."""
REASONS = [("", "It happened"), *((reason.value, reason.label) for reason in NotDelivered)]
WORDS_OF_A_REASON = 300


class WhichWeekForm(PortalForm):
    """`?week=2026-11-16`: any day of it; a week to come, or what cannot be read, is this one."""

    week = DayField(required=False)

    def chosen(self) -> date:
        self.full_clean()
        today = timezone.localdate()
        on: date | None = self.cleaned_data.get("week")
        return on if on and on <= today else today


@dataclass(frozen=True, slots=True)
class Cell:
    """One line on one day: how much help, and how many tries."""

    line: LineNow
    help: forms.BoundField
    tries: forms.BoundField


@dataclass(frozen=True, slots=True)
class Row:
    """One day with its boxes."""

    day: SheetDay
    cells: tuple[Cell, ...]
    seen_by: forms.BoundField
    session: forms.BoundField
    what_we_saw: forms.BoundField
    because: forms.BoundField
    is_typed: bool

    @property
    def has_boxes(self) -> bool:
        return self.day.may_be_typed or self.is_typed


class SheetForm(PortalForm):
    """A row a day. Rows in which nothing is marked or written are left alone."""

    form_token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, sheet: Sheet, membership: Membership, **kwargs: Any) -> None:
        staff = Membership.objects.visible_to(membership).active(timezone.localdate())
        self.staff = {str(member.pk): member for member in staff.select_related("user")}
        super().__init__(*args, initial={"form_token": uuid4()}, **kwargs)
        self.sheet = sheet
        for day in sheet.days:
            self._add_boxes(day.name, str(membership.pk))

    def _add_boxes(self, on: str, me: str) -> None:
        people = [(key, str(member)) for key, member in self.staff.items()]
        self.fields[f"seen_by_{on}"] = _list("Who saw it", people, initial=me)
        self.fields[f"session_{on}"] = _list("Session", [("", "Not said"), *Session.choices])
        for line in self.sheet.lines:
            self.fields[f"help_{on}_{line.key}"] = _list(line.name, BOXES)
            self.fields[f"tries_{on}_{line.key}"] = _words("Tries", 60)
        self.fields[f"what_we_saw_{on}"] = _words("What we saw", 2000, long=True)
        self.fields[f"because_{on}"] = _list("Not delivered", REASONS)

    @property
    def rows(self) -> Iterator[Row]:
        """The days of the setting, and any other in which something was typed."""
        for day in self.sheet.days:
            if day.is_shown or self._is_typed(day.name):
                yield self._row(day)

    def _row(self, day: SheetDay) -> Row:
        on = day.name
        cells = (
            Cell(line, self[f"help_{on}_{line.key}"], self[f"tries_{on}_{line.key}"])
            for line in self.sheet.lines
        )
        return Row(
            day=day,
            cells=tuple(cells),
            seen_by=self[f"seen_by_{on}"],
            session=self[f"session_{on}"],
            what_we_saw=self[f"what_we_saw_{on}"],
            because=self[f"because_{on}"],
            is_typed=self._is_typed(on),
        )

    def _is_typed(self, on: str) -> bool:
        """Is anything marked or written on this day, for a line that has left the plan too?"""
        said = (f"what_we_saw_{on}", f"because_{on}")
        marks = (f"help_{on}_", f"tries_{on}_")
        return self.is_bound and any(
            str(self.data.get(name) or "").strip()
            for name in self.data
            if name in said or name.startswith(marks)
        )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        typed = [day for day in self.sheet.days if self._is_typed(day.name)]
        if not typed:
            self.add_error(None, "Nothing is filled in yet. Mark a line, or write a few words.")
        for day in typed:
            for name, sentence in self._faults(day.name, values):
                said = f"{say_day(day.on, timezone.localdate())}: {sentence}"
                self.add_error(name, said)
        return values

    def _faults(self, on: str, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        words, because = f"what_we_saw_{on}", f"because_{on}"
        helped, tries = self._of_lines("help", on, values), self._of_lines("tries", on, values)
        if not values.get(f"seen_by_{on}") and f"seen_by_{on}" not in self.errors:
            yield f"seen_by_{on}", "say who saw it"
        if values.get(because) and (helped or tries):
            yield because, "it happened or it did not. Choose the reason, or mark the lines"
        elif values.get(because) and len(values.get(words, "")) > WORDS_OF_A_REASON:
            yield words, f"beside a reason {WORDS_OF_A_REASON} characters fit. Shorten it"
        else:
            for key in tries.keys() - helped.keys():
                yield f"help_{on}_{key}", "say how much help there was with these tries"
        if self._has_gone(on):
            yield words, "a line that you marked is not in the plan any more. Say it in words here"

    def _of_lines(self, part: str, on: str, values: Mapping[str, Any]) -> dict[UUID, str]:
        """What is in the boxes of one kind on one day, by the key of the line."""
        read = {line.key: values.get(f"{part}_{on}_{line.key}") for line in self.sheet.lines}
        return {key: value for key, value in read.items() if value}

    def _has_gone(self, on: str) -> bool:
        marks = (f"help_{on}_", f"tries_{on}_")
        return any(
            name.startswith(marks) and self.data.get(name) and name not in self.fields
            for name in self.data
        )

    def saves(self, action: Callable[[], Any]) -> bool:
        """A refusal of a day, or of its lines, is said beside the words of its row."""

        def in_its_row() -> None:
            try:
                action()
            except Refused as refusal:
                part, _, on = (refusal.field or "").rpartition("_")
                name = refusal.field if refusal.field in self.fields else f"what_we_saw_{on}"
                raise Refused(refusal.sentence, name if part else None) from None

        return super().saves(in_its_row)

    def values(self) -> dict[str, Any]:
        """What `record_sheet` takes."""
        rows = [self._row_read(day) for day in self.sheet.days if self._is_typed(day.name)]
        return {"rows": rows, "form_token": self.cleaned_data["form_token"]}

    def _row_read(self, day: SheetDay) -> SheetRow:
        on, read = day.name, self.cleaned_data
        because = read[f"because_{on}"]
        helped = {key: HelpLevel(v) for key, v in self._of_lines("help", on, read).items()}
        every = {line.key: HelpLevel.NOT_TRIED for line in self.sheet.lines}
        return SheetRow(
            seen_on=day.on,
            seen_by=self.staff[read[f"seen_by_{on}"]],
            lines=every if because else helped,
            tries=self._of_lines("tries", on, read),
            words=read[f"what_we_saw_{on}"],
            session=read[f"session_{on}"],
            because=NotDelivered(because) if because else None,
        )


def _list(label: str, choices: list[tuple[str, Any]], **kwargs: Any) -> forms.ChoiceField:
    """A list from which one is chosen. Days that are not typed in need none."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.Select(attrs={"class": "form-select"}),
        error_messages={"invalid_choice": NOT_IN_LIST},
        **kwargs,
    )


def _words(label: str, most: int, **kwargs: Any) -> Words:
    field = Words(label, most, **kwargs)
    field.widget.attrs["class"] = "form-control"
    return field
