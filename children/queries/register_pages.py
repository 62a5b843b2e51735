"""What the pages of an import show: what would come in, what is wrong, and what came in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from children.intake.kinds import NOTE_WORDS, Note
from children.models import AreaOfNeed, Child, RegisterImport, Room, Weekday
from children.rules.folding import fold
from children.rules.register.row import ChildToBe

ROWS_PER_PAGE = 200
SHOWN_AS_THEY_WILL_STAND = 3


@dataclass(frozen=True, slots=True)
class AsItWillStand:
    """One child as the register will show it, for the person to compare with the file."""

    row: ChildToBe
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    """The dry run of a staged file."""

    right: int
    wrong: int
    doubles: int
    remarked: int
    to_look_at: "Page[ChildToBe]"
    first: tuple[AsItWillStand, ...]
    new_rooms: tuple[str, ...]
    notes: tuple[str, ...]


def check_page(
    register_import: RegisterImport, rows: list[ChildToBe], number: str | int
) -> CheckPage:
    """Counts, and the rows that somebody should look at, mistakes first, 200 to a page."""
    right = [row for row in rows if not row.problems and not row.double]
    look_at = [row for row in rows if row.problems]
    look_at += [row for row in rows if row.double]
    look_at += [row for row in right if row.remarks]
    return CheckPage(
        right=len(right),
        wrong=sum(bool(row.problems) for row in rows),
        doubles=sum(bool(row.double) for row in rows),
        remarked=sum(bool(row.remarks) for row in right),
        to_look_at=Paginator(look_at, ROWS_PER_PAGE).get_page(number),
        first=tuple(AsItWillStand(row, _facts(row)) for row in right[:SHOWN_AS_THEY_WILL_STAND]),
        new_rooms=_new_rooms(register_import, right),
        notes=tuple(NOTE_WORDS[Note(note)] for note in register_import.notes),
    )


def _new_rooms(register_import: RegisterImport, rows: Iterable[ChildToBe]) -> tuple[str, ...]:
    there = Room.objects.in_use().filter(setting=register_import.setting_id)
    known = {fold(name) for name in there.values_list("name", flat=True)}
    named = {fold(row.room): row.room for row in rows if row.room}
    return tuple(sorted(name for key, name in named.items() if key not in known))


def _facts(row: ChildToBe) -> tuple[tuple[str, str], ...]:
    contacts = "; ".join(
        ", ".join(filter(None, (c.name, c.relationship, c.phone, c.email))) for c in row.contacts
    )
    facts = (
        ("Known as", row.known_as),
        ("Room", row.room),
        ("First day", f"{row.started_on:%d %b %Y}".lstrip("0") if row.started_on else ""),
        ("Language", row.home_language),
        ("Level", row.level),
        ("SEN provision", row.sen_provision),
        ("Needs", ", ".join(AreaOfNeed(code).label for code in row.areas)),
        ("Sessions", _week(row)),
        ("Contacts", contacts),
    )
    return tuple((name, words) for name, words in facts if words)


def _week(row: ChildToBe) -> str:
    """ "Mon all day, Tue morning"."""
    days = []
    for day in sorted({day for day, _ in row.slots}):
        halves = [half for on, half in row.slots if on == day]
        when = "all day" if len(halves) == 2 else halves[0]
        days.append(f"{Weekday(day).label[:3]} {when}")
    return ", ".join(days)


def came_in_page(register_import: RegisterImport, number: str | int) -> "Page[Child]":
    """The children that an import made, by name, 200 to a page."""
    children = Child.objects.filter(came_in__register_import=register_import)
    found: Any = children.select_related("room").order_by("legal_name", "pk")
    return Paginator(found, ROWS_PER_PAGE).get_page(number)
