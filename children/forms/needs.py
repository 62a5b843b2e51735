"""The areas of need and the attendance pattern: one form each, over several rows."""

from typing import Any, NamedTuple

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField
from children.models import AreaOfNeed, AttendedSession, Child, ChildNeed, Session, Weekday

from .fields import NOT_IN_LIST, SeveralRowsForm, one_of


class NeedsForm(SeveralRowsForm):
    about = "Areas of need"
    areas = forms.MultipleChoiceField(
        label="Areas of need",
        choices=AreaOfNeed.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick at least one area", "invalid_choice": NOT_IN_LIST},
    )
    primary = one_of(
        "Which of them comes first", AreaOfNeed.choices, needed="Choose the area that comes first"
    )

    def rows(self) -> list[ChildNeed]:
        return list(self.child.needs.filter(until_on__isnull=True))

    def stored(self) -> dict[str, Any]:
        rows = self.rows()
        first = next((row.area for row in rows if row.is_primary), None)
        return {"areas": [row.area for row in rows], "primary": first}

    def in_words(self) -> str:
        return ", ".join(f"{row} (first)" if row.is_primary else str(row) for row in self.rows())

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        areas, primary = values.get("areas"), values.get("primary")
        if areas and primary and primary not in areas:
            self.add_error("primary", "The area that comes first is one of the ticked areas")
        return values

    def values(self) -> dict[str, Any]:
        return {
            "areas": [AreaOfNeed(area) for area in self.cleaned_data["areas"]],
            "primary": AreaOfNeed(self.cleaned_data["primary"]),
            "seen": self.cleaned_data["seen"],
        }


class Box(NamedTuple):
    """One tick box of the week."""

    id: str
    value: str
    session: str
    is_ticked: bool


class SessionsForm(SeveralRowsForm):
    """The week as a grid of tick boxes: a row per weekday, a column per session."""

    about = "Sessions of the week"
    pattern = forms.MultipleChoiceField(
        label="Sessions of the week",
        choices=[(f"{day}-{session}", "") for day in Weekday.values for session in Session.values],
        error_messages={
            "required": "Tick at least one session",
            "invalid_choice": "Choose sessions of the list",
        },
    )
    from_on = DayField(
        label="From which day", error_messages={"required": "Say from which day this holds"}
    )

    def __init__(self, *args: Any, child: Child, **kwargs: Any) -> None:
        super().__init__(*args, child=child, **kwargs)
        self.helper.layout = None

    def rows(self) -> list[AttendedSession]:
        return list(self.child.sessions.filter(until_on__isnull=True))

    def stored(self) -> dict[str, Any]:
        today = timezone.localdate()
        return {"pattern": [_value(row) for row in self.rows()], "from_on": today}

    def in_words(self) -> str:
        return ", ".join(
            f"{row.get_weekday_display()} {row.get_session_display().lower()}"
            for row in self.rows()
        )

    @property
    def week(self) -> list[tuple[str, list[Box]]]:
        """A row per day on which the setting opens or the child comes, with its tick boxes."""
        ticked = set(self["pattern"].value() or [])
        opens = set(self.child.setting.open_weekdays or range(5))
        days = [d for d in Weekday if d in opens or any(t.startswith(f"{d}-") for t in ticked)]
        return [(day.label, [self._box(day, s, ticked) for s in Session]) for day in days]

    def _box(self, day: Weekday, session: Session, ticked: set[str]) -> Box:
        value = f"{day.value}-{session.value}"
        return Box(f"id_pattern_{value}", value, session.label, value in ticked)

    def values(self) -> dict[str, Any]:
        chosen = [value.split("-") for value in self.cleaned_data["pattern"]]
        return {
            "pattern": {(int(day), session) for day, session in chosen},
            "from_on": self.cleaned_data["from_on"],
            "seen": self.cleaned_data["seen"],
        }


def _value(row: AttendedSession) -> str:
    return f"{row.weekday}-{row.session}"
