"""The record of intervention on the back of a plan: counts, a table for each week, charts (C8)."""

from collections.abc import Callable
from datetime import date
from itertools import groupby
from typing import Any

from isp_portal.documents import words
from isp_portal.documents.days import day
from isp_portal.documents.facts import ClosedDays, InterventionRecord, PlanPaper, Seen
from isp_portal.languages import language_coded
from isp_portal.languages.phrases import (
    Joined,
    Moment,
    Opening,
    Term,
    Value,
    listed,
    nphrase,
    phrase,
)
from reviews.rules.chart import delivered
from reviews.rules.help import HelpLevel

from .changes import strategies_named, targets_named
from .chart import FULL, LEFT, LEFT_IN_TWO, LEVELS, PaperChart, chart_of, points_of
from .terms import reason

ON_A_CHART = 38


def record_context(plan: PlanPaper, record: InterventionRecord) -> dict[str, Any]:
    """What the templates of a record with entries place."""
    charts = charts_of(plan, record)
    drawn = [chart for chart in charts if not chart.is_few]
    return {
        "span": spanned(record.first_on, record.last_on),
        "so_far": Joined(
            [
                phrase("Came to %(sessions)s.", sessions=sessions_words(record)),
                _per_line(plan, record),
                *_not_delivered(record),
                phrase("Latest entry %(day)s.", day=day(record.seen[-1].on, words.full_day)),
                *_closed(record),
            ]
        ),
        "old_lines": [(Opening(_old(line.label)), line.words) for line in record.old_lines],
        "key": [(level.letter, said) for level, said in LEVELS.items()],
        "weeks": _weeks(record),
        "chart_rows": _chart_rows(drawn),
        "too_few": _too_few([chart.inside for chart in charts if chart.is_few]),
    }


def sessions_words(record: InterventionRecord) -> Value:
    """12 of 12 sessions; 9 of 12 sessions, and 2 are not marked, so not known"""
    if record.unknown == record.possible:
        return phrase("no session is marked, so it is not known how often")
    counted = nphrase(
        "%(attended)s of %(possible)s session",
        "%(attended)s of %(possible)s sessions",
        record.possible,
        attended=record.attended,
        possible=record.possible,
    )
    if not record.unknown:
        return counted
    unknown = nphrase(
        "%(unknown)s is not marked, so not known",
        "%(unknown)s are not marked, so not known",
        record.unknown,
        unknown=record.unknown,
    )
    return Joined([counted, unknown], "; ")


def charts_of(plan: PlanPaper, record: InterventionRecord) -> list[PaperChart]:
    """One for each target, and one for each strategy that serves no target."""
    serving = {number for target in plan.targets for number in target.served_by}
    strategies = [line for line in plan.strategies if line.number not in serving]
    lines = [(line.letter, f"Target {line.letter}", line.small_step) for line in plan.targets]
    lines += [(str(s.number), f"Strategy {s.number}", s.what_adults_do) for s in strategies]
    language = language_coded(plan.recipient.language)
    left = LEFT if language.is_english or language.script else LEFT_IN_TWO
    return [
        chart_of(label, name, words.shortened(about, ON_A_CHART), record, left)
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


def spanned(first: date, last: date) -> Value:
    """Mon 2 to Fri 20 November 2026; naming month and year only as often as needed."""
    return phrase(
        "%(first)s to %(last)s",
        first=Moment(first, f"{first:%a}{words.NB}{words.beginning(first, last)}", "l, j E"),
        last=day(last, words.long_week_day),
    )


def _too_few(lines: list[Value]) -> Value:
    return phrase("Too few entries to draw: %(lines)s.", lines=listed(lines)) if lines else ""


def _old(label: str) -> Value:
    return phrase("old %(number)s", number=label.removeprefix("old "))


def _per_line(plan: PlanPaper, record: InterventionRecord) -> Value:
    """Twelve entries: Strategy 1, five; Strategy 2, none; Target A, five."""
    lines: list[tuple[str, Value]] = [
        *((str(line.number), strategies_named([str(line.number)])) for line in plan.strategies),
        *((line.letter, targets_named([line.letter])) for line in plan.targets),
        *((line.label, _old(line.label)) for line in record.old_lines),
    ]
    counts = [_counted(name, len(delivered(points_of(label, record)))) for label, name in lines]
    said = nphrase(
        "%(number)s entry: %(lines)s.",
        "%(number)s entries: %(lines)s.",
        len(record.seen),
        lines=Joined(counts, "; "),
    )
    return Opening(said)


def _counted(line: Value, number: int) -> Value:
    """strategy 1, five; strategy 2, none"""
    if not number:
        return phrase("%(line)s, none", line=line)
    return nphrase("%(line)s, %(number)s", "%(line)s, %(number)s", number, line=line)


def _not_delivered(record: InterventionRecord) -> list[Value]:
    count = sum(bool(seen.not_delivered) for seen in record.seen)
    if not count:
        return []
    said = nphrase(
        "%(number)s of them says why nothing was done.",
        "%(number)s of them say why nothing was done.",
        count,
    )
    return [Opening(said)]


def _closed(record: InterventionRecord) -> list[Value]:
    spans = [_closed_days(days) for days in record.closed]
    return [phrase("Closed %(days)s.", days=listed(spans))] if spans else []


def _closed_days(days: ClosedDays) -> Value:
    first = day(days.first_on, words.day_of_week)
    if days.first_on == days.last_on:
        return first
    return phrase("%(first)s to %(last)s", first=first, last=day(days.last_on, words.day_of_week))


def _weeks(record: InterventionRecord) -> list[dict[str, Any]]:
    """The weeks that have an entry, numbered from the first week of the cycle."""
    begin = words.monday_of(record.first_on)
    return [
        {
            "name": week_named((monday - begin).days // 7 + 1, monday),
            "seen": [_row(seen) for seen in rows],
        }
        for monday, rows in groupby(record.seen, key=_monday)
    ]


def _monday(seen: Seen) -> date:
    return words.monday_of(seen.on)


def _row(seen: Seen) -> dict[str, Any]:
    return {
        "seen": seen,
        "on": day(seen.on, words.day_of_week),
        "lines": Joined([_short_of(label) for label in seen.lines], ", ")
        if seen.lines
        else phrase("none"),
        "not_delivered": reason(seen.not_delivered) if seen.not_delivered else "",
        "written": _written_down(seen),
        "help": [_help(HelpLevel(h.level), h.lines, len(seen.help) > 1) for h in seen.help],
        "tries": "; ".join(seen.tries),
    }


def _short_of(label: str) -> Value:
    return _old(label) if label.startswith("old ") else label


def _written_down(seen: Seen) -> Value:
    if seen.written_on is None:
        return ""
    return phrase("Written down %(day)s.", day=day(seen.written_on, words.day_of_week))


def week_named(
    number: int, monday: date | None, said: Callable[[date], str] = words.day_of_week
) -> Value:
    """Week 2 from Mon 9 Nov"""
    if monday is None:
        return phrase("Week %(number)s", number=str(number))
    return phrase("Week %(number)s from %(day)s", number=str(number), day=day(monday, said))


def _help(level: HelpLevel, lines: tuple[str, ...], is_one_of_many: bool) -> dict[str, Any]:
    """The five boxes, one of them filled; with its lines where an entry has several."""
    return {
        "boxes": [(each.letter, each is level) for each in HelpLevel],
        "words": Opening(Term(LEVELS[level])),
        "lines": Joined([_short_of(label) for label in lines], ", ") if is_one_of_many else "",
    }
