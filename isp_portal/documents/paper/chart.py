"""Help over time as a drawing on paper: where each square stands, where the line breaks.

Units are points. The days run from the Monday of the first week to the end of the last; "not
tried" stands on a row of its own below the steps and is never joined.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from django.utils.translation import gettext_noop

from isp_portal.documents import words
from isp_portal.documents.facts import InterventionRecord
from isp_portal.languages.phrases import Joined, Term, Value, phrase
from reviews.rules.chart import FEW, Point, delivered, runs, summary_of
from reviews.rules.help import HelpLevel

from .changes import line_named, strategies_named, targets_named

LEFT, LEFT_IN_TWO = 63.0, 96.0
"""How much the words of the rows take at the left, in one language and in two."""
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
LEVELS = {
    HelpLevel.FULL: gettext_noop("full help"),
    HelpLevel.SOME: gettext_noop("some help"),
    HelpLevel.PROMPTED: gettext_noop("prompted"),
    HelpLevel.ALONE: gettext_noop("alone"),
    HelpLevel.NOT_TRIED: gettext_noop("not tried"),
}
"""The words of the help levels, in the order of the boxes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A square with its letter, or a word under the axis: `x` and `y` are its middle."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One help level: the height of its line, and its words."""

    y: float
    words: str

    @property
    def english(self) -> str:
        return self.words.capitalize()

    @property
    def one(self) -> float:
        """Where its words stand in one language; `first` and `second` in two."""
        return self.y + 3

    @property
    def first(self) -> float:
        return self.y - 1

    @property
    def second(self) -> float:
        return self.y + 7.6


@dataclass(frozen=True, slots=True)
class PaperChart:
    """All that one chart's template places. `is_few`: too few entries for a line to say anything."""

    width: int
    right: int
    begin: float
    words_end: float
    rows: "tuple[Row, ...]"

    name: str
    line: Value
    inside: Value
    words: str
    summary: str
    own_summary: Value
    is_few: bool
    steps: tuple[Mark, ...]
    not_tried: tuple[Mark, ...]
    paths: tuple[str, ...]
    ticks: tuple[Mark, ...]


def chart_of(
    label: str, name: str, about: str, record: InterventionRecord, left: float = LEFT
) -> PaperChart:
    """The chart of the line that the plan calls `label` ("1", "A"); `left` is kept for words."""
    points = points_of(label, record)
    axis = _Axis.over(record, HALF, left)
    if axis.is_crowded(points):
        axis = _Axis.over(record, FULL, left)
    steps = [p for p in points if p.level and p.level is not HelpLevel.NOT_TRIED]
    closed = [(days.first_on, days.last_on) for days in record.closed]
    return PaperChart(
        width=axis.width,
        right=axis.width - 1,
        begin=left - 5,
        words_end=left - 13,
        rows=tuple(Row(ROW_OF[level], LEVELS[level]) for level in ROW_OF),
        name=name,
        line=line_named(name),
        inside=_inside(name),
        words=about,
        summary=f"{name}, help over time. {summary_of(points, record.last_on)}",
        own_summary=_summary(name, points),
        is_few=len(delivered(points)) < FEW,
        steps=tuple(axis.mark(point) for point in steps),
        not_tried=tuple(axis.mark(p) for p in points if p.level is HelpLevel.NOT_TRIED),
        paths=tuple(axis.path(run) for run in runs(steps, closed)),
        ticks=axis.ticks(),
    )


def _inside(name: str) -> Value:
    """target A: the name inside a sentence."""
    noun, _, mark = name.partition(" ")
    return targets_named([mark]) if noun == "Target" else strategies_named([mark])


def _summary(name: str, points: Sequence[Point]) -> Value:
    """Target A: full help 1, some help 2. For a reader of another language, who cannot see it."""
    counts = Counter(point.level for point in points if point.level)
    levels = [
        Joined([Term(LEVELS[level]), str(counts[level])]) for level in HelpLevel if counts[level]
    ]
    return phrase(
        "%(line)s, help over time: %(levels)s.", line=line_named(name), levels=Joined(levels, ", ")
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
    left: float

    @classmethod
    def over(cls, record: InterventionRecord, width: int, left: float) -> "_Axis":
        monday = words.monday_of(record.first_on)
        return cls(monday, (record.last_on - monday).days // 7 + 1, width, left)

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
        return round(self.left + (days + 0.5) / (self.weeks * 7) * (self.width - 1 - self.left), 1)

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
