"""What every paper shares: letterhead, running header, footer, and the way from facts to a PDF.

What people typed is escaped by Django's templates; control characters, which no paper can show,
are left out.
"""

import hashlib
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from django.template.loader import render_to_string

from isp_portal.documents import words
from isp_portal.documents.facts import Child, Setting, fingerprint, texts
from isp_portal.documents.renderer import ROOT, Drawn, RenderFailed, draw
from isp_portal.documents.styles import STYLES, style_files

MOST_CHARACTERS = 6_000
CONTROL = {code: None for code in range(32) if chr(code) not in "\n\t"}
TEMPLATES = ROOT / "templates" / "documents"
SHARED = ("paper.html", "_paper.html", "_letterhead.html")


class TextTooLong(RenderFailed):
    """One text is longer than a paper can carry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One kind of paper: its style sheets, the template below the letterhead, and its parts.

    `parts` are file names or patterns in templates/documents, `body` among them. `is_issued`: copies
    of it are issued and kept.
    """

    styles: str
    body: str
    parts: tuple[str, ...]
    is_issued: bool = True


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


def frame(look: Look, setting: Setting, running: Running) -> dict[str, Any]:
    """What the shell and the letterhead place; a paper adds its own to it."""
    return {
        "body": look.body,
        "is_issued": look.is_issued,
        "styles": [f"css/paper/{name}" for name in STYLES[look.styles]],
        "setting": setting,
        "setting_line": " · ".join(filter(None, [setting.address, setting.phone])),
        **asdict(running),
    }


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
    """The page that the PDF is made of."""
    return render_to_string("documents/paper.html", context).translate(CONTROL)


def print_view_html(context: dict[str, Any]) -> str:
    """The same paper as a page to print from the browser, for when no PDF can be made."""
    return render_to_string("documents/print_view.html", context).translate(CONTROL)


def draw_paper(look: Look, context: dict[str, Any], facts: Any) -> Drawn:
    """The tagged PDF: the same facts give the same bytes. Raises `RenderFailed`."""
    html, title = page_html(context), context["title"]
    return draw(html, title=title, identifier=fingerprint(facts), styles=look.styles)


def check_lengths(facts: Any) -> None:
    """Raises `TextTooLong`."""
    for where, text in texts(facts):
        if len(text) > MOST_CHARACTERS:
            raise TextTooLong(
                f"The text at {where} has {len(text)} characters; a paper carries {MOST_CHARACTERS}."
            )


@cache
def template_hash(look: Look) -> str:
    """SHA-256 over the templates and style sheets that this release draws such papers with."""
    patterns = (*SHARED, *look.parts)
    templates = sorted({path for pattern in patterns for path in TEMPLATES.glob(pattern)})
    drawn_with = [*templates, *style_files(look.styles)]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in drawn_with)).hexdigest()
