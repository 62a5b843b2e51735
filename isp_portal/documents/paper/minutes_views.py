"""What parents said, in their own words, with who said it and how; or why there is nothing."""

from typing import Any

from isp_portal.documents import words
from isp_portal.documents.days import day
from isp_portal.documents.facts.minutes import ChildView, View
from isp_portal.languages.phrases import Joined, Term, Value, Written, phrase

WHY_NONE = {
    "declined": phrase("did not wish to give a view"),
    "not_reached": phrase("could not be reached"),
}


def view_given(view: View) -> dict[str, Any]:
    """What _minutes_words.html places: the quotation, and the line below it."""
    is_given = view.answer == "given"
    return {
        "quote": view.words if is_given else "",
        "who": view.who,
        "beside": _beside(view) if is_given else _why_none(view),
        "attempts": "" if is_given else words.sentence(view.attempts),
    }


def child_view_given(view: ChildView) -> list[Value]:
    """Chose the train. Asked with two cards. Or why there is no view."""
    if view.words:
        return [Written(words.sentence(part)) for part in (view.words, view.how) if part]
    return [Written(words.sentence(view.why_none)) if view.why_none else phrase("Not obtained.")]


def _beside(view: View) -> Value:
    """mother, in Urdu through Farah Aziz, by phone, 23 October 2026; written down by Kemi."""
    parts: list[Value] = [Term(view.relationship), *_spoken(view)]
    if view.how:
        parts.append(Term(view.how))
    parts.append(day(view.said_on, words.full_day))
    said: list[Value] = [Joined(parts, ", ")]
    if view.written_down_by:
        said.append(phrase("written down by %(name)s", name=view.written_down_by))
    return Joined([Joined(said, "; "), "."], "")


def _spoken(view: View) -> list[Value]:
    if view.language and view.through:
        return [
            phrase(
                "in %(language)s through %(name)s", language=Term(view.language), name=view.through
            )
        ]
    if view.language:
        return [phrase("in %(language)s", language=Term(view.language))]
    return [phrase("through %(name)s", name=view.through)] if view.through else []


def _why_none(view: View) -> Value:
    parts: list[Value] = [
        Term(view.relationship),
        WHY_NONE[view.answer],
        day(view.said_on, words.full_day),
    ]
    return Joined([Joined(parts, ", "), "."], "")
