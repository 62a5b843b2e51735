"""One row of a register as a child to be, and what is wrong with it in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from children.rules.folding import fold

from .sessions import Slot


@dataclass(frozen=True, slots=True)
class ContactToBe:
    """A parent or carer as the row says."""

    name: str
    relationship: str
    phone: str
    email: str
    responsibility: str
    """yes, no or unknown."""


@dataclass(slots=True)
class ChildToBe:
    """What one row makes. `problems` keep it out, `remarks` say what of it is left out."""

    line: int
    legal_name: str = ""
    known_as: str = ""
    born: date | None = None
    room: str = ""
    started_on: date | None = None
    key_person: str = ""
    """The id of the member, when the row names one."""
    home_language: str = ""
    level: str = ""
    sen_provision: str = ""
    areas: list[str] = field(default_factory=list)
    """Codes; the first is the primary one."""
    slots: set[Slot] = field(default_factory=set)
    contacts: list[ContactToBe] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    double: str = ""
    """Says which child this one seems to be already; empty when none."""

    @property
    def name(self) -> str:
        return self.legal_name or "No name"

    @property
    def key(self) -> tuple[str, date | None]:
        """By what two rows are the same child: the name in plain letters, and the birth date."""
        return fold(self.legal_name), self.born


@dataclass(frozen=True, slots=True)
class Known:
    """What the setting has already, each by its name in plain letters."""

    rooms: Mapping[str, str]
    staff: Mapping[str, str]
    """Ids of members who may be key persons, by name and by email."""
    levels: Mapping[str, str]
    children: Mapping[tuple[str, date | None], str]
    """Who stands in the register, by name and birth date: where."""


def mark_doubles(rows: list[ChildToBe], known: Known) -> None:
    """Says on each row which child of the register, or which row before it, it repeats."""
    before: dict[tuple[str, date | None], int] = {}
    for row in rows:
        if row.problems:
            continue
        if standing := known.children.get(row.key):
            row.double = f"{standing} has this name and birth date."
        elif row.key in before:
            row.double = f"Line {before[row.key]} has the same name and birth date."
        else:
            before[row.key] = row.line
