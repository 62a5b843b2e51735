"""What stands beside a verdict: the drawing of the line, what was seen, what was said last time."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from plans.models import Strategy
from reviews.models import InterventionEntry, LineVerdict, Review
from reviews.rules.chart import HelpChart
from reviews.rules.words import in_short

from .entries import EntryShown, with_lines
from .entries import shown as shown_entry
from .record import line_records
from .review_facts import LineUnderReview
from .reviewed import reviewed_lines, verdicts_of

AT_FIRST = 5


@dataclass(frozen=True, slots=True)
class SeenHere:
    """An entry about this line: `state` is the help mark of the line, not of the whole entry."""

    entry: EntryShown
    state: str


@dataclass(frozen=True, slots=True)
class WhatWeSaw:
    """Everything recorded about one line in the cycle, newest first."""

    seen: tuple[SeenHere, ...]
    chart: HelpChart | None

    @property
    def first(self) -> tuple[SeenHere, ...]:
        return self.seen[:AT_FIRST]

    @property
    def rest(self) -> tuple[SeenHere, ...]:
        return self.seen[AT_FIRST:]


def what_we_saw(review: Review, line: LineUnderReview, today: date) -> WhatWeSaw:
    """The entries about the line up to the day of the review, and their drawing (C8)."""
    until = review.held_on or today
    rows = InterventionEntry.objects.standing().filter(cycle=review.cycle_id, seen_on__lte=until)
    entries = tuple(shown_entry(row) for row in with_lines(rows))
    records = line_records(review.cycle, review.child, entries, until, today)
    return WhatWeSaw(
        seen=tuple(_seen(entries, line)),
        chart=next((one.chart for one in records if one.key == line.key), None),
    )


@dataclass(frozen=True, slots=True)
class Decided:
    """Another line of the review with what was said of it."""

    name: str
    words: str
    verdict: LineVerdict | None
    key: UUID


def decided_lines(review: Review, line: LineUnderReview) -> tuple[Decided, ...]:
    """Beside a target the strategies, and beside a strategy the other strategies."""
    verdicts = verdicts_of(review)
    return tuple(
        Decided(one.name, in_short(str(one.row)), verdicts.get(one.key), one.key)
        for one in reviewed_lines(review)
        if isinstance(one.row, Strategy) and one.key != line.key
    )


def _seen(entries: tuple[EntryShown, ...], line: LineUnderReview) -> list[SeenHere]:
    found = []
    for one in entries:
        for row in one.entry.lines.all():
            if row.line_key == line.key:
                found.append(SeenHere(one, row.help_level or "not_delivered"))
    return found
