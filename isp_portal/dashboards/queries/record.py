"""What the child's record says in single values, and what it does not say yet."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from accounts.models import Membership
from accounts.rules.roles import Permission
from children.models import AttendedSession, Child, ChildNeed, KeyPersonAssignment
from children.queries import level_on

KEY_PERSON = "children:key_person"


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that every record has to say; `url` is empty for who may not say it."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class RecordPart:
    """`said` is what stands in the record; `missing` is what has to be added (forms: child)."""

    said: tuple[tuple[str, str], ...]
    missing: tuple[Missing, ...]


def record_part(child: Child, membership: Membership, today: date) -> RecordPart:
    """The record of this child in words, with what is still to be filled in."""
    sessions = _sessions(child, today)
    return RecordPart(_said(child, sessions), tuple(_missing(child, membership, sessions, today)))


def _sessions(child: Child, today: date) -> str:
    """ "Monday morning, Monday afternoon": the week as it is attended on the day."""
    rows: Any = AttendedSession.objects.filter(child=child, from_on__lte=today)
    running = [row for row in rows if row.until_on is None or row.until_on >= today]
    by_day: dict[str, list[str]] = {}
    for row in running:
        by_day.setdefault(row.get_weekday_display(), []).append(row.get_session_display().lower())
    return ", ".join(f"{day} {' and '.join(parts)}" for day, parts in by_day.items())


def _said(child: Child, sessions: str) -> tuple[tuple[str, str], ...]:
    rows = (
        ("How the child communicates", child.how_communicates),
        ("Interpreter or reading format", child.interpreter_or_format),
        ("Attends", sessions),
        ("Another setting", child.other_setting),
        ("SEN provision", child.get_sen_provision_display()),
        ("EHC plan", child.get_ehc_plan_display()),
        ("Diagnosis", child.diagnosis),
    )
    return tuple((label, words) for label, words in rows if words)


def _missing(child: Child, membership: Membership, sessions: str, today: date) -> list[Missing]:
    key_people: Any = KeyPersonAssignment.objects.filter(child=child, is_second=False)
    primary = ChildNeed.objects.filter(child=child, until_on__isnull=True, is_primary=True)
    asked = (
        (child.home_language, "the language at home", "children:edit"),
        (child.room_id, "a room", "children:edit"),
        (key_people.running(today).exists(), "a key person", KEY_PERSON),
        (sessions, "the sessions of the week", "children:sessions"),
        (level_on(child, today), "a level", "children:level_add"),
        (primary.exists(), "the area of need that comes first", "children:needs"),
        (child.sen_provision, "the SEN provision", "children:edit"),
    )
    may_assign = membership.may(Permission.ASSIGN_KEY_PERSON)
    return [
        Missing(words, reverse(name, args=[child.pk]) if may_assign or name != KEY_PERSON else "")
        for said, words, name in asked
        if not said
    ]
