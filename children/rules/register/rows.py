"""The rows of a register, read by what their columns hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.rules.cells import BEGIN_FORMULAS, without_mark
from accounts.rules.days import NotADay
from children.rules.folding import fold
from children.rules.stage import check_date_of_birth

from . import codes
from .columns import LABELS, Column, half_of
from .dates import Order, read_date
from .names import first_names_first
from .row import ChildToBe, ContactToBe, Known, mark_doubles
from .sessions import NotASession, sessions_of_day, sessions_of_week

LONGEST: dict[Column, int] = {
    Column.FULL_NAME: 150,
    Column.KNOWN_AS: 60,
    Column.ROOM: 60,
    Column.HOME_LANGUAGE: 60,
}
EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s.,;<>]{2,}")


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows are to be read. `headings` and `columns` stand over each other."""

    headings: Sequence[str]
    columns: Sequence[Column]
    order: Order
    today: date
    known: Known


def read_rows(rows: Sequence[Sequence[str]], first_line: int, reading: Reading) -> list[ChildToBe]:
    """A child to be for each row that holds anything, doubles marked. Lines count as in the file."""
    found = [
        _Row(row, line, reading).read()
        for line, row in enumerate(rows, start=first_line)
        if any(cell.strip() for cell in row)
    ]
    mark_doubles(found, reading.known)
    return found


class _Row:
    """Reads one row into a child to be."""

    def __init__(self, cells: Sequence[str], line: int, reading: Reading) -> None:
        self.cells, self.reading = [without_mark(cell.strip()) for cell in cells], reading
        self.child = ChildToBe(line)
        self.held: dict[Column, list[str]] = {}
        for cell, column in zip(self.cells, reading.columns, strict=False):
            self.held.setdefault(column, []).append(cell)

    def read(self) -> ChildToBe:
        self._name()
        self._days()
        self._place()
        self._needs()
        self._sessions()
        for number in (1, 2):
            self._contact(number)
        self._lengths()
        return self.child

    def said(self, column: Column) -> str:
        """What the first column of this kind says."""
        return next((text for text in self.all_said(column) if text), "")

    def all_said(self, column: Column) -> list[str]:
        return self.held.get(column, [])

    def _name(self) -> None:
        child = self.child
        full = first_names_first(self.said(Column.FULL_NAME))
        parts = (Column.FIRST_NAMES, Column.MIDDLE_NAMES, Column.SURNAME)
        in_parts = " ".join(text for part in parts if (text := self.said(part)))
        child.legal_name = " ".join((full or in_parts).split())
        child.known_as = self.said(Column.KNOWN_AS)
        if not child.legal_name:
            child.problems.append("There is no name.")
        elif child.legal_name[0] in BEGIN_FORMULAS or not any(map(str.isalpha, child.legal_name)):
            child.problems.append(f"“{child.legal_name[:60]}” is no name.")
        elif not full and not (self.said(Column.FIRST_NAMES) and self.said(Column.SURNAME)):
            child.problems.append("First name and surname are both needed.")

    def _days(self) -> None:
        child = self.child
        born = self._day(Column.BIRTH_DATE, child.problems)
        if not self.said(Column.BIRTH_DATE):
            child.problems.append("There is no date of birth.")
        elif born and (wrong := check_date_of_birth(born, self.reading.today)):
            child.problems.append(wrong)
        child.born = born
        started = self._day(Column.STARTED_ON, child.remarks)
        if started and born and started < born:
            child.problems.append("The first day here is before the date of birth.")
        child.started_on = started

    def _day(self, column: Column, say_to: list[str]) -> date | None:
        text = self.said(column)
        if not text:
            return None
        try:
            return read_date(text, self.reading.today, self.reading.order)
        except NotADay as wrong:
            say_to.append(f"{LABELS[column]}: {wrong}.")
            return None

    def _place(self) -> None:
        child, known = self.child, self.reading.known
        room = " ".join(self.said(Column.ROOM).split())
        child.room = known.rooms.get(fold(room), room)
        child.home_language = self.said(Column.HOME_LANGUAGE)
        key_person = self.said(Column.KEY_PERSON)
        named = fold(first_names_first(key_person))
        child.key_person = known.staff.get(key_person.lower()) or known.staff.get(named, "")
        if key_person and not child.key_person:
            child.remarks.append(
                f"No key person on the team is called {key_person}: choose one afterwards."
            )

    def _needs(self) -> None:
        child = self.child
        level = self.said(Column.LEVEL)
        child.level = self.reading.known.levels.get(fold(level), "")
        if level and not child.level:
            child.remarks.append(f"“{level}” is no level of this setting: it is left out.")
        provision = self.said(Column.SEN_PROVISION)
        child.sen_provision = codes.sen_provision(provision) or ""
        if provision and not child.sen_provision:
            child.remarks.append(f"SEN provision “{provision}” is not N, K or E: it is left out.")
        for text in (self.said(Column.MAIN_AREA), *self.all_said(Column.OTHER_AREAS)):
            found, unknown = codes.areas(text)
            child.areas += [code for code in found if code not in child.areas]
            child.remarks += [f"“{words}” is no area of need: it is left out." for words in unknown]

    def _sessions(self) -> None:
        for at, column in enumerate(self.reading.columns):
            text = self.cells[at] if at < len(self.cells) else ""
            if not text or not (column is Column.SESSIONS or column.value.startswith("day_")):
                continue
            try:
                if column is Column.SESSIONS:
                    self.child.slots |= sessions_of_week(text)
                else:
                    half = half_of(self.reading.headings[at])
                    day = int(column.value.removeprefix("day_"))
                    self.child.slots |= {(day, part) for part in sessions_of_day(text, half)}
            except NotASession as wrong:
                self.child.remarks.append(f"{LABELS[column]}: {wrong}. It is left out.")

    def _contact(self, number: int) -> None:
        def said(part: str) -> str:
            return self.said(Column(f"contact_{number}_{part}"))

        name = " ".join(first_names_first(said("name")).split())
        phone, email = said("phone")[:30], said("email").lower()
        if email and not EMAIL.fullmatch(email):
            self.child.remarks.append(f"“{email}” is no email address: it is left out.")
            email = ""
        if not name:
            if phone or email:
                self.child.remarks.append(f"Contact {number} has no name, so is left out.")
            return
        relationship = said("relationship")[:60] or "parent or carer"
        again = any(fold(one.name) == fold(name) for one in self.child.contacts)
        if not again:
            pr = codes.yes_or_no(said("responsibility"))
            self.child.contacts.append(
                ContactToBe(name[:150], relationship, phone, email[:254], pr)
            )

    def _lengths(self) -> None:
        child = self.child
        for column, text in (
            (Column.FULL_NAME, child.legal_name),
            (Column.KNOWN_AS, child.known_as),
            (Column.ROOM, child.room),
            (Column.HOME_LANGUAGE, child.home_language),
        ):
            if len(text) > LONGEST[column]:
                child.problems.append(
                    f"{LABELS[column]} is {len(text)} characters and {LONGEST[column]} fit here."
                )
