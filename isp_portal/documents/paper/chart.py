"""Help over time as a drawing on paper: where each square stands, where the line breaks.

Units are points. The days run from the Monday of the first week to the end of the last; "not
tried" stands on a row of its own below the steps and is never joined.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from isp_portal.documents import words
from isp_portal.documents.facts import InterventionRecord
from reviews.rules.chart import FEW, Point, delivered, runs, summary_of
from reviews.rules.help import HelpLevel

LEFT = 63.0
HALF, FULL = 241, 493
"""The widths of a chart: two beside each other, or one across the page."""
SQUARE = 11.0
ROW_OF = {
    HelpLevel.ALONE: 8.0,
    HelpLevel.PROMPTED: 29.0,
    HelpLevel.SOME: 50.0,
    HelpLevel.FULL: 71.0,
    HelpLevel.NOT_TRIED: 92.0,
}
MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """A square with its letter, or a word under the axis: `x` and `y` are its middle."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class PaperChart:
    """All that one chart's template places. `is_few`: too few entries for a line to say anything."""

    width: int
    right: int

    name: str
    words: str
    summary: str
    is_few: bool
    steps: tuple[Mark, ...]
    not_tried: tuple[Mark, ...]
    paths: tuple[str, ...]
    ticks: tuple[Mark, ...]


def chart_of(label: str, name: str, about: str, record: InterventionRecord) -> PaperChart:
    """The chart of the line that the plan calls `label` ("1", "A")."""
    points = points_of(label, record)
    axis = _Axis.over(record, HALF)
    if axis.is_crowded(points):
        axis = _Axis.over(record, FULL)
    steps = [p for p in points if p.level and p.level is not HelpLevel.NOT_TRIED]
    closed = [(days.first_on, days.last_on) for days in record.closed]
    return PaperChart(
        width=axis.width,
        right=axis.width - 1,
        name=name,
        words=about,
        summary=f"{name}, help over time. {summary_of(points, record.last_on)}",
        is_few=len(delivered(points)) < FEW,
        steps=tuple(axis.mark(point) for point in steps),
        not_tried=tuple(axis.mark(p) for p in points if p.level is HelpLevel.NOT_TRIED),
        paths=tuple(axis.path(run) for run in runs(steps, closed)),
        ticks=axis.ticks(),
    )


def points_of(label: str, record: InterventionRecord) -> list[Point]:
    """The points of one line, oldest first; one without a level where nothing was done."""
    found = []
    for seen in record.seen:
        if seen.not_delivered and label in seen.lines:
            found.append(Point(seen.on, None))
        found += [Point(seen.on, HelpLevel(h.level)) for h in seen.help if label in h.lines]
    return found


@dataclass(frozen=True, slots=True)
class _Axis:
    """From a Monday, over whole weeks."""

    first: date
    weeks: int
    width: int

    @classmethod
    def over(cls, record: InterventionRecord, width: int) -> "_Axis":
        monday = words.monday_of(record.first_on)
        return cls(monday, (record.last_on - monday).days // 7 + 1, width)

    def is_crowded(self, points: Sequence[Point]) -> bool:
        """Would two squares of the same row cover each other?"""
        levels = {point.level for point in points if point.level}
        rows = (sorted({p.on for p in points if p.level is level}) for level in levels)
        return any(
            self.x(later) - self.x(day) < SQUARE for row in rows for day, later in pairwise(row)
        )

    def x(self, on: date) -> float:
        """The middle of the day; a day outside the weeks stands at the edge."""
        days = min(max((on - self.first).days, 0), self.weeks * 7 - 1)
        return round(LEFT + (days + 0.5) / (self.weeks * 7) * (self.width - 1 - LEFT), 1)

    def mark(self, point: Point) -> Mark:
        assert point.level  # what did not happen is in the table, not on a row
        return Mark(self.x(point.on), ROW_OF[point.level], point.level.letter)

    def path(self, run: Sequence[Point]) -> str:
        marks = [self.mark(point) for point in run]
        return "M" + "L".join(f"{mark.x} {mark.y}" for mark in marks)

    def ticks(self) -> tuple[Mark, ...]:
        """Mondays, so few that their words do not touch."""
        most = MOST_TICKS * self.width // HALF
        step = -(-self.weeks // most)
        mondays = (self.first + timedelta(weeks=week) for week in range(0, self.weeks, step))
        return tuple(Mark(self.x(monday), 0, words.short_day(monday)) for monday in mondays)
