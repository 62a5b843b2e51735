"""The letter that asks an agency for a report, or chases it, with the consent it rests on (C6.1, C7)."""

from typing import Any

from agencies.rules.letters import TITLES, LetterKind, asks
from isp_portal.documents import words
from isp_portal.documents.facts.agency_letter import AgencyLetter
from isp_portal.documents.renderer import Drawn

from .frame import (
    Look,
    Running,
    check_lengths,
    draw_paper,
    frame,
    head_of,
    names_of,
    page_html,
    place_of,
)
from .letter import window_lines

MOST_LINES = 4
"""Of the address in the window, the name included."""
LOOK = Look(styles="letter", body="documents/_agency_letter.html", parts=("_agency_letter.html",))
PAPER = {
    LetterKind.REPORT: "Request for a report",
    LetterKind.OBSERVATION: "Request for an observation",
    LetterKind.REFERRAL: "Referral",
}


def draw_agency_letter(letter: AgencyLetter) -> Drawn:
    """The letter as a tagged PDF: the same facts give the same bytes. Raises `RenderFailed`."""
    return draw_paper(LOOK, agency_letter_context(letter), letter)


def agency_letter_html(letter: AgencyLetter) -> str:
    """The page that the PDF is made of. Raises `TextTooLong`."""
    return page_html(agency_letter_context(letter))


def agency_letter_context(letter: AgencyLetter) -> dict[str, Any]:
    """What the letter's template places. Raises `TextTooLong`."""
    check_lengths(letter)
    kind = LetterKind[letter.kind]
    return {
        **frame(LOOK, letter.setting, _running(letter, PAPER[kind])),
        "letter": letter,
        "kind": letter.kind,
        "subject": _subject(letter, TITLES[kind]),
        "to": _to(letter),
        "opening": _opening(letter),
        "points": asks(kind, letter.child.preferred_name),
        "given": _given(letter),
        "reach_us": " or ".join(filter(None, [letter.setting.phone, letter.setting.email])),
    }


def _to(letter: AgencyLetter) -> tuple[str, ...]:
    """The lines that the window shows: who, the agency, the address."""
    named = tuple(filter(None, [letter.to_name, letter.agency]))
    return (*named, *window_lines(letter.address, MOST_LINES - len(named)))


def _subject(letter: AgencyLetter, title: str) -> str:
    child = letter.child
    is_first_name = f"{child.legal_name} ".startswith(f"{child.preferred_name} ")
    known = "" if is_first_name else f", known as {child.preferred_name}"
    again = f", letter {letter.number}" if letter.number > 1 else ""
    return f"{child.legal_name}{known}, born {words.full_day(child.born)}: {title}{again}"


def _opening(letter: AgencyLetter) -> list[str]:
    """Who the child is to both, and what is missing; a chaser says first what it follows."""
    name, here = letter.child.preferred_name, letter.setting.name
    comes = f"{name} comes to {here}{f' ({letter.days})' if letter.days else ''}."
    seen = f"You first saw {name} on {words.full_day(letter.seen_on)}." if letter.seen_on else ""
    gone = (
        f"You discharged {name} on {words.full_day(letter.discharged_on)}."
        if letter.discharged_on
        else ""
    )
    if letter.asked_on is None:
        return [" ".join(filter(None, [comes, seen, gone]))]
    asked = f"We asked you on {words.full_day(letter.asked_on)}, and nothing has reached us since."
    return [asked, " ".join(filter(None, [comes, seen]))]


def _given(letter: AgencyLetter) -> str:
    """Mon 2 November 2026, in person; until it is withdrawn"""
    consent = letter.consent
    until = (
        f"until {words.full_day(consent.until_on)}" if consent.until_on else "until it is withdrawn"
    )
    return f"{words.long_week_day(consent.given_on)}, {consent.how}; {until}"


def _running(letter: AgencyLetter, paper: str) -> Running:
    child, which = letter.child, f"letter {letter.number}"
    replaces = (
        f"replaces letter {letter.number} of {words.dated(letter.replaces)}"
        if letter.replaces
        else "replaces nothing"
    )
    follows = (
        f"follows letter {letter.number - 1} of {words.dated(letter.follows)}"
        if letter.follows
        else "first request"
    )
    dated = words.dated(letter.issued_on)
    return Running(
        title=f"{paper}, {which}: {child.preferred_name}",
        which=f"{which.capitalize()} of {words.week_day(letter.issued_on)}",
        which_more=f"{replaces}: {follows}",
        head_child=head_of(child),
        head_paper=paper,
        head_setting=place_of(letter.setting, child),
        head_version=f"{which.capitalize()} of {words.week_day(letter.issued_on)}",
        foot_paper=f"{names_of(child)} · {paper}, {which} of {dated}, "
        f"{follows if letter.follows else replaces}",
        foot_copy=f"{letter.setting.name} · to {letter.agency} · copy to "
        f"{letter.consent.given_by} and the file · private: about a child",
    )
