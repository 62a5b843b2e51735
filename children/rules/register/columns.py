"""What a column of an export can hold, and a guess by its heading."""

import re
from collections.abc import Mapping, Sequence
from enum import Enum

from children.rules.folding import fold

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Column(Enum):
    """What a column holds; the value is its code, kept with the setting."""

    LEAVE_OUT = "leave_out"
    FULL_NAME = "full_name"
    FIRST_NAMES = "first_names"
    MIDDLE_NAMES = "middle_names"
    SURNAME = "surname"
    KNOWN_AS = "known_as"
    BIRTH_DATE = "birth_date"
    ROOM = "room"
    STARTED_ON = "started_on"
    KEY_PERSON = "key_person"
    HOME_LANGUAGE = "home_language"
    LEVEL = "level"
    SEN_PROVISION = "sen_provision"
    MAIN_AREA = "main_area"
    OTHER_AREAS = "other_areas"
    SESSIONS = "sessions"
    MONDAY = "day_0"
    TUESDAY = "day_1"
    WEDNESDAY = "day_2"
    THURSDAY = "day_3"
    FRIDAY = "day_4"
    SATURDAY = "day_5"
    SUNDAY = "day_6"
    CONTACT_1_NAME = "contact_1_name"
    CONTACT_1_RELATIONSHIP = "contact_1_relationship"
    CONTACT_1_PHONE = "contact_1_phone"
    CONTACT_1_EMAIL = "contact_1_email"
    CONTACT_1_RESPONSIBILITY = "contact_1_responsibility"
    CONTACT_2_NAME = "contact_2_name"
    CONTACT_2_RELATIONSHIP = "contact_2_relationship"
    CONTACT_2_PHONE = "contact_2_phone"
    CONTACT_2_EMAIL = "contact_2_email"
    CONTACT_2_RESPONSIBILITY = "contact_2_responsibility"


LABELS: dict[Column, str] = {
    Column.LEAVE_OUT: "Leave this column out",
    Column.FULL_NAME: "Full name",
    Column.FIRST_NAMES: "First names",
    Column.MIDDLE_NAMES: "Middle names",
    Column.SURNAME: "Surname",
    Column.KNOWN_AS: "Known as",
    Column.BIRTH_DATE: "Date of birth",
    Column.ROOM: "Room",
    Column.STARTED_ON: "First day here",
    Column.KEY_PERSON: "Key person, by name or email",
    Column.HOME_LANGUAGE: "Language at home",
    Column.LEVEL: "Graduated response level",
    Column.SEN_PROVISION: "SEN provision (N, K or E)",
    Column.MAIN_AREA: "Primary area of need",
    Column.OTHER_AREAS: "Other areas of need",
    Column.SESSIONS: "Sessions of the week",
    Column.MONDAY: "Monday",
    Column.TUESDAY: "Tuesday",
    Column.WEDNESDAY: "Wednesday",
    Column.THURSDAY: "Thursday",
    Column.FRIDAY: "Friday",
    Column.SATURDAY: "Saturday",
    Column.SUNDAY: "Sunday",
    Column.CONTACT_1_NAME: "First contact: name",
    Column.CONTACT_1_RELATIONSHIP: "First contact: relationship",
    Column.CONTACT_1_PHONE: "First contact: phone",
    Column.CONTACT_1_EMAIL: "First contact: email",
    Column.CONTACT_1_RESPONSIBILITY: "First contact: parental responsibility",
    Column.CONTACT_2_NAME: "Second contact: name",
    Column.CONTACT_2_RELATIONSHIP: "Second contact: relationship",
    Column.CONTACT_2_PHONE: "Second contact: phone",
    Column.CONTACT_2_EMAIL: "Second contact: email",
    Column.CONTACT_2_RESPONSIBILITY: "Second contact: parental responsibility",
}
DATES = (Column.BIRTH_DATE, Column.STARTED_ON)
MAY_BE_SEVERAL = (
    Column.LEAVE_OUT,
    *(Column(f"day_{n}") for n in range(7)),
    *(Column.SESSIONS, Column.OTHER_AREAS),
)
"""Columns that may stand twice: a morning and an afternoon of one day, for example."""

