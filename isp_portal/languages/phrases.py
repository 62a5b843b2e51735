"""Sentences of ours with values in them, put into a language only where they are read.

Python composes a `Phrase` where it knows the values; a template says it by `|both` in the reader's
language and in English, a footer by `say`. What people wrote stays as they wrote it (`Written`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.utils.dateformat import format as day_format
from django.utils.dateformat import time_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_noop, ngettext

from isp_portal.languages import ENGLISH, Language, speaking

ISOLATED = "\N{FIRST STRONG ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"
AND = gettext_noop("%(first)s and %(last)s")
ARABIC_MARKS = str.maketrans({",": "،", ";": "؛"})
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence with its values; with `many` one that has another form for other numbers."""

    words: str
    values: "Mapping[str, Value]" = field(default_factory=dict)
    many: str = ""
    number: int = 1


@dataclass(frozen=True, slots=True)
class Written:
    """What people wrote: it stays in the language that they wrote it in."""

    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of ours that reached the paper among its facts: "key person". Others stay as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or an hour: as English papers say it, and in which of Django's formats others do."""

    at: date | datetime | time
    english: str
    own: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Several in a row; `by` stands between them, "and" before the last as well."""

    items: "Sequence[Value]"
    by: str = " "


@dataclass(frozen=True, slots=True)
class Opening:
    """It opens a sentence: the first letter is a capital."""

    value: "Value"


Value = Phrase | Opening | Written | Term | Moment | Joined | str | int


def phrase(words: str, /, **values: Value) -> Phrase:
    """A whole sentence such as "Copy for %(who)s"; deploy/translations.py finds it by this name."""
    return Phrase(words, values)


def nphrase(one: str, many: str, number: int, /, **values: Value) -> Phrase:
    """A whole sentence about a number of things, which both forms may place as %(number)s.

    A small number is a word in English and a figure elsewhere.
    """
    return Phrase(one, {"number": number, **values}, many, number)


def listed(items: Sequence[Value]) -> Value:
    """1; 1 and 2; 1, 2 and 3"""
    if len(items) < 2:
        return items[0] if items else ""
    return Phrase(AND, {"first": Joined(items[:-1], ", "), "last": items[-1]})


def small_number(number: int) -> str:
    """no; three; 13: as English papers say how many."""
    return SMALL[number] if number < len(SMALL) else str(number)


def say(value: Value, language: Language = ENGLISH) -> str:
    """As plain text, for a footer or the words of a picture."""
    with speaking(language):
        return _Plain(language).said(value)


def html_of(value: Value, language: Language) -> SafeString:
    """Escaped, for a page; what people wrote is marked as English inside another language."""
    with speaking(language):
        return mark_safe(_Marked(language).said(value))  # noqa: S308 (escaped in its parts)


def is_said_in(value: Value, language: Language) -> bool:
    """Does this language say it otherwise than English?"""
    return _Bare(language).spoken(value) != _Bare(ENGLISH).spoken(value)


class _Plain:
    """Puts a value into one language. A name inside words that run from the right is set apart."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.around = ISOLATED if language.direction == "rtl" else "{}"

    def ours(self, text: str) -> str:
        return text

    def theirs(self, text: str) -> str:
        return self.around.format(text) if text else ""

    def written(self, text: str) -> str:
        return self.theirs(text)

    def spoken(self, value: Value) -> str:
        with speaking(self.language):
            return self.said(value)

    def said(self, value: Value) -> str:
        match value:
            case Phrase():
                parts = {name: self.said(part) for name, part in self._values(value)}
                sentence = self.ours(self._sentence(value))
                return sentence % parts if parts else sentence
            case Joined():
                return self._between(value.by).join(self.said(one) for one in value.items if one)
            case Moment():
                return self.ours(self._day(value))
            case Opening():
                said = self.said(value.value)
                return said[:1].upper() + said[1:]
            case Term():
                own = gettext(value.text) if value.text else ""
                return self.written(value.text) if own == value.text else self.ours(own)
            case Written():
                return self.written(value.text)
        return self.theirs(str(value))

    def _values(self, value: Phrase) -> list[tuple[str, Value]]:
        if not (value.many and self.language.is_english):
            return list(value.values.items())
        return [*value.values.items(), ("number", small_number(value.number))]

    def _sentence(self, value: Phrase) -> str:
        if not value.many:
            return gettext(value.words)
        if self.language.is_english:
            return value.words if value.number == 1 else value.many
        return ngettext(value.words, value.many, value.number)

    def _between(self, by: str) -> str:
        return by.translate(ARABIC_MARKS) if self.language.script == "arabic" else by

    def _day(self, value: Moment) -> str:
        if self.language.is_english:
            return value.english
        form = self._between(value.own)
        if isinstance(value.at, time):
            return time_format(value.at, form)
        said = day_format(value.at, form)
        return said if self.language.has_capital_days else said.lower()


class _Bare(_Plain):
    """Without what sets names apart: to compare what two languages say."""

    def theirs(self, text: str) -> str:
        return text


class _Marked(_Plain):
    """For a page."""

    def ours(self, text: str) -> str:
        return escape(text)

    def theirs(self, text: str) -> str:
        return super().theirs(escape(text))

    def written(self, text: str) -> str:
        if self.language.is_english or not text:
            return self.theirs(text)
        return format_html('<span lang="en-GB">{}</span>', mark_safe(self.theirs(text)))  # noqa: S308
