"""What a page that records offers: the lines of each child, with the usual ones ticked."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from children.models import Child
from reviews.models import InterventionEntry

from .entries import latest_entries
from .plan_lines import LineNow, plans_in_force


@dataclass(frozen=True, slots=True)
class ToRecord:
    """A child, the lines that an entry may be about, and the keys of those ticked to begin with."""

    child: Child
    lines: tuple[LineNow, ...]
    usual: frozenset[UUID]


def to_record(children: Iterable[Child]) -> tuple[ToRecord, ...]:
    """Those of the children who have a plan in force. Usual is what the last entry was about; before
    the first entry it is the first strategy."""
    children = list(children)
    plans = plans_in_force(children)
    last = latest_entries(children, only_delivered=True)
    return tuple(
        ToRecord(child, now.lines, _usual(now.lines, last[child.pk].entry))
        if child.pk in last
        else ToRecord(child, now.lines, frozenset(line.key for line in now.strategies[:1]))
        for child in children
        if (now := plans.get(child.pk))
    )


def lines_to_record(children: Iterable[Child]) -> tuple[ToRecord, ...]:
    """The same lines for a form that comes back: what was ticked is in it, so nothing is usual."""
    children = list(children)
    plans = plans_in_force(children)
    return tuple(
        ToRecord(child, now.lines, frozenset())
        for child in children
        if (now := plans.get(child.pk))
    )


def to_change(entry: InterventionEntry, lines: tuple[LineNow, ...]) -> ToRecord:
    """The lines of the plan, and those of the entry that are not in it any more; its own ticked."""
    rows = list(entry.lines.all())
    standing = {line.key for line in lines}
    gone = (row for row in rows if row.line_key not in standing)
    older = tuple(LineNow(row.line_key, "", row.about) for row in gone)
    ticked = frozenset(row.line_key for row in rows)
    return ToRecord(entry.child, (*lines, *older), ticked)


def _usual(lines: tuple[LineNow, ...], entry: InterventionEntry) -> frozenset[UUID]:
    ticked = {row.line_key for row in entry.lines.all()}
    return frozenset(line.key for line in lines if line.key in ticked)
