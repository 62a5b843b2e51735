"""The change history of a child's record, in words: who, when, what from, what to, and why.

Every tracked record of the child but the attendance marks, which are kept and undone on their own page.
What somebody may not see on the record, they may not read in its history either.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models

from accounts.models import Membership
from accounts.rules.day_words import MONTHS
from accounts.rules.roles import Permission
from children.models import (
    AttendedSession,
    Child,
    ChildNeed,
    ChildProfile,
    ContactRestriction,
    KeyPersonAssignment,
    LevelRecord,
    ParentCarer,
    Room,
    StageOverrideRecord,
    SupportNeed,
)

NOTHING = "(nothing)"
SILENT = {"id", "row_version", "child", "setting", "said_at", "folded_name"}
LABELS = {
    "is_yes": "Answer",
    "said_on": "Said on",
    "is_second": "Second key person",
    "until_on": "Last day",
    "from_on": "First day",
    "ended_on": "Ended",
    "membership": "Who",
    "is_primary": "Comes first",
    "preferred_name": "Known as",
    "sen_provision": "SEN provision",
    "ehc_plan": "EHC plan",
    "started_on": "First day here",
    "leaving_on": "Last day here",
    "social_care": "Looked after, or known to social care",
    "archived_because": "Archived because",
}
RECORDS: tuple[tuple[type[models.Model], str], ...] = (
    (Child, "The child"),
    (ChildNeed, "Area of need"),
    (ChildProfile, "One-page profile"),
    (KeyPersonAssignment, "Key person"),
    (AttendedSession, "Session of the week"),
    (LevelRecord, "Level"),
    (StageOverrideRecord, "Stage"),
    (ParentCarer, "Contact"),
    (ContactRestriction, "Restriction"),
    (SupportNeed, "Support question"),
)
ACTS = {"+": "added", "~": "changed", "-": "removed"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """One save: what kind of record, what was done, by whom, why, and every field that moved."""

    at: datetime
    who: str
    what: str
    act: str
    why: str
    fields: tuple[FieldChange, ...]


def changes_of(child: Child, membership: Membership) -> list[Change]:
    """Newest first. One query per kind of record and three for names."""
    names = _Names(child)
    hidden = _hidden_from(membership)
    found: list[Change] = []
    for model, title in RECORDS:
        if model is ContactRestriction and not membership.may(Permission.SET_RESTRICTION):
            continue
        rows = _rows(model, child, names)
        found += _changes(rows, title, names, hidden)
    return sorted(found, key=lambda change: change.at, reverse=True)


def _hidden_from(membership: Membership) -> set[str]:
    return set() if membership.may(Permission.VIEW_RESTRICTED) else {"social_care"}


def _rows(model: type[models.Model], child: Child, names: "_Names") -> Iterable[Any]:
    """The history rows of the child's records of one kind, oldest first."""
    history = model.history  # type: ignore[attr-defined]
    if model is Child:
        found = history.filter(id=child.pk)
    elif model is ContactRestriction:
        found = history.filter(contact_id__in=list(names.contacts))
    else:
        found = history.filter(child_id=child.pk)
    return list(found.order_by("history_date", "history_id"))


def _changes(
    rows: Iterable[Any], title: str, names: "_Names", hidden: set[str]
) -> Iterator[Change]:
    before: dict[Any, Any] = {}
    for row in rows:
        old = before.get(row.id) if row.history_type == "~" else None
        moved = _moved(old, row, names, hidden) if row.history_type != "-" else ()
        before[row.id] = row
        if row.history_type == "~" and not moved:
            continue
        why = row.history_change_reason or ""
        yield Change(row.history_date, row.actor_label, title, ACTS[row.history_type], why, moved)


def _moved(old: Any, new: Any, names: "_Names", hidden: set[str]) -> tuple[FieldChange, ...]:
    """The fields that differ, in words; all that hold something when the record is new."""
    found = []
    for field in new.tracked_fields:
        if field.name in SILENT | hidden:
            continue
        was = getattr(old, field.attname) if old else None
        now = getattr(new, field.attname)
        if was != now and not (old is None and _says_nothing(now)):
            label = LABELS.get(field.name, field.name.removesuffix("_on").replace("_", " "))
            words = (names.say(field, was), names.say(field, now))
            found.append(FieldChange(label.capitalize() if label.islower() else label, *words))
    return tuple(found)


def _says_nothing(value: Any) -> bool:
    return value is None or value is False or value == ""


class _Names:
    """Names for the keys that history rows hold, fetched once."""

    def __init__(self, child: Child) -> None:
        self.contacts = {row.pk: str(row) for row in child.contacts.all()}
        setting = child.setting_id
        members = Membership.objects.filter(setting=setting).select_related("user")
        self._names: dict[Any, str] = {
            **self.contacts,
            **{row.pk: str(row) for row in members},
            **{row.pk: row.name for row in Room.objects.filter(setting=setting)},
        }

    def say(self, field: Any, value: Any) -> str:
        if value is None or value == "":
            return NOTHING
        if isinstance(value, bool):
            return "Yes" if value else "No"
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        if isinstance(value, date):
            return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
        return self._names.get(value, str(value))
