"""Gathers the record of a plan's cycle as facts: its entries, with the lines as this version has them.

Nobody else's child is ever in them, and what came from one parent is not handed to another.
"""

from datetime import date
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from accounts.models import Closure
from isp_portal.documents import facts
from isp_portal.documents.queries.lines import standing
from plans.models import Strategy, SupportPlan, Target
from plans.rules.content import LETTERS
from reviews.models import EntryLine, InterventionEntry
from reviews.queries.entries import EntryShown
from reviews.queries.record import cycle_record


def record_facts(plan: SupportPlan, *, for_the_file: bool) -> facts.InterventionRecord | None:
    """The record of the plan's cycle, in a fixed number of queries; None before the first entry."""
    last = _last_day(plan)
    if last is None or plan.cycle.starts_on is None:
        return None
    record = cycle_record(plan.cycle, plan.child, last)
    old = _old_lines(record.entries, labels := _labels(plan))
    labels |= {key: line.label for key, line in old.items()}
    return facts.InterventionRecord(
        first_on=plan.cycle.starts_on,
        last_on=record.until,
        attended=record.attended.attended,
        possible=record.attended.possible,
        unknown=record.attended.unknown,
        seen=tuple(_seen(one, labels, for_the_file) for one in reversed(record.entries)),
        old_lines=tuple(old.values()),
        closed=_closed(plan, plan.cycle.starts_on, record.until),
    )


def _last_day(plan: SupportPlan) -> date | None:
    """The day the cycle ended, else of its latest entry; None while there is no entry."""
    entries = InterventionEntry.objects.standing().filter(cycle=plan.cycle)
    latest: date | None = entries.aggregate(latest=Max("seen_on"))["latest"]
    return (plan.cycle.closed_on or latest) if latest else None


def _labels(plan: SupportPlan) -> dict[UUID, str]:
    """What the front of this version calls each line, by the key that stays the same."""
    numbers = {
        line.line_key: str(number) for number, line in enumerate(standing(plan, Strategy), 1)
    }
    letters = zip(standing(plan, Target), LETTERS, strict=False)
    return numbers | {line.line_key: letter for line, letter in letters}


def _old_lines(
    entries: tuple[EntryShown, ...], labels: dict[UUID, str]
) -> dict[UUID, facts.OldLine]:
    old: dict[UUID, facts.OldLine] = {}
    for row in (row for one in reversed(entries) for row in _lines(one.entry)):
        if row.line_key not in labels and row.line_key not in old:
            label = f"old {len(old) + 1}"
            old[row.line_key] = facts.OldLine(label=label, words=str(row.about))
    return old


def _lines(entry: InterventionEntry) -> list[EntryLine]:
    """Strategies before targets, each in the order of the plan."""
    return sorted(
        entry.lines.all(), key=lambda row: (row.target_id is not None, row.about.position)
    )


def _seen(one: EntryShown, labels: dict[UUID, str], for_the_file: bool) -> facts.Seen:
    entry, lines = one.entry, _lines(one.entry)
    return facts.Seen(
        on=entry.seen_on,
        who=one.who,
        lines=tuple(labels[row.line_key] for row in lines),
        help=_help(lines, labels),
        words=entry.what_we_saw,
        tries=tuple(f"{labels[row.line_key]} {row.tries}" for row in lines if row.tries),
        where=entry.where_it_was,
        next_time=entry.changed_next_time,
        from_home=entry.note_from_home if for_the_file else "",
        not_delivered=one.words if entry.not_delivered_because else "",
        written_on=timezone.localdate(entry.recorded_at) if entry.is_late else None,
    )


def _help(lines: list[EntryLine], labels: dict[UUID, str]) -> tuple[facts.HelpGiven, ...]:
    """Each level once, with the lines it is about."""
    by_level: dict[str, list[str]] = {}
    for row in lines:
        if row.help_level:
            by_level.setdefault(row.help_level, []).append(labels[row.line_key])
    return tuple(
        facts.HelpGiven(level=level, lines=tuple(named)) for level, named in by_level.items()
    )


def _closed(plan: SupportPlan, first: date, last: date) -> tuple[facts.ClosedDays, ...]:
    closures = Closure.objects.filter(
        setting=plan.child.setting_id, first_on__lte=last, last_on__gte=first
    ).order_by("first_on", "last_on")
    return tuple(
        facts.ClosedDays(first_on=begin, last_on=end)
        for begin, end in closures.values_list("first_on", "last_on")
    )
