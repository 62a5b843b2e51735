"""Registers for the tests: 300 made-up children in the shapes of three common nursery systems."""

import random
from datetime import date, timedelta
from typing import Any

from accounts.models import EarlyYearsSetting, Membership
from children.actions import register as actions
from children.intake.reader import ReadSheet, read_sheet
from children.models import RegisterImport
from children.rules.register.columns import Column
from tests.people import Cast

from .intake.files import csv_file

FIRST = (
    *(
        "Amara",
        "Zoë",
        "Łukasz",
        "Seán",
        "Mia-Rose",
        "Anaïs",
        "Oluwaseyi",
        "Björn",
        "Chloë",
        "Ffion",
    ),
    *("D'Arcy", "Noor", "Jun", "Iñaki", "Siân", "Tomás", "Yusuf", "Élodie", "Kuba", "Ida"),
)
LAST = (
    *(
        "O'Brien",
        "Adeyemi-Blackwood",
        "Wójcik",
        "Nguyễn",
        "van der Berg",
        "Müller",
        "Khan",
        "Smith",
    ),
    *("Brâncuși", "MacLeod", "de la Cruz", "Singh", "Ó Súilleabháin", "Jones", "Okafor"),
)
ROOMS = ("Caterpillars", "Ladybirds", "Butterflies")
LANGUAGES = ("English", "Polish", "Urdu", "Welsh", "Yoruba")


def children(count: int = 300) -> list[dict[str, Any]]:
    """Made-up children, all of nursery age, no two with one name and birthday."""
    luck = random.Random(7)
    return [
        {
            "first": f"{FIRST[n % len(FIRST)]}",
            "last": f"{LAST[n // len(FIRST) % len(LAST)]}",
            "born": date(2022, 9, 1) + timedelta(days=(n * 7) % 1_000),
            "room": ROOMS[n % 3],
            "language": luck.choice(LANGUAGES),
            "mother": f"{luck.choice(FIRST)} {LAST[n // len(FIRST) % len(LAST)]}",
            "phone": f"07700 900{n:03}",
        }
        for n in range(count)
    ]


def one_column_per_day(rows: list[dict[str, Any]]) -> bytes:
    """Semicolons, a title above, first name and surname apart, a column for each half day, UTF-8."""
    days = [f"{day} {half}" for day in ("Mon", "Tue", "Wed", "Thu", "Fri") for half in ("AM", "PM")]
    heads = ["Forename", "Surname", "DOB", "Base Room", "Home Language", *days, "Funding"]
    lines: list[list[str]] = [["Children list", "printed 28/11/2026"], heads]
    for n, row in enumerate(rows):
        week = ["X" if (n + at) % 3 else "" for at in range(10)]
        born = f"{row['born']:%d/%m/%Y}"
        lines.append([row["first"], row["last"], born, row["room"], row["language"], *week, "15h"])
    return csv_file(lines, between=";", letters="utf-8-sig")


def name_in_one_column(rows: list[dict[str, Any]]) -> bytes:
    """ "Surname, Forename" in one column, months in words, addresses with line breaks, Windows letters."""
    heads = ["Child Name", "Address", "Date of Birth", "Room", "Key Person", "Attendance Pattern"]
    lines = [heads]
    for row in rows:
        plain = {k: _windows(v) for k, v in row.items() if isinstance(v, str)}
        name, address = f"{plain['last']}, {plain['first']}", "1 Mill Lane,\nHarrowby\nHB4 2QT"
        born = f"{row['born']:%d-%b-%Y}"
        lines.append([name, address, born, plain["room"], "Adebayo, Kemi", "Mon-Wed; Thu AM"])
    return csv_file(lines, letters="cp1252")


def two_contacts_per_row(rows: list[dict[str, Any]]) -> bytes:
    """Two contacts on each row with parental responsibility, ordinals, a column per whole day, UTF-16."""
    heads = [
        *("Full name", "Known as", "D.O.B.", "Class", "Start Date", "SEN Status", "Primary Need"),
        *("Parent 1", "Parent 1 Relationship", "Parent 1 Mobile", "Parent 1 Email", "Parent 1 PR"),
        *("Parent 2", "Parent 2 Relationship", "Parent 2 Mobile", "Parent 2 Email", "Parent 2 PR"),
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
    ]
    lines = [heads]
    for n, row in enumerate(rows):
        first = [row["mother"], "Mother", row["phone"], f"parent{n}@family.example", "Yes"]
        second = ["Sam Carer", "Grandmother", "", "", "No"] if n % 4 == 0 else [""] * 5
        born = f"{row['born'].day}{'th' if row['born'].day > 3 else ''} {row['born']:%B %Y}"
        about = [f"{row['first']} {row['last']}", row["first"], born, row["room"], "07/09/2026"]
        needs = ["K", "SLCN"] if n % 5 == 0 else ["N", ""]
        lines.append([*about, *needs, *first, *second, "08:00-18:00", "AM", "", "9-12", "All day"])
    return csv_file(lines, between="\t", letters="utf-16")


def _windows(words: str) -> str:
    return words.encode("cp1252", "ignore").decode("cp1252")


SHAPES = {
    "one column per day": one_column_per_day,
    "name in one column": name_in_one_column,
    "two contacts per row": two_contacts_per_row,
}


def read(rows: list[tuple[Any, ...]]) -> ReadSheet:
    return read_sheet(csv_file(rows), "register.csv")


def stage(
    member: Membership, rows: list[tuple[Any, ...]], setting: EarlyYearsSetting | None = None
) -> RegisterImport:
    """Rows with their headings, read, staged and with the columns as guessed."""
    by = member.as_actor()
    setting = setting or member.setting
    found = actions.stage_register(setting=setting, sheet=read(rows), by=by)
    columns = [Column(code) for code in found.columns]
    return actions.name_columns(register_import=found, columns=columns, date_order="", by=by)


HEADS = ("Name", "Date of birth", "Room")


def staged(people: Cast) -> RegisterImport:
    """A file of Acorns that waits: one child who is new, and Seyi once more."""
    seyi = ("Oluwaseyifunmi Adeyemi-Blackwood", "14/2/2023", "Orchard")
    return stage(people.sam, [HEADS, ("Ada Bell", "3 Apr 2023", "Orchard"), seyi])


def letters(number: int) -> str:
    """A surname of its own for each number: 12 is "bc"."""
    return "".join(chr(97 + int(digit)) for digit in str(number))
