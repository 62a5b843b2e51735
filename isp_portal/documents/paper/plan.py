"""The Individual Support Plan: from its frozen facts to what its templates place."""

from typing import Any

from django.utils.translation import gettext_noop

from isp_portal.documents import words
from isp_portal.documents.days import day
from isp_portal.documents.facts import PlanPaper, Recipient, Strategy, Target
from isp_portal.documents.renderer import Drawn
from isp_portal.languages import language_coded
from isp_portal.languages.phrases import Joined, Term, Value, listed, nphrase, phrase

from .changes import changes_context, says_all
from .chart import LEVELS
from .frame import (
    Look,
    Running,
    check_lengths,
    copy_for,
    draw_paper,
    frame,
    head_of,
    in_short,
    names_of,
    page_html,
    place_of,
    print_view_html,
    whose_words,
)
from .record import record_context, spanned, week_named
from .signing import sign_off
from .sources import source_words
from .terms import beyond, person, spoken
from .versions import plan_version, window
from .why import why_words

LOOK = Look(
    styles="plan",
    body="documents/_plan.html",
    parts=("_plan*.html", "_source.html", "_signing.html", "_record*.html"),
)
MOST_BESIDE = 120
MATTERS = gettext_noop("Matters to %(name)s")


def draw_plan(plan: PlanPaper) -> Drawn:
    """The plan as a tagged PDF: the same facts give the same bytes. Raises `RenderFailed`.

    What changed since the reader's copy stands in full, unless that would take a further page: then
    one row of the introduction says it in short.
    """
    short = draw_paper(LOOK, plan_context(plan), plan)
    if plan.changed is None or not says_all(plan.changed):
        return short
    full = draw_paper(LOOK, plan_context(plan, changes_in_full=True), plan)
    return full if full.pages == short.pages else short


def plan_pdf(plan: PlanPaper) -> bytes:
    """The bytes of `draw_plan` alone."""
    return draw_plan(plan).pdf


def plan_html(plan: PlanPaper) -> str:
    """The page that the PDF is made of. Raises `TextTooLong`."""
    return page_html(plan_context(plan))


def plan_print_view(plan: PlanPaper) -> str:
    """The same paper as a page to print from the browser, for when no PDF can be made."""
    return print_view_html(plan_context(plan, in_browser=True, changes_in_full=True))


def title_of(plan: PlanPaper) -> str:
    """Individual Support Plan 3, version 2: Ayaan"""
    return f"{plan.paper_title} {plan.number}, version {plan.version}: {plan.child.preferred_name}"


def plan_context(
    plan: PlanPaper, *, in_browser: bool = False, changes_in_full: bool = False
) -> dict[str, Any]:
    """What the plan's templates place. Raises `TextTooLong`."""
    check_lengths(plan)
    weeks = words.weeks(plan.starts_on, plan.due_on)
    lines = max(len(plan.strategies), len(plan.targets)) + (2 if in_browser else 0)
    return {
        **frame(LOOK, plan.setting, _running(plan), plan.recipient),
        "plan": plan,
        "in_browser": in_browser,
        "changes": changes_context(plan, plan.changed) if plan.changed else None,
        "changes_in_full": changes_in_full,
        "window": window(plan.window_opens_on, plan.due_on),
        "why": why_words(plan),
        "intro": [row for row in _introduction(plan) if row["words"] or row.get("on")],
        "strategies": [_strategy(line) for line in plan.strategies],
        "targets": [_target(line) for line in plan.targets],
        "strategies_count": nphrase(
            "%(number)s strategy", "%(number)s strategies", len(plan.strategies)
        ),
        "targets_count": _targets_count(plan),
        "sign_offs": [sign_off(sign) for sign in plan.sign_offs],
        "record": record_context(plan, plan.record) if plan.record else None,
        "copy_for": person(plan.recipient.name, plan.recipient.relationship)
        if plan.recipient.name
        else phrase("the child’s file"),
        "issued_day": day(plan.issued_on, words.dated),
        "born": _born(plan),
        "languages": spoken(plan.child.languages),
        "help_key": [(level.letter, said) for level, said in LEVELS.items()],
        "blank_span": _blank_span(plan),
        "weeks": [
            {"name": week_named(n, monday, words.short_day)}
            for n, monday in enumerate(weeks, start=1)
        ],
        "rows": range(_rows_a_week(len(weeks), lines, plan.recipient)),
    }


