"""What changed since the reader's own copy: in full as a box, in short as one row."""

import re
from collections.abc import Sequence
from typing import Any

from isp_portal.documents import words
from isp_portal.documents.days import day
from isp_portal.documents.facts import Change, ChangedSince, PlanPaper, Source
from isp_portal.languages.phrases import (
    Joined,
    Phrase,
    Term,
    Value,
    Written,
    listed,
    nphrase,
    phrase,
)

from .sources import source_words
from .terms import beyond
from .versions import plan_version, version_named

SHORT = 110
ITSELF = ("what adults do", "the small step")
"""Parts that are the line: their words need no label."""
SERVES, BEYOND = "what serves it", "how it goes beyond the ordinary"
"""Parts that are made of words of ours."""


def changes_context(plan: PlanPaper, changed: ChangedSince) -> dict[str, Any]:
    """What _plan_changed.html and the row of the introduction place."""
    is_of_a_plan = changed.held.startswith("plan ")
    now = (
        plan_version(plan.number, plan.version)
        if is_of_a_plan
        else version_named(f"version {plan.version}")
    )
    held = version_named(changed.held)
    return {
        "rows": [change_row(change) for change in changed.rows],
        "held": Joined(
            [
                _whose(plan, held, changed),
                phrase(
                    "This is %(which)s of %(day)s.",
                    which=now,
                    day=day(plan.version_of, words.week_day),
                ),
            ]
        ),
        "since": _since(changed),
        "sign_again": changed.sign_again,
        "answered": phrase("Your answer to %(which)s stays on file.", which=held)
        if changed.answered
        else "",
        "same": phrase("The same: %(lines)s.", lines=_same(changed.same)) if changed.same else "",
    }


def says_all(changed: ChangedSince) -> bool:
    """Is there more to print than the short words? Facts of older copies have no more."""
    return all(change.about for change in changed.rows)


def in_short(change: Change) -> Value:
    """Strategy 2. Changed: what adults do, at home."""
    line = line_named(change.about)
    if change.tag == "New":
        return phrase("%(line)s: new.", line=line)
    if change.tag == "Smaller step":
        return phrase("%(line)s: a smaller step.", line=line)
    if change.tag == "Next step":
        return phrase("%(line)s: the next step.", line=line)
    if change.tag == "Removed":
        return phrase("Taken out: “%(words)s”.", words=Written(words.shortened(change.before)))
    if not change.parts:
        return Written(change.words)
    parts = Joined([Term(part.name) for part in change.parts], ", ")
    return phrase("%(line)s. Changed: %(parts)s.", line=line, parts=parts)


def line_named(about: str) -> Value:
    """Strategy 2; Target A; First part"""
    noun, _, mark = about.partition(" ")
    if noun == "Strategy" and mark:
        return phrase("Strategy %(mark)s", mark=mark)
    if noun == "Target" and mark:
        return phrase("Target %(mark)s", mark=mark)
    named = {"Strategy": phrase("Strategy"), "Target": phrase("Target")}
    return named.get(about, phrase("First part"))


def _whose(plan: PlanPaper, held: Value, changed: ChangedSince) -> Value:
    copied = day(changed.copy_of, words.week_day)
    if plan.recipient.name:
        return phrase(
            "Yours, %(name)s, is %(which)s, a copy of %(day)s.",
            name=plan.recipient.name,
            which=held,
            day=copied,
        )
    return phrase("The one in the file is %(which)s, a copy of %(day)s.", which=held, day=copied)


def _since(changed: ChangedSince) -> Phrase:
    """Changed since your copy of plan 3, 16 Nov"""
    copied = day(changed.copy_of, words.short_day)
    of_plan = re.match(r"plan (\d+),", changed.held)
    if of_plan is None:
        return phrase("Changed since your copy of %(day)s", day=copied)
    return phrase("Changed since your copy of plan %(plan)s, %(day)s", plan=of_plan[1], day=copied)


def change_row(change: Change) -> dict[str, Any]:
    """One change, part by part: which line, in which way, now, before, why, and from where."""
    return {
        "about": line_named(change.about),
        "tag": Term(change.tag),
        "now": _now(change),
        "before": _before(change),
        "why": words.sentence(change.why),
        "source": source_words(change.source) if change.source else None,
        "short": in_short(change),
        "why_short": words.sentence(words.shortened(change.why, SHORT)),
    }


def _now(change: Change) -> list[dict[str, Any]]:
    if change.tag == "Removed":
        return [{"said": phrase("taken out of the plan.")}]
    if change.about == "First part" and change.parts:
        named = listed([Term(part.name) for part in change.parts])
        said = nphrase(
            "%(parts)s has other words, as above.",
            "%(parts)s have other words, as above.",
            len(change.parts),
            parts=named,
        )
        return [{"said": said}]
    return _parts([(part.name, part.now, part.now_from) for part in change.parts], change.now)


def _before(change: Change) -> list[dict[str, Any]]:
    """Nothing where every part is new."""
    if change.parts and not any(part.before for part in change.parts):
        return []
    said = [(part.name, part.before, part.before_from) for part in change.parts]
    return _parts(said, change.before)


def _parts(parts: list[tuple[str, str, Source | None]], whole: str) -> list[dict[str, Any]]:
    """What it says, part by part: a label of ours, and words of theirs that stand once."""
    if not parts:
        return [{"written": words.sentence(whole)}] if whole else []
    return [
        {"label": "" if name in ITSELF else Term(name), **_part(name, said, source)}
        for name, said, source in parts
    ]


def _part(name: str, said: str, source: Source | None) -> dict[str, Any]:
    if source is not None and source.kind:
        return {"source": source_words(source)}
    if not said:
        return {"said": phrase("nothing")}
    if name == SERVES and (numbers := re.findall(r"\d+", said)):
        return {"said": strategies_named(numbers)}
    return {"said": beyond(said)} if name == BEYOND else {"written": said}


def _same(names: tuple[str, ...]) -> Value:
    """strategies 1 and 3, target A"""
    kinds: dict[str, list[Value]] = {"Strategy": [], "Target": []}
    for name in names:
        noun, _, mark = name.partition(" ")
        kinds[noun].append(mark)
    said = []
    if marks := kinds["Strategy"]:
        said.append(strategies_named(marks))
    if marks := kinds["Target"]:
        said.append(targets_named(marks))
    return Joined(said, ", ")


def targets_named(marks: Sequence[Value]) -> Value:
    """targets A and B"""
    return nphrase("target %(marks)s", "targets %(marks)s", len(marks), marks=listed(marks))


def strategies_named(marks: Sequence[Value]) -> Value:
    """strategies 1 and 3"""
    return nphrase("strategy %(marks)s", "strategies %(marks)s", len(marks), marks=listed(marks))
