"""Whether the words of a report speak of a child at all. No Django, no clock."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

SHORTEST = 3
"""Shorter parts of names, such as "de" or "Jo", are in too many words to tell anything alone."""


def names_child(words: str, names: Iterable[str], born: date) -> bool:
    """Is a part of one of the child's names, or the day of birth, in the words?

    Accents, case and apostrophes do not count: reports are typed in a hurry. A child whose names
    are all short is named by a whole name.
    """
    said = _plain(words)
    spoken = set(said.split())
    for name in names:
        plain = _plain(name)
        if any(len(part) >= SHORTEST and part in spoken for part in plain.split()):
            return True
        if plain and f" {plain} " in f" {said} ":
            return True
    return any(f" {day} " in f" {said} " for day in _days(born))


def _plain(words: str) -> str:
    """Small letters without accents, one blank between words; hyphens part words."""
    bare = unicodedata.normalize("NFKD", words.replace("ł", "l").replace("Ł", "l"))
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    owned = re.sub(r"['’]s\b", "", bare.casefold())
    return " ".join(re.sub(r"[^\w]+", " ", re.sub(r"['’`]", "", owned)).split())


MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)


def _days(born: date) -> tuple[str, ...]:
    """The day as reports write it, blanks in place of what stands between its parts."""
    day, month, year = born.day, born.month, born.year
    name = MONTHS[month - 1]
    return (
        f"{day:02} {month:02} {year}",
        f"{day} {month} {year}",
        f"{day:02} {month:02} {year % 100:02}",
        f"{year} {month:02} {day:02}",
        f"{day} {name} {year}",
        f"{day:02} {name[:3]} {year}",
        f"{day} {name[:3]} {year}",
    )