_HEADS: dict[Column, str] = {
    Column.FULL_NAME: "full name|name|child|child name|childs name|child full name|pupil|pupil name|"
    "legal name|surname forename|surname forenames|surname first name|name surname forename|children",
    Column.FIRST_NAMES: "first name|first names|forename|forenames|given name|given names|"
    "child first name|childs first name|legal forename|legal first name",
    Column.MIDDLE_NAMES: "middle name|middle names",
    Column.SURNAME: "surname|last name|family name|child surname|childs surname|child last name|"
    "legal surname",
    Column.KNOWN_AS: "known as|preferred name|nickname|pet name|preferred forename|chosen name",
    Column.BIRTH_DATE: "date of birth|dob|birth date|birthdate|birthday|d o b|born|child dob|childs dob",
    Column.ROOM: "room|class|group|room name|base room|current room|unit|registration group",
    Column.STARTED_ON: "start date|started|date started|first day|first day here|admission date|"
    "joined|date joined|date of admission|enrolment date|started on",
    Column.KEY_PERSON: "key person|keyworker|key worker|keyperson|key person email|key carer|"
    "primary key person|key person name",
    Column.HOME_LANGUAGE: "home language|first language|language|language at home|main language|"
    "language spoken at home|mother tongue",
    Column.LEVEL: "level|gr level|graduated response|graduated response level|sen level|sen stage",
    Column.SEN_PROVISION: "sen provision|sen code|sen status|sen|send|send status|sen provision code|"
    "sen support",
    Column.MAIN_AREA: "area of need|primary need|primary area of need|main need|sen need|sen type|"
    "primary sen need|sen need 1",
    Column.OTHER_AREAS: "other needs|secondary need|other areas of need|secondary area of need|"
    "further needs|sen need 2",
    Column.SESSIONS: "sessions|attendance|attendance pattern|pattern|booking pattern|days|"
    "sessions of the week|booked sessions|bookings",
}
_CONTACT = ("contact", "parent", "carer", "parent carer", "guardian", "pc")
_FIRST = ("contact", "parent", "parent carer", "main contact")
_FAMILY = {1: ("mother", "mum"), 2: ("father", "dad")}
_PARTS: dict[str, str] = {
    "name": "|name|full name",
    "relationship": "relationship|relation|relationship to child|type",
    "phone": "phone|telephone|mobile|tel|phone number|mobile number|number|home phone|contact number",
    "email": "email|e mail|email address|e mail address",
    "responsibility": "pr|parental responsibility|has pr|has parental responsibility|legal pr",
}


def heading_key(heading: str) -> str:
    """A heading as it is compared and remembered: "Child's D.O.B." is "childs d o b"."""
    return fold(heading.replace(".", " ").replace("/", " ").replace("_", " ").replace("(", " "))


def _heads_of_contacts(number: int, part: str, words: str) -> list[str]:
    """ "parent 1 mobile", "contact2 mobile", "mums mobile": what stands over a contact's column."""
    own, spoken = words.split("|"), [word for word in words.split("|") if word]
    numbered = [f"{who}{gap}{number} {w}" for who in _CONTACT for gap in ("", " ") for w in own]
    family = [f"{who}{s} {w}" for who in _FAMILY[number] for s in ("", "s") for w in spoken]
    plain = [*(f"{who} {w}" for who in _FIRST for w in spoken), *spoken] if number == 1 else []
    return [head.strip() for head in (*numbered, *family, *plain)]


def _known() -> dict[str, Column]:
    known = {
        head: Column(f"contact_{number}_{part}")
        for number in (1, 2)
        for part, words in _PARTS.items()
        for head in _heads_of_contacts(number, part, words)
    }
    return known | {head: column for column, heads in _HEADS.items() for head in heads.split("|")}


_KNOWN = _known()


def guess(heading: str, remembered: Mapping[str, str] | None = None) -> Column:
    """What the column holds: as this setting said last time, or by the words that are usual."""
    key = heading_key(heading)
    if remembered and key in remembered:
        return Column(remembered[key])
    return _KNOWN.get(key) or _KNOWN.get(re.sub("^childs? ", "", key)) or _day_of(key)


def _day_of(key: str) -> Column:
    """ "Mon", "Monday AM", "tues pm": the day whose sessions the column holds."""
    first, _, rest = key.partition(" ")
    for number, day in enumerate(DAYS):
        is_day = len(first) >= 3 and day.casefold().startswith(first.rstrip("s"))
        if is_day and rest in HALVES:
            return Column(f"day_{number}")
    return Column.LEAVE_OUT


HALVES = {
    "": "",
    "am": "morning",
    "morning": "morning",
    "pm": "afternoon",
    "afternoon": "afternoon",
}


def half_of(heading: str) -> str:
    """The half of the day that a heading names: "Mon AM" is morning; empty where it names none."""
    return HALVES.get(heading_key(heading).partition(" ")[2], "")


def guess_all(headings: Sequence[str], remembered: Mapping[str, str] | None = None) -> list[Column]:
    """A guess for each column; what may stand once goes to the first that has it."""
    found: list[Column] = []
    for heading in headings:
        column = guess(heading, remembered)
        taken = column in found and column not in MAY_BE_SEVERAL
        found.append(Column.LEAVE_OUT if taken else column)
    return found


MOST_ABOVE = 15


def heading_row(rows: Sequence[Sequence[str]], remembered: Mapping[str, str] | None = None) -> int:
    """Which of the first rows holds the headings: the one with most that are known; 0 if none is."""

    def known(row: Sequence[str]) -> int:
        return sum(column is not Column.LEAVE_OUT for column in guess_all(row, remembered))

    scores = [known(row) for row in rows[:MOST_ABOVE]]
    return max(range(len(scores)), key=lambda at: (scores[at], -at), default=0)


def missing(columns: Sequence[Column]) -> str | None:
    """What must still be said before the rows can be read; None when nothing is."""
    has_name = Column.FULL_NAME in columns or Column.FIRST_NAMES in columns
    if not has_name:
        return "Say which column holds the child's name"
    if Column.FULL_NAME not in columns and Column.SURNAME not in columns:
        return "Say which column holds the surname"
    if Column.BIRTH_DATE not in columns:
        return "Say which column holds the date of birth"
    for column in columns:
        if columns.count(column) > 1 and column not in MAY_BE_SEVERAL:
            return f"Two columns are said to hold “{LABELS[column]}”. Leave one of them out"
    return None
