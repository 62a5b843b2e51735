"""What changed since the reader's own copy: in full as a box, in short as one row."""

from typing import Any

from isp_portal.documents import words
from isp_portal.documents.facts import Change, ChangedSince, PlanPaper

from .sources import source_words

SHORT = 110


def changes_context(plan: PlanPaper, changed: ChangedSince) -> dict[str, Any]:
    """What _plan_changed.html and the row of the introduction place."""
    now = f"version {plan.version}"
    is_of_a_plan = changed.held.startswith("plan ")
    if is_of_a_plan:
        now = f"plan {plan.number}, {now}"
    whose = f"Yours, {plan.recipient.name}," if plan.recipient.name else "The one in the file"
    return {
        "rows": [_row(change) for change in changed.rows],
        "held": f"{whose} is {changed.held}, a copy of {words.week_day(changed.copy_of)}. "
        f"This is {now} of {words.week_day(plan.version_of)}.",
        "held_short": f"{changed.held.partition(',')[0]}, " if is_of_a_plan else "",
        "sign_again": changed.sign_again,
        "answered": f"Your answer to {changed.held} stays on file." if changed.answered else "",
        "same": _same(changed.same),
    }


def says_all(changed: ChangedSince) -> bool:
    """Is there more to print than the short words? Facts of older copies have no more."""
    return all(change.about for change in changed.rows)


def _row(change: Change) -> dict[str, Any]:
    why = f" Why: {words.sentence(words.shortened(change.why, SHORT))}" if change.why else ""
    return {
        "about": change.about,
        "tag": change.tag,
        "now": words.sentence(change.now),
        "before": words.sentence(change.before),
        "why": words.sentence(change.why),
        "source": source_words(change.source) if change.source else None,
        "short": f"{change.words}{why}",
    }


def _same(names: tuple[str, ...]) -> str:
    """strategies 1 and 3, target A"""
    kinds: dict[str, list[str]] = {}
    for name in names:
        noun, _, mark = name.partition(" ")
        kinds.setdefault(noun, []).append(mark)
    plural = {"Strategy": "strategies", "Target": "targets"}
    return ", ".join(
        f"{noun.lower() if len(marks) == 1 else plural[noun]} {words.listed(marks)}"
        for noun, marks in kinds.items()
    )
