"""From frozen facts to the HTML of the paper, and from that to the PDF.

Everything a template needs is prepared here, so that templates only place it. What people typed
is escaped by Django's templates; control characters, which no paper can show, are left out.
"""

import hashlib
from functools import cache
from typing import Any

from django.template.loader import render_to_string

from isp_portal.documents import words
from isp_portal.documents.facts import (
    PlanPaper,
    SignOff,
    Source,
    Strategy,
    Target,
    fingerprint,
    texts,
)
from isp_portal.documents.renderer import ROOT, Drawn, RenderFailed, draw

MOST_CHARACTERS = 6_000
MOST_BESIDE = 120
CONTROL = {code: None for code in range(32) if chr(code) not in "\n\t"}
CHIPS = {"report": "Report", "setting": "Setting", "parent": "Parents", "behaviour": "Behaviour"}
ANSWERS = {
    "agreed": ("Agree", "Agreed."),
    "with_comments": ("Agree, with comments", "Agreed, with comments."),
    "not_agreed": ("Do not agree", "Not agreed."),
    "not_reached": ("Not reached", "Not reached."),
}


class TextTooLong(RenderFailed):
    """One text is longer than a paper can carry."""


def draw_plan(plan: PlanPaper) -> Drawn:
    """The plan as a tagged PDF: the same facts give the same bytes. Raises `RenderFailed`."""
    return draw(plan_html(plan), title=title_of(plan), identifier=fingerprint(plan))


def plan_pdf(plan: PlanPaper) -> bytes:
    """The bytes of `draw_plan` alone."""
    return draw_plan(plan).pdf


@cache
def template_hash() -> str:
    """SHA-256 over the templates and the style sheet that papers are drawn with, in this release."""
    drawn_with = [
        *sorted((ROOT / "templates" / "documents").glob("*plan*.html")),
        *sorted((ROOT / "templates" / "documents").glob("_*.html")),
        ROOT / "static" / "css" / "paper" / "plan.css",
    ]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in drawn_with)).hexdigest()


def plan_html(plan: PlanPaper) -> str:
    """The page that the PDF is made of. Raises `TextTooLong`."""
    return render_to_string("documents/plan.html", plan_context(plan)).translate(CONTROL)


def plan_print_view(plan: PlanPaper) -> str:
    """The same paper as a page to print from the browser, for when no PDF can be made."""
    context = plan_context(plan, in_browser=True)
    return render_to_string("documents/print_view.html", context).translate(CONTROL)


def title_of(plan: PlanPaper) -> str:
    """Individual Support Plan 3, version 2: Ayaan"""
    return f"{plan.paper_title} {plan.number}, version {plan.version}: {plan.child.preferred_name}"


def plan_context(plan: PlanPaper, *, in_browser: bool = False) -> dict[str, Any]:
    """What the plan's templates place. Raises `TextTooLong`."""
    _check_lengths(plan)
    weeks = words.weeks(plan.starts_on, plan.due_on)
    lines = max(len(plan.strategies), len(plan.targets)) + (2 if in_browser else 0)
    return {
        "plan": plan,
        "in_browser": in_browser,
        "title": title_of(plan),
        **_running_words(plan),
        "setting_line": " · ".join(filter(None, [plan.setting.address, plan.setting.phone])),
        "window": words.window(plan.window_opens_on, plan.due_on),
        "intro": [row for row in _introduction(plan) if row["words"]],
        "clauses": words.listed(list(plan.why.clauses)),
        "strategies": [_strategy(line) for line in plan.strategies],
        "targets": [_target(line) for line in plan.targets],
        "strategies_count": words.counted(len(plan.strategies), "strategy", "strategies"),
        "targets_count": _targets_count(plan),
        "sign_offs": [_sign_off(sign) for sign in plan.sign_offs],
        "weeks": [{"number": n, "monday": monday} for n, monday in enumerate(weeks, start=1)],
        "rows": range(_rows_a_week(len(weeks), lines)),
    }


def _rows_a_week(weeks: int, lines: int) -> int:
    """As many empty rows as let the record end on one side, but never fewer than two.

    In millimetres: 228 are left for the list of lines (4.9 each) and the weeks (a head of 6.5 and
    rows of 7.9).
    """
    return max(2, min(5, int(((228 - 4.9 * lines) / weeks - 6.5) / 7.9)))


