"""What parents said, in their own words, with who said it and how; or why there is nothing."""

from typing import Any

from isp_portal.documents import words
from isp_portal.documents.facts.minutes import ChildView, View

WHY_NONE = {
    "declined": "did not wish to give a view",
    "not_reached": "could not be reached",
}


def view_given(view: View) -> dict[str, Any]:
    """What _minutes_words.html places: the quotation, and the line below it."""
    return {
        "quote": view.words if view.answer == "given" else "",
        "who": view.who,
        "beside": _beside(view) if view.answer == "given" else _why_none(view),
    }


def child_view_given(view: ChildView) -> str:
    """Chose the train. Asked with two cards. Or why there is no view."""
    said = [view.words, view.how] if view.words else [view.why_none or "Not obtained"]
    return " ".join(words.sentence(part) for part in said if part)


def _beside(view: View) -> str:
    """, mother, in Urdu through Farah Aziz, by phone, 23 October 2026; written down by Kemi."""
    spoken = f"in {view.language}" if view.language else ""
    through = f"through {view.through}" if view.through else ""
    told = " ".join(filter(None, [spoken, through]))
    parts = [view.relationship, told, view.how, words.full_day(view.said_on)]
    wrote = f"; written down by {view.written_down_by}" if view.written_down_by else ""
    return f", {', '.join(filter(None, parts))}{wrote}."


def _why_none(view: View) -> str:
    parts = [view.relationship, WHY_NONE[view.answer]]
    tried = f" {words.sentence(view.attempts)}" if view.attempts else ""
    return f", {', '.join(filter(None, parts))}, {words.full_day(view.said_on)}.{tried}"
