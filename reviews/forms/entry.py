"""Recording what was seen: lines, how much help, a few words; all else is filled in already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone

from accounts.forms.base import PortalForm, mark_of
from accounts.models import Membership
from children.forms.fields import NOT_IN_LIST, DayThatHasBeen, Words, one_of, row_of
from children.models import Child, Session
from reviews.models import InterventionEntry
from reviews.queries.plan_lines import LineNow
from reviews.queries.to_record import ToRecord
from reviews.rules.help import HelpLevel, NotDelivered
from reviews.rules.words import session_at

HELP = [(level.value, level.label) for level in HelpLevel]
AS_ABOVE = ("", "As above")


@dataclass(frozen=True, slots=True)
class LineBox:
    """One tick box, and the list that lets this line differ in how much help there was."""

    line: LineNow
    box_id: str
    is_ticked: bool
    level: forms.BoundField


class LinesForm(PortalForm):
    """What every form about lines of the plan carries: which, when, who saw it, and its token."""

    form_token = forms.UUIDField(widget=forms.HiddenInput)
    ticked = forms.MultipleChoiceField(
        label="What did you do?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "A line is not in the plan any more: look again"},
    )
    seen_on = DayThatHasBeen(
        label="Day",
        help_text="For example today, yesterday or 19 Nov",
        error_messages={"required": "Say on which day you saw it"},
    )
    session = one_of("Session", [("", "Not said"), *Session.choices])
    seen_by = row_of("Seen by", needed="Say who saw it", nothing="")

    def __init__(
        self, *args: Any, asked: Sequence[ToRecord], membership: Membership, **kwargs: Any
    ) -> None:
        today, now = timezone.localdate(), timezone.localtime()
        initial = {
            "form_token": uuid4(),
            "ticked": [str(key) for one in asked for key in self.ticked_first(one)],
            "seen_on": today,
            "session": session_at(now.time()),
            "seen_by": membership.pk,
        }
        super().__init__(*args, initial={**initial, **kwargs.pop("initial", {})}, **kwargs)
        self.asked = asked
        ticked: Any = self.fields["ticked"]
        ticked.choices = [(str(line.key), line.words) for one in asked for line in one.lines]
        seen_by: Any = self.fields["seen_by"]
        staff = Membership.objects.visible_to(membership).active(today)
        seen_by.queryset = staff.select_related("user")
        seen_by.empty_label = None

    def clean(self) -> dict[str, Any]:
        """The token is that of the page with these words: other words sent from it are kept too."""
        values = super().clean() or {}
        if token := values.pop("form_token", None):
            values["form_token"] = mark_of(token, values)
        return values

    def ticked_first(self, one: ToRecord) -> Sequence[UUID]:
        return [line.key for line in one.lines if line.key in one.usual]

    @property
    def keys(self) -> list[UUID]:
        return [UUID(key) for key in self.cleaned_data["ticked"]]


class EntryForm(LinesForm):
    """What was seen. One press of help serves every ticked line; each may differ below."""

    help_level = one_of("How much help?", HELP)
    what_we_saw = Words(
        "What did you see?",
        2000,
        long=True,
        help_text="A few words are enough. Say what you saw and heard.",
    )
    where_it_was = Words("Where", 200)
    changed_next_time = Words("What to change next time", 400)
    note_from_home = Words("Note from home", 600)

    def __init__(self, *args: Any, asked: Sequence[ToRecord], **kwargs: Any) -> None:
        super().__init__(*args, asked=asked, **kwargs)
        if len(asked) == 1:
            self.fields["what_we_saw"].label = f"What did {asked[0].child.called} do?"
        for one in asked:
            for line in one.lines:
                self.fields[f"help_{line.key}"] = forms.ChoiceField(
                    label=f"{line.name}: {line.words}",
                    choices=[AS_ABOVE, *HELP],
                    required=False,
                    error_messages={"invalid_choice": NOT_IN_LIST},
                )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if any(not self._level(key) for key in values.get("ticked", [])):
            self.add_error("help_level", "Say how much help there was, or “Not tried today”")
        return values

    def _level(self, key: str) -> str:
        own: str = self.cleaned_data.get(f"help_{key}") or ""
        return own or self.cleaned_data.get("help_level") or ""

    @property
    def groups(self) -> Iterator[tuple[Child, list[LineBox]]]:
        """Each child with its tick boxes, in the order of the plan."""
        ticked = {str(key) for key in self["ticked"].value() or []}
        for one in self.asked:
            yield (
                one.child,
                [
                    LineBox(
                        line,
                        f"id_ticked_{line.key}",
                        str(line.key) in ticked,
                        self[f"help_{line.key}"],
                    )
                    for line in one.lines
                ],
            )

    def values(self) -> dict[str, Any]:
        """What the action takes, whoever the child is."""
        names = ["what_we_saw", "seen_on", "session", "seen_by", "where_it_was"]
        return {
            "lines": {key: HelpLevel(self._level(str(key))) for key in self.keys},
            **{name: self.cleaned_data[name] for name in names},
            "form_token": self.cleaned_data["form_token"],
        }

    def all_values(self) -> dict[str, Any]:
        """The same, with what belongs to one child alone."""
        own = ("changed_next_time", "note_from_home")
        return {**self.values(), **{name: self.cleaned_data[name] for name in own}}


class EntryChangeForm(EntryForm):
    """An entry as it stands, to be changed."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, entry: InterventionEntry, **kwargs: Any) -> None:
        stored = {
            name: getattr(entry, name)
            for name in self.base_fields
            if name not in ("seen_version", "seen_by") and hasattr(entry, name)
        }
        levels = {f"help_{row.line_key}": row.help_level for row in entry.lines.all()}
        first = next(iter(levels.values()), "")
        differ = {name: level for name, level in levels.items() if level != first}
        initial = {
            "seen_version": entry.row_version,
            "seen_by": entry.seen_by_id,
            "help_level": first,
            **stored,
            **differ,
        }
        super().__init__(*args, initial=initial, **kwargs)

    def changes(self) -> dict[str, Any]:
        """What `change_entry` takes."""
        values = {**self.all_values(), "seen_version": self.cleaned_data["seen_version"]}
        return {name: value for name, value in values.items() if name != "form_token"}


class NotDeliveredForm(LinesForm):
    """It did not happen: which lines (all, to begin with), and why."""

    because = one_of(
        "Why?",
        [(reason.value, reason.label) for reason in NotDelivered],
        needed="Choose the reason that comes nearest",
    )
    words = Words("Anything to add?", 300, long=True)

    def ticked_first(self, one: ToRecord) -> Sequence[UUID]:
        return [line.key for line in one.lines]

    def clean_ticked(self) -> list[str]:
        ticked: list[str] = self.cleaned_data["ticked"]
        if not ticked:
            raise forms.ValidationError("Choose at least one line that did not happen")
        return ticked

    def values(self) -> dict[str, Any]:
        read = self.cleaned_data
        return {
            "lines": self.keys,
            "because": NotDelivered(read["because"]),
            **{n: read[n] for n in ("words", "seen_on", "session", "seen_by", "form_token")},
        }