def _check_lengths(plan: PlanPaper) -> None:
    for where, text in texts(plan):
        if len(text) > MOST_CHARACTERS:
            raise TextTooLong(
                f"The text at {where} has {len(text)} characters; a paper carries {MOST_CHARACTERS}."
            )


def _running_words(plan: PlanPaper) -> dict[str, str]:
    """The words of the header of later pages and of the footer of every page."""
    child, setting = plan.child, plan.setting.name
    which = f"Plan {plan.number}, version {plan.version}"
    names = child.preferred_name
    if child.legal_name != child.preferred_name:
        names = f"{child.preferred_name} ({child.legal_name})"
    replaces = f"replaces {plan.replaces or 'nothing'}"
    copy_for = _copy_for(plan)
    return {
        "which": which,
        "replaces": replaces,
        "copy_for": copy_for,
        "head_child": f"{names}, born {words.dated(child.born)}",
        "head_paper": f"{plan.paper_title} {plan.number}, version {plan.version}",
        "head_setting": ", ".join(filter(None, [setting, child.room])),
        "head_version": f"Version {plan.version} of {words.week_day(plan.version_of)}, {replaces}",
        "foot_paper": f"{names} · {which} of {words.dated(plan.version_of)}, {replaces}",
        "foot_copy": f"{setting} · copy for {copy_for}, issued {words.week_day(plan.issued_on)}"
        " · private: about a child",
    }


def _copy_for(plan: PlanPaper) -> str:
    to = plan.recipient
    return ", ".join(filter(None, [to.name, to.relationship])) if to.name else "the child’s file"


def _introduction(plan: PlanPaper) -> list[dict[str, str]]:
    matters = " ".join(filter(None, [plan.matters, plan.child_showed_it]))
    return [
        {"label": "Strengths", "words": plan.strengths},
        {"label": f"Matters to {plan.child.preferred_name}", "words": matters},
        {"label": "Hard just now", "words": plan.hard_just_now},
        {"label": "Starting point", "words": plan.starting_point},
    ]


def _targets_count(plan: PlanPaper) -> str:
    if not plan.targets:
        return "none in this plan: it says what adults do"
    counted = words.counted(len(plan.targets), "target", "targets")
    by_when = {line.by_when for line in plan.targets}
    if len(by_when) == 1 and (day := by_when.pop()):
        return f"{counted}, by {words.long_week_day(day)}"
    return counted


def _strategy(line: Strategy) -> dict[str, Any]:
    beside = (line.when_and_where, line.how_often, line.who, line.at_home)
    return {**vars(line), "source": _source(line.source), "layout": _layout(*beside)}


def _target(line: Target) -> dict[str, Any]:
    numbers = words.listed([str(number) for number in line.served_by])
    if not numbers:
        served = "No strategy yet"
    else:
        served = f"{'Strategy' if len(line.served_by) == 1 else 'Strategies'} {numbers}"
    layout = _layout(line.starting_point, line.know_when)
    return {
        **vars(line),
        "source": _source(line.source),
        "served_words": served,
        "layout": layout,
    }


def _layout(*texts_beside: str) -> str:
    """Facts stand beside each other while they are short, else below each other."""
    return "facts" if max(map(len, texts_beside)) <= MOST_BESIDE else "facts stacked"


def _source(source: Source) -> dict[str, str]:
    page = f"page{words.NB}{source.page}" if source.page else ""
    return {
        "chip": CHIPS.get(source.kind, source.kind),
        "words": ", ".join(filter(None, [source.words, page])),
    }


def _sign_off(sign: SignOff) -> dict[str, Any]:
    return {
        "capacity": sign.capacity,
        "who": ", ".join(filter(None, [sign.name, sign.relationship])),
        "answers": [
            {"words": label, "chosen": code == sign.answer} for code, (label, _) in ANSWERS.items()
        ],
        "given": ANSWERS[sign.answer][1] if sign.answer else "",
        "method": sign.method_words,
        "answered_at": sign.answered_at,
        "answered_on": sign.answered_on,
        "comments": sign.comments,
    }
