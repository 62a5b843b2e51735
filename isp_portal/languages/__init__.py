"""The languages that parents are written to in, beside English.

A language is a folder in `isp_portal/locale/`: `language.toml` says what it is called, which way it
runs and who has checked it; `LC_MESSAGES/` holds the words. Staff pages stay in English: only what
a parent reads is said in their language, inside `speaking(...)`.
"""

import gettext as gettext_module
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol

from django.utils import translation
from django.utils.translation import gettext_noop

LOCALE = Path(__file__).resolve().parent.parent / "locale"

UNCHECKED = gettext_noop(
    "No one who grew up with this language has checked these words yet. "
    "Ask us if a word seems wrong."
)
"""For the reader, wherever the words of a language that is not checked are used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language. `code` is a tag such as "pl", `direction` "ltr" or "rtl".

    `script` names the style sheet with the letters that our own face lacks, or is "". `checked_by`
    is the native speaker who read the words through, on the day `checked_on`; else empty.
    `has_capital_days`: it writes the names of days and months with a capital inside a sentence.
    """

    code: str
    name: str
    own_name: str
    direction: str = "ltr"
    script: str = ""
    also_written: tuple[str, ...] = ()
    has_capital_days: bool = False
    checked_by: str = ""
    checked_on: date | None = None

    @property
    def is_english(self) -> bool:
        return self.code == ENGLISH.code

    @property
    def is_checked(self) -> bool:
        """Did somebody who speaks it from home read every word? English is our own."""
        return self.is_english or bool(self.checked_by and self.checked_on)

    @property
    def called_on_paper(self) -> str:
        """English; Polish and English: what a paper for this reader is written in."""
        return self.name if self.is_english else f"{self.name} and English"

    @property
    def state_words(self) -> str:
        """For staff: not yet checked by a native speaker."""
        if self.is_english:
            return "written in this language"
        if self.checked_on and self.checked_by:
            return f"checked by {self.checked_by}, {self.checked_on:%-d %b %Y}"
        return "not yet checked by a native speaker"


ENGLISH = Language(code="en-gb", name="English", own_name="English")


class Reader(Protocol):
    """Somebody who reads: `language` is what staff wrote of them, such as "Urdu, some English"."""

    language: str


@cache
def languages() -> tuple[Language, ...]:
    """English, then every other language there are words in, by its English name."""
    found = [_read(path) for path in LOCALE.glob("*/language.toml")]
    return (ENGLISH, *sorted(found, key=lambda one: one.name))


def language_called(words: str) -> Language:
    """The first language that is named in the words, in English or as its speakers call it.

    English where none is that we have words in: a paper is then in English alone.
    """
    said = words.casefold()
    places = [
        (place, one)
        for one in languages()
        for name in (one.name, one.own_name, *one.also_written)
        if (place := said.find(name.casefold())) >= 0
    ]
    return min(places, key=lambda found: found[0])[1] if places else ENGLISH


def language_of(reader: Reader | None) -> Language:
    """In which language this parent is written to; English for nobody in particular."""
    return language_called(reader.language) if reader else ENGLISH


def language_coded(code: str) -> Language:
    """The language with this tag; English for a tag that we have no words in."""
    return next((one for one in languages() if one.code == code), ENGLISH)


def spoken_now() -> Language:
    """The language that fixed words come out in just now."""
    return language_coded(translation.get_language() or ENGLISH.code)


@contextmanager
def speaking(language: Language) -> Iterator[Language]:
    """Everything fixed that is said inside is said in this language. For recipients' parts only."""
    with translation.override(language.code):
        yield language


def _read(path: Path) -> Language:
    says = tomllib.loads(path.read_text(encoding="utf-8"))
    return Language(
        code=path.parent.name,
        **{**says, "also_written": tuple(says.get("also_written", ()))},
    )


def words_in(language: Language) -> list[tuple[str, str]]:
    """Every fixed sentence in English with the words that this language has for it.

    One that says how many stands there with each of its forms.
    """
    compiled = LOCALE / language.code / "LC_MESSAGES" / "django.mo"
    with compiled.open("rb") as file:
        catalogue = gettext_module.GNUTranslations(file)
    said: dict[str | tuple[str, int], str] = catalogue._catalog  # type: ignore[attr-defined]
    named = ((key if isinstance(key, str) else key[0], words) for key, words in said.items())
    return [(english, words) for english, words in named if english]
