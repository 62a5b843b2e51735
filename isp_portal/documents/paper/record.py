"""The record of intervention on the back of a plan: counts, a table for each week, charts (C8)."""

from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_noop

from isp_portal.documents import words
from isp_portal.documents.facts import ClosedDays, InterventionRecord, PlanPaper, Seen
from reviews.rules.chart import delivered
from reviews.rules.help import HelpLevel

from .chart import FULL, PaperChart, chart_of, points_of

ON_A_CHART = 38
LEVELS = (
    gettext_noop("full help"),
    gettext_noop("some help"),
    gettext_noop("prompted"),
    gettext_noop("alone"),
    gettext_noop("not tried"),
)
"""The words of the help levels, in the order of the boxes."""


def record_context(plan: PlanPaper, record: InterventionRecord) -> dict[str, Any]:
    """What the templates of a record with entries place."""
    charts = charts_of(plan, record)
    drawn = [chart for chart in charts if not chart.is_few]
    return {
        "span": words.spanned(record.first_on, record.last_on),
        "sessions": sessions_words(record),
        "entries": words.counted(len(record.seen), "entry", "entries").capitalize(),
        "per_line": _per_line(plan, record),
        "not_delivered": _not_delivered(record),
        "latest": words.full_day(record.seen[-1].on),
        "closed": words.listed([_closed(days) for days in record.closed]),
        "old_lines": record.old_lines,
        "key": [(level.letter, said) for level, said in zip(HelpLevel, LEVELS, strict=True)],
        "weeks": _weeks(record),
        "chart_rows": _chart_rows(drawn),
        "too_few": words.listed([_inside(chart.name) for chart in charts if chart.is_few]),
    }


def sessions_words(record: InterventionRecord) -> str:
    """12 of 12 sessions; 9 of 12 sessions, and 2 are not marked, so not known"""
    if record.unknown == record.possible:
        return "no session is marked, so it is not known how often"
    counted = f"{record.attended} of {record.possible} sessions"
    if not record.unknown:
        return counted
    many = "is" if record.unknown == 1 else "are"
    return f"{counted}; {record.unknown} {many} not marked, so not known"


def charts_of(plan: PlanPaper, record: InterventionRecord) -> list[PaperChart]:
    """One for each target, and one for each strategy that serves no target."""
    serving = {number for target in plan.targets for number in target.served_by}
    strategies = [line for line in plan.strategies if line.number not in serving]
    lines = [(line.letter, f"Target {line.letter}", line.small_step) for line in plan.targets]
    lines += [(str(s.number), f"Strategy {s.number}", s.what_adults_do) for s in strategies]
    return [
        chart_of(label, name, words.shortened(about, ON_A_CHART), record)
        for label, name, about in lines
    ]


def _chart_rows(charts: list[PaperChart]) -> list[list[PaperChart]]:
    """Two beside each other where both are narrow, each in its place."""
    rows: list[list[PaperChart]] = []
    for chart in charts:
        if rows and sum(beside.width for beside in rows[-1]) + chart.width <= FULL:
            rows[-1].append(chart)
        else:
            rows.append([chart])
    return rows


def _inside(name: str) -> str:
    """target A: the name inside a sentence."""
    return name[0].lower() + name[1:]


def _per_line(plan: PlanPaper, record: InterventionRecord) -> str:
    """Strategy 1, five; strategy 2, none; target A, five"""
    lines = [(str(line.number), f"strategy {line.number}") for line in plan.strategies]
    lines += [(line.letter, f"target {line.letter}") for line in plan.targets]
    lines += [(line.label, line.label) for line in record.old_lines]
    counts = ((name, len(delivered(points_of(label, record)))) for label, name in lines)
    return "; ".join(f"{name}, {words.small_number(n) if n else 'none'}" for name, n in counts)


def _not_delivered(record: InterventionRecord) -> str:
    count = sum(bool(seen.not_delivered) for seen in record.seen)
    if not count:
        return ""
    say = "says" if count == 1 else "say"
    return f"{words.small_number(count).capitalize()} of them {say} why nothing was done."


def _closed(days: ClosedDays) -> str:
    if days.first_on == days.last_on:
        return words.day_of_week(days.first_on)
    return f"{words.day_of_week(days.first_on)} to {words.day_of_week(days.last_on)}"


def _weeks(record: InterventionRecord) -> list[dict[str, Any]]:
    """The weeks that have an entry, numbered from the first week of the cycle."""
    begin = words.monday_of(record.first_on)
    return [
        {
            "number": (monday - begin).days // 7 + 1,
            "monday": monday,
            "seen": [_row(seen) for seen in rows],
        }
        for monday, rows in groupby(record.seen, key=_monday)
    ]


def _monday(seen: Seen) -> date:
    return words.monday_of(seen.on)


def _row(seen: Seen) -> dict[str, Any]:
    return {
        "seen": seen,
        "lines": ", ".join(seen.lines),
        "help": [_help(HelpLevel(h.level), h.lines, len(seen.help) > 1) for h in seen.help],
        "tries": "; ".join(seen.tries),
    }


def _help(level: HelpLevel, lines: tuple[str, ...], is_one_of_many: bool) -> dict[str, Any]:
    """The five boxes, one of them filled; with its lines where an entry has several."""
    return {
        "boxes": [(each.letter, each is level) for each in HelpLevel],
        "words": f"{level.words} ({', '.join(lines)})" if is_one_of_many else level.words,
    }
