"""The record of intervention of one cycle: its entries, and what they add up to per line (C8)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from accounts.models import Closure
from children.models import Child
from children.queries import SessionsAttended, sessions_attended
from plans.models import Cycle, Strategy, SupportPlan, Target
from reviews.models import InterventionEntry
from reviews.rules.chart import HelpChart, Point, delivered, help_chart
from reviews.rules.help import HelpLevel
from reviews.rules.words import in_short

from .entries import EntryShown, shown, with_lines
from .gaps import Silence, silences


@dataclass(frozen=True, slots=True)
class LineRecord:
    """One line of the plan: how often it was written about, since when not, and its drawing."""

    key: UUID
    name: str
    words: str
    entries: int
    last_on: date | None
    days_since: int | None
    chart: HelpChart


@dataclass(frozen=True, slots=True)
class CycleRecord:
    """The record of one cycle up to `until`: its last day, or today."""

    cycle: Cycle
    until: date
    entries: tuple[EntryShown, ...]
    lines: tuple[LineRecord, ...]
    attended: SessionsAttended
    silence: Silence | None


def begun_cycles(child: Child) -> list[Cycle]:
    """The cycles of which there can be a record, newest first."""
    recorded = Q(plans__finalised_at__isnull=False) | Q(entries__isnull=False)
    begun = Cycle.objects.filter(recorded, child=child, starts_on__isnull=False)
    return list(begun.distinct().order_by("-number"))


def cycle_record(cycle: Cycle, child: Child, today: date) -> CycleRecord:
    """Everything written in the cycle, in a fixed number of queries."""
    first = cycle.starts_on or today
    until = max(min(cycle.closed_on or today, today), first)
    rows = with_lines(InterventionEntry.objects.standing().filter(cycle=cycle))
    entries = tuple(shown(row) for row in rows)
    last = max((e.entry.seen_on for e in entries), default=first)
    quiet = silences({child.pk: last}, today) if cycle.closed_on is None else {}
    return CycleRecord(
        cycle=cycle,
        until=until,
        entries=entries,
        lines=line_records(cycle, child, entries, until, today),
        attended=sessions_attended(child, first, until),
        silence=quiet.get(child.pk),
    )


def lines_of_entry(entry: InterventionEntry, today: date) -> tuple[LineRecord, ...]:
    """How much help over its cycle, for each line that the entry is about."""
    keys = {line.line_key for line in entry.lines.all()}
    rows = with_lines(InterventionEntry.objects.standing().filter(cycle=entry.cycle_id))
    until = max(entry.cycle.closed_on or today, entry.seen_on)
    entries = tuple(shown(row) for row in rows)
    lines = line_records(entry.cycle, entry.child, entries, until, today)
    return tuple(line for line in lines if line.key in keys)


def line_records(
    cycle: Cycle, child: Child, entries: tuple[EntryShown, ...], until: date, today: date
) -> tuple[LineRecord, ...]:
    """Per line of the cycle's newest finalised version, then lines of earlier ones with entries."""
    closures = tuple(
        Closure.objects.filter(setting=child.setting_id).values_list("first_on", "last_on")
    )
    points = _points(entries)
    return tuple(
        LineRecord(
            key=key,
            name=name,
            words=words,
            entries=len(delivered(points.get(key, []))),
            last_on=(last := _last_on(points.get(key, []))),
            days_since=(until - last).days if last else None,
            chart=help_chart(
                points.get(key, []),
                first=cycle.starts_on or until,
                last=until,
                closures=closures,
                today=today,
            ),
        )
        for key, (name, words) in _named_lines(cycle, entries).items()
    )


def _points(entries: tuple[EntryShown, ...]) -> dict[UUID, list[Point]]:
    """The points of each line by its key, oldest first."""
    found: dict[UUID, list[Point]] = {}
    for one in sorted(entries, key=lambda e: (e.entry.seen_on, e.entry.recorded_at)):
        for line in one.entry.lines.all():
            level = HelpLevel(line.help_level) if line.help_level else None
            found.setdefault(line.line_key, []).append(Point(one.entry.seen_on, level))
    return found


def _last_on(points: list[Point]) -> date | None:
    return max((point.on for point in delivered(points)), default=None)


def _named_lines(cycle: Cycle, entries: tuple[EntryShown, ...]) -> dict[UUID, tuple[str, str]]:
    """(name, words) of each line by its key, in the order of the plan.

    Until the plan of a cycle is finalised, the one before it is in force.
    """
    finalised = SupportPlan.objects.filter(
        child=cycle.child_id, cycle__number__lte=cycle.number, finalised_at__isnull=False
    )
    plan = finalised.order_by("-cycle__number", "-version").first()
    named: dict[UUID, tuple[str, str]] = {}
    for number, line in enumerate(Strategy.objects.filter(plan=plan, removed_at=None), 1):
        named[line.line_key] = (f"Strategy {number}", in_short(str(line)))
    for number, target in enumerate(Target.objects.filter(plan=plan, removed_at=None)):
        named[target.line_key] = (f"Target {chr(ord('A') + number)}", in_short(str(target)))
    for one in entries:
        for row in one.entry.lines.all():
            words = in_short(str(row.about))
            named.setdefault(row.line_key, ("Not in the plan any more", words))
    return named
