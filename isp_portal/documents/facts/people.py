"""The people and the setting that a paper names."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, kw_only=True)
class Setting:
    """The nursery in the letterhead. `address` is one line."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Child:
    """The child as the paper names them. `stage_words` reads "preschool year"."""

    preferred_name: str
    legal_name: str
    born: date
    stage_words: str
    languages: str
    key_person: str
    room: str


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """Whose copy this is, and how they read. An empty name is the copy for the child's file.

    `language` is the tag of the language that fixed words stand in beside English.
    """

    name: str = ""
    relationship: str = ""
    language: str = "en-gb"
    wants_large_print: bool = False
    wants_clear_letters: bool = False


@dataclass(frozen=True, kw_only=True)
class SignOff:
    """One person's answer in one capacity.

    `answer` is "agreed", "with_comments", "not_agreed", "not_reached", or "" while none is
    given; `method_words` reads "Signed in the portal". An answer given outside the portal has a day
    (`answered_on`) in place of an instant. `comments` are that person's own words.
    """

    capacity: str
    name: str
    relationship: str = ""
    answer: str = ""
    method_words: str = ""
    answered_at: datetime | None = None
    answered_on: date | None = None
    comments: str = ""
