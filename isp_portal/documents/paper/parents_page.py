"""The parents' page: one side of plain words beside the plan (C3.2).

Three items at most in a list, twelve words in an item: the plan has the rest, and the page says so.
A parent's own words are never on it, so nothing of theirs is ever cut.
"""

import re
from typing import Any

from django.utils.translation import gettext_noop

from isp_portal.documents import words
from isp_portal.documents.days import clock, day
from isp_portal.documents.facts import PageLine, ParentsPage
from isp_portal.documents.renderer import Drawn
from isp_portal.languages import language_coded
from isp_portal.languages.phrases import Joined, Opening, nphrase, phrase

from .changes import in_short as change_in_short
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
    print_view_html,
    takes_the_place_of,
)
from .versions import plan_version, version_named, window

LOOK = Look(
    styles="parents_page",
    body="documents/_parents_page.html",
    parts=("_parents_page.html",),
    is_readers_own=True,
)
MOST_ITEMS, MOST_WORDS, FEWEST_WORDS = 3, 12, 5
PAUSE = re.compile(r"[,;:.!?–—]$")
NO_DAY = gettext_noop("There is no day yet. Tell us which day is good for you.")
IN_THESE_DAYS = gettext_noop("We want to meet in these days. Tell us which day is good for you.")


def draw_parents_page(page: ParentsPage) -> Drawn:
    """The page as a tagged PDF: the same facts give the same bytes. Raises `RenderFailed`.

    Where it would take a second side, words of ours that a parent can do without are left out.
    """
    whole = draw_paper(LOOK, parents_page_context(page), page)
    if whole.pages == 1:
        return whole
    brief = draw_paper(LOOK, parents_page_context(page, is_brief=True), page)
    return brief if brief.pages < whole.pages else whole


def parents_page_html(page: ParentsPage) -> str:
    """The page that the PDF is made of. Raises `TextTooLong`."""
    return page_html(parents_page_context(page))


def parents_page_print_view(page: ParentsPage) -> str:
    """The same paper as a page to print from the browser, for when no PDF can be made."""
    return print_view_html(parents_page_context(page))


def parents_page_context(page: ParentsPage, *, is_brief: bool = False) -> dict[str, Any]:
    """What the template places. Raises `TextTooLong`."""
    check_lengths(page)
    we_do, at_home = _items(page.we_do), _items(page.at_home)
    return {
        **frame(LOOK, page.setting, _running(page), page.recipient),
        "page": page,
        "is_brief": is_brief,
        "changed": _changed(page),
        "we_do": we_do,
        "at_home": at_home,
        "plan_has_more": _is_cut(page.we_do, we_do) or _is_cut(page.at_home, at_home),
        "meeting": _meeting(page),
    }


def shown(line: str) -> str:
    """The line in twelve words at most: cut where it pauses, if it does so after five."""
    said = line.split()
    if len(said) <= MOST_WORDS:
        return " ".join(said)
    said = said[:MOST_WORDS]
    pauses = [place for place, word in enumerate(said, start=1) if PAUSE.search(word)]
    if pauses and pauses[-1] >= FEWEST_WORDS:
        said = said[: pauses[-1]]
    return " ".join(said).rstrip(",;:.–— ") + "…"


def _items(lines: tuple[PageLine, ...]) -> list[PageLine]:
    return [PageLine(number=line.number, words=shown(line.words)) for line in lines[:MOST_ITEMS]]


def _is_cut(lines: tuple[PageLine, ...], items: list[PageLine]) -> bool:
    whole = [" ".join(line.words.split()) for line in lines]
    return whole != [item.words for item in items]


def _changed(page: ParentsPage) -> dict[str, Any] | None:
    """What differs from this parent's own page, in short, and whether they are asked to sign."""
    if page.changed is None:
        return None
    rows = [change_in_short(change) for change in page.changed.rows]
    left = len(rows) - MOST_ITEMS
    more = nphrase("%(number)s more in the plan.", "%(number)s more in the plan.", left)
    return {
        "words": Joined(
            [
                phrase("Yours is of %(day)s.", day=day(page.changed.copy_of, words.full_day)),
                *rows[:MOST_ITEMS],
                *([Opening(more)] if left > 0 else []),
            ]
        ),
        "sign_again": page.changed.sign_again,
    }


def _meeting(page: ParentsPage) -> dict[str, Any]:
    """The day in English, and in the reader's own language where that is another."""
    if page.meets_on is None:
        when = Opening(window(page.window_opens_on, page.due_on)) if page.due_on else ""
        return {"when": when, "where": "", "words": IN_THESE_DAYS if when else NO_DAY}
    at = [clock(page.meets_at)] if page.meets_at else []
    return {
        "when": Joined([day(page.meets_on, words.day_of_month), *at], ", "),
        "where": page.place or page.setting.name,
        "words": "",
    }


def _running(page: ParentsPage) -> Running:
    child, to = page.child, page.recipient
    language = language_coded(to.language)
    name = "Parents’ page" if language.is_english else f"Parents’ page, {language.name}"
    replaces = f"replaces {page.replaces or 'nothing'}"
    which = f"{name}, version {page.version}"
    goes_with = f"with plan {page.number}"
    return Running(
        title=f"{name} with plan {page.number}, version {page.version}: {child.preferred_name}",
        which=which,
        which_more=f"of {words.week_day(page.version_of)}, {replaces.partition(' of ')[0]}",
        head_child=head_of(child),
        head_paper=which,
        head_setting=place_of(page.setting, child),
        head_version=f"goes {goes_with}: {page.plan_title}",
        foot_paper=f"{names_of(child)} · {which} of {words.dated(page.version_of)}, "
        f"{replaces.partition(' of ')[0]}",
        foot_copy=f"{page.setting.name} · {goes_with} · copy for {to.name}, issued "
        f"{words.week_day(page.issued_on)}",
        own=Joined(
            [
                phrase(
                    "This page goes with %(which)s of %(day)s.",
                    which=plan_version(page.number, page.version),
                    day=day(page.version_of, words.full_day),
                ),
                takes_the_place_of(version_named(page.replaces) if page.replaces else ""),
            ]
        ),
        own_foot=in_short(plan_version(page.number, page.version), to),
    )