def _born(plan: PlanPaper) -> Value:
    """9 March 2023: in the preschool year"""
    born = day(plan.child.born, words.full_day)
    stage = plan.child.stage_words
    return Joined([born, Term(stage)], ": ") if stage else born


def _blank_span(plan: PlanPaper) -> Value:
    if plan.starts_on is None or plan.due_on is None:
        return phrase("what we saw")
    return phrase("what we saw, %(days)s", days=spanned(plan.starts_on, plan.due_on))


def _rows_a_week(weeks: int, lines: int, reader: Recipient) -> int:
    """As many empty rows as let the record end on one side, but never fewer than two.

    In millimetres: 228 are left for the list of lines (4.9 each) and the weeks (a head of 6.5 and
    rows of 7.9). In two languages heads and words above take the place of one row in each week.
    """
    fewer = 0 if language_coded(reader.language).is_english else 1
    return max(2, min(5, int(((228 - 4.9 * lines) / weeks - 6.5) / 7.9)) - fewer)


def _running(plan: PlanPaper) -> Running:
    child, setting = plan.child, plan.setting
    which = f"Plan {plan.number}, version {plan.version}"
    dated = f"{which} of {words.dated(plan.version_of)}"
    of_day = words.week_day(plan.version_of)
    replaces = f"replaces {plan.replaces or 'nothing'}"
    named = plan_version(plan.number, plan.version)
    return Running(
        title=title_of(plan),
        which=f"{which} of {of_day}",
        which_more=replaces,
        head_child=head_of(child),
        head_paper=f"{plan.paper_title} {plan.number}, version {plan.version}",
        head_setting=place_of(setting, child),
        head_version=f"Version {plan.version} of {of_day}, {_in_short(replaces)}",
        foot_paper=f"{names_of(child)} · {dated}, {_in_short(replaces)}",
        foot_copy=f"{setting.name} · copy for {copy_for(plan.recipient)}, issued "
        f"{words.week_day(plan.issued_on)} · private: about a child",
        own=whose_words(named, plan.version_of, plan.replaces, plan.recipient),
        own_foot=in_short(named, plan.recipient),
    )


def _in_short(replaces: str) -> str:
    """Another plan that is replaced is named at the foot without its day, which stands on top."""
    return replaces.partition(" of ")[0] if replaces.startswith("replaces plan ") else replaces


def _introduction(plan: PlanPaper) -> list[dict[str, Any]]:
    started = day(plan.starting_point_on, words.dated) if plan.starting_point_on else ""
    matters = " ".join(filter(None, [plan.matters, plan.child_showed_it]))
    return [
        {"label": gettext_noop("Strengths"), "words": plan.strengths},
        {"label": MATTERS, "words": matters},
        {"label": gettext_noop("Hard just now"), "words": plan.hard_just_now},
        {"label": gettext_noop("Starting point"), "words": plan.starting_point, "on": started},
    ]


def _targets_count(plan: PlanPaper) -> Value:
    if not plan.targets:
        return phrase("none in this plan: it says what adults do")
    counted = nphrase("%(number)s target", "%(number)s targets", len(plan.targets))
    by_when = {line.by_when for line in plan.targets}
    if len(by_when) == 1 and (last := by_when.pop()):
        by = phrase("by %(day)s", day=day(last, words.long_week_day))
        return Joined([counted, by], ", ")
    return counted


def _strategy(line: Strategy) -> dict[str, Any]:
    beside = (line.when_and_where, line.how_often, line.who, line.at_home)
    return {
        **vars(line),
        "source": source_words(line.source),
        "layout": _layout(*beside),
        "beyond": beyond(line.different_from),
        "changed_day": _changed_day(line),
    }


def _target(line: Target) -> dict[str, Any]:
    numbers = [str(number) for number in line.served_by]
    layout = _layout(line.starting_point, line.know_when)
    return {
        **vars(line),
        "source": source_words(line.source),
        "served_words": nphrase(
            "Strategy %(marks)s", "Strategies %(marks)s", len(numbers), marks=listed(numbers)
        )
        if numbers
        else phrase("No strategy yet"),
        "layout": layout,
        "changed_day": _changed_day(line),
    }


def _changed_day(line: Strategy | Target) -> Value:
    return day(line.changed_on, words.short_day) if line.changed_on else ""


def _layout(*texts_beside: str) -> str:
    """Facts stand beside each other while they are short, else below each other."""
    return "facts" if max(map(len, texts_beside)) <= MOST_BESIDE else "facts stacked"
