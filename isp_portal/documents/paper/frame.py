"""What every paper shares: letterhead, running header, footer, and the way from facts to a PDF.

What people typed is escaped by Django's templates; control characters, which no paper can show,
are left out.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from unicodedata import normalize

from django.template.loader import render_to_string

from isp_portal.documents import words
from isp_portal.documents.days import day
from isp_portal.documents.facts import Child, Recipient, Setting, fingerprint, texts
from isp_portal.documents.letters import scripts_in, whole_words, without_a_glyph
from isp_portal.documents.renderer import ROOT, Drawn, RenderFailed, draw
from isp_portal.documents.styles import STYLES, style_files
from isp_portal.languages import ENGLISH, Language, language_coded, speaking
from isp_portal.languages.phrases import Joined, Opening, Value, phrase, say

from .terms import person
from .versions import version_named

MOST_CHARACTERS = 6_000
CONTROL = {code: None for code in range(32) if chr(code) not in "\n\t"}
TEMPLATES = ROOT / "templates" / "documents"
SHARED = ("paper.html", "_paper.html", "_letterhead.html")


class TextTooLong(RenderFailed):
    """One text is longer than a paper can carry."""


class NoSuchLetter(RenderFailed):
    """A name or word holds a letter that no face of our papers has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One kind of paper: its style sheets, the template below the letterhead, and its parts.

    `parts` are file names or patterns in templates/documents, `body` among them. `is_issued`: copies
    of it are issued and kept. `is_readers_own`: it is in the reader's language first, and runs its way.
    """

    styles: str
    body: str
    parts: tuple[str, ...]
    is_issued: bool = True
    is_readers_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What a paper says it is: in the letterhead, on top of later pages, at the foot of each."""

    title: str
    which: str
    which_more: str
    head_child: str
    head_paper: str
    head_setting: str
    head_version: str
    foot_paper: str
    foot_copy: str
    own: Value = ""
    own_foot: Value = ""
    """For a reader of another language: which version and whose copy, and the same in short."""


def frame(
    look: Look, setting: Setting, running: Running, reader: Recipient | None = None
) -> dict[str, Any]:
    """What the shell and the letterhead place; a paper adds its own to it.

    `reader` has the language that fixed words stand in beside English, and the size of the print.
    """
    reader = reader or Recipient()
    language = language_coded(reader.language)
    first = language if look.is_readers_own else ENGLISH
    print_size = ", large print" if reader.wants_large_print else ""
    return {
        "language": language,
        "page_language": "en-GB" if first.is_english else first.code,
        "page_direction": first.direction,
        "reader": reader,
        "body": look.body,
        "is_issued": look.is_issued,
        "styles": [f"css/paper/{name}" for name in STYLES[look.styles]],
        "setting": setting,
        "setting_line": " · ".join(filter(None, [setting.address, setting.phone])),
        **{name: getattr(running, name) for name in Running.__slots__},
        **_in_their_language(language, running),
        "title": f"{running.title}{print_size}",
        "which": f"{running.which}{print_size}",
    }


def _in_their_language(language: Language, running: Running) -> dict[str, str]:
    """The line below the letterhead and at the foot, and the words around the number of the page."""
    if language.is_english or not running.own_foot:
        return {"own_line": "", "own_foot": "", "own_page": "", "own_of": ""}
    before, _, after = say(
        phrase("Page %(page)s of %(pages)s", page="|", pages=""), language
    ).partition("|")
    return {
        "own_line": say(running.own, language),
        "own_foot": in_a_footer(say(running.own_foot, language), language),
        "own_page": before,
        "own_of": after,
    }


def in_a_footer(text: str, language: Language) -> str:
    """A footer runs from the left: words that run from the right are set apart in it."""
    if language.direction == "ltr":
        return text
    return f"\N{RIGHT-TO-LEFT ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def whose_words(which: Value, of: date, replaces: str, reader: Recipient) -> Value:
    """Plan 3, version 2 of 16 November 2026. Copy for Grażyna Wójcik, mother. Private: …"""
    return Joined(
        [
            phrase("This is %(which)s of %(day)s.", which=which, day=day(of, words.full_day)),
            takes_the_place_of(version_named(replaces) if replaces else ""),
            *to_whom(reader),
        ]
    )


