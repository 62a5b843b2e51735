"""The letter that invites to a review, with a slip to answer on for parents and agencies (C4, C4.1)."""

from typing import Any

from django.utils.translation import gettext_noop

from isp_portal.documents import words
from isp_portal.documents.days import clock, day
from isp_portal.documents.facts.letter import ReviewLetter
from isp_portal.documents.renderer import Drawn
from isp_portal.languages.phrases import Joined, Term, Value, phrase

from .frame import (
    Look,
    Running,
    check_lengths,
    draw_paper,
    frame,
    head_of,
    in_short,
    names_of,
    page_html,
    place_of,
    takes_the_place_of,
    to_whom,
)
from .terms import capacities

LOOK = Look(
    styles="letter", body="documents/_letter.html", parts=("_letter.html", "_letter_*.html")
)
MOST_LINES = 3
FROM_PARENTS = (
    gettext_noop("I will come."),
    gettext_noop("I will come and bring someone."),
    gettext_noop("I cannot come that day. A good day for me is below."),
    gettext_noop("I cannot come. What I think is below."),
    gettext_noop("I want help with this language (write it below)."),
)
FROM_AGENCIES = (
    "I will come",
    "I will take part by phone or video",
    "I cannot come that day; a better day for me is written below",
    "I cannot come; what I saw and advise is written below",
)
TO_PARENTS = (
    gettext_noop("What goes well for your child, at home or with us?"),
    gettext_noop("What is hard for your child, or for you, just now?"),
    gettext_noop("What do you want to come next?"),
)
TO_AGENCIES = (
    "What have you seen since your last report?",
    "What do you advise next for {name}?",
    "Will you see {name} again, and when?",
)
ANSWERS = {"parent": FROM_PARENTS, "agency": FROM_AGENCIES, "colleague": ()}
QUESTIONS = {"parent": TO_PARENTS, "agency": TO_AGENCIES, "colleague": ()}


def draw_letter(letter: ReviewLetter) -> Drawn:
    """The letter as a tagged PDF: the same facts give the same bytes. Raises `RenderFailed`."""
    return draw_paper(LOOK, letter_context(letter), letter)


def letter_html(letter: ReviewLetter) -> str:
    """The page that the PDF is made of. Raises `TextTooLong`."""
    return page_html(letter_context(letter))


def letter_context(letter: ReviewLetter) -> dict[str, Any]:
    """What the letter's templates place. Raises `TextTooLong`."""
    check_lengths(letter)
    name = letter.child.preferred_name
    return {
        **frame(LOOK, letter.setting, _running(letter), letter.recipient),
        "letter": letter,
        "subject": _subject(letter),
        "address": window_lines(letter.address),
        "plan_named": Joined([Term(letter.plan_title), str(letter.plan_number)]),
        "planned": _planned(letter),
        "invited": [(one.name, capacities(one.capacity)) for one in letter.invited],
        "signed_as": capacities(letter.signed_by.capacity),
        "answers": ANSWERS[letter.reader],
        "questions": [question.format(name=name) for question in QUESTIONS[letter.reader]],
        "reach_us": " or ".join(filter(None, [letter.setting.phone, letter.setting.email])),
    }


def window_lines(lines: tuple[str, ...], most: int = MOST_LINES) -> tuple[str, ...]:
    """At most as many lines as the window shows below the name."""
    if len(lines) <= most:
        return lines
    joined = len(lines) - most + 1
    return (", ".join(lines[:joined]), *lines[joined:])


def _planned(letter: ReviewLetter) -> Value:
    """Monday 14 December 2026, 3.30 pm"""
    at = [clock(letter.planned_time)] if letter.planned_time else []
    return Joined([day(letter.planned_on, words.long_day_of_week), *at], ", ")


def _subject(letter: ReviewLetter) -> Value:
    child, born = letter.child, day(letter.child.born, words.full_day)
    if child.legal_name == child.preferred_name:
        return phrase(
            "%(name)s, born %(day)s: invitation to a review", name=child.legal_name, day=born
        )
    return phrase(
        "%(name)s, known as %(called)s, born %(day)s: invitation to a review",
        name=child.legal_name,
        called=child.preferred_name,
        day=born,
    )


def _running(letter: ReviewLetter) -> Running:
    child, to = letter.child, letter.recipient
    of, which = words.week_day(letter.issued_on), f"letter {letter.number}"
    follows = (
        f"replaces letter {letter.number - 1} of {words.dated(letter.follows)}"
        if letter.follows
        else "replaces nothing"
    )
    return Running(
        title=f"Invitation to a review, {which}: {child.preferred_name}",
        which=f"{which.capitalize()} of {of}",
        which_more=follows if letter.follows else f"{follows}: first invitation",
        head_child=head_of(child),
        head_paper="Invitation to a review",
        head_setting=place_of(letter.setting, child),
        head_version=f"{which.capitalize()} of {of}",
        foot_paper=f"{names_of(child)} · Invitation to a review, {which} of "
        f"{words.dated(letter.issued_on)}, {follows}",
        foot_copy=f"{letter.setting.name} · to {', '.join(filter(None, [to.name, to.relationship]))}, "
        "and kept in the child’s file · private: about a child",
        own=Joined(
            [
                phrase(
                    "This is letter %(number)s of %(day)s.",
                    number=str(letter.number),
                    day=day(letter.issued_on, words.full_day),
                ),
                takes_the_place_of(
                    phrase("letter %(number)s", number=str(letter.number - 1))
                    if letter.follows
                    else ""
                ),
                *to_whom(to),
            ]
        ),
        own_foot=in_short(phrase("letter %(number)s", number=str(letter.number)), to),
    )