def takes_the_place_of(which: Value) -> Value:
    """What a paper replaces; the first of its kind says so."""
    if not which:
        return phrase("It takes the place of none.")
    return phrase("It takes the place of %(which)s.", which=which)


def to_whom(reader: Recipient) -> list[Value]:
    """Whose copy it is, and how it is printed where that is not as usual."""
    return [
        phrase("Copy for %(who)s.", who=person(reader.name, reader.relationship)),
        phrase("In large print.") if reader.wants_large_print else "",
        phrase("Private: about a child."),
    ]


def in_short(which: Value, reader: Recipient) -> Value:
    """plan 3, version 2. Copy for Grażyna Wójcik."""
    return Joined([Opening(which), phrase("Copy for %(who)s.", who=reader.name)], " · ")


def copy_for(reader: Recipient) -> str:
    """Grażyna Wójcik, mother; the child’s file"""
    named = ", ".join(filter(None, [reader.name, reader.relationship]))
    return named if reader.name else "the child’s file"


def names_of(child: Child) -> str:
    """Ayaan (Mohammad Ayaan Siddiqui); once where both are the same."""
    if child.legal_name == child.preferred_name:
        return child.preferred_name
    return f"{child.preferred_name} ({child.legal_name})"


def head_of(child: Child) -> str:
    """Ayaan (Mohammad Ayaan Siddiqui), born 14 Mar 2023"""
    return f"{names_of(child)}, born {words.dated(child.born)}"


def place_of(setting: Setting, child: Child) -> str:
    """Acorns Nursery, Acorn Room"""
    return ", ".join(filter(None, [setting.name, child.room]))


def page_html(context: dict[str, Any]) -> str:
    """The page that the PDF is made of, its fixed words in the reader's language too."""
    with speaking(context["language"]):
        return render_to_string("documents/paper.html", context).translate(CONTROL)


def print_view_html(context: dict[str, Any]) -> str:
    """The same paper as a page to print from the browser, for when no PDF can be made."""
    return render_to_string("documents/print_view.html", context).translate(CONTROL)


def draw_paper(look: Look, context: dict[str, Any], facts: Any) -> Drawn:
    """The tagged PDF: the same facts give the same bytes. Raises `RenderFailed`."""
    check_letters(facts)
    html, title, styles = page_html(context), context["title"], styles_of(look, facts)
    html = whole_words(html) if "+latin" in styles else html
    return draw(html, title=title, identifier=fingerprint(facts), styles=styles)


def styles_of(look: Look, facts: Any) -> str:
    """ "plan", or what this reader and these letters need beside: "plan+bilingual+arabic+large"."""
    reader = getattr(facts, "recipient", Recipient())
    language = language_coded(reader.language)
    needed = scripts_in("".join(text for _, text in texts(facts)))
    return "+".join(
        dict.fromkeys(
            part
            for part in (
                look.styles,
                "" if language.is_english else "bilingual",
                *needed,
                language.script,
                "clear" if reader.wants_clear_letters else "",
                "large" if reader.wants_large_print else "",
            )
            if part
        )
    )


def check_letters(facts: Any) -> None:
    """Raises `NoSuchLetter`, naming the first letter that could not be printed and its word."""
    for _, text in texts(facts):
        if lacking := without_a_glyph(text):
            word = next(word for word in text.split() if lacking[0] in normalize("NFC", word))
            raise NoSuchLetter(
                f"“{lacking[0]}” in “{words.shortened(word, 40)}” cannot be printed: none of our "
                "letters for paper has it. Write it in another way, then issue the paper again."
            )


def check_lengths(facts: Any) -> None:
    """Raises `TextTooLong`."""
    for where, text in texts(facts):
        if len(text) > MOST_CHARACTERS:
            raise TextTooLong(
                f"The text at {where} has {len(text)} characters; a paper carries {MOST_CHARACTERS}."
            )


@cache
def template_hash(look: Look, styles: str) -> str:
    """SHA-256 over the templates and style sheets that this release draws such papers with."""
    patterns = (*SHARED, *look.parts)
    templates = sorted({path for pattern in patterns for path in TEMPLATES.glob(pattern)})
    drawn_with = [*templates, *style_files(styles)]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in drawn_with)).hexdigest()
