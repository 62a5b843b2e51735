"""Help over time as a drawing: where each dot stands, where the line breaks. No Django, no clock.

The axis is the calendar, from the first day to the last; levels stand from Full help at the foot
to Alone at the top. "Not tried" and "not delivered" stand below the axis and are never joined.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.rules.day_words import say_day

from .help import HelpLevel

Closure = tuple[date, date]
FEW = 5
"""Under so many entries a line over time says nothing."""
DID_NOT_HAPPEN = "Did not happen"
LEFT, RIGHT = 112.0, 312.0
FOOT, BELOW = 106.0, 128.0
ROW_OF = {
    HelpLevel.ALONE: 16.0,
    HelpLevel.PROMPTED: 46.0,
    HelpLevel.SOME: 76.0,
    HelpLevel.FULL: FOOT,
    HelpLevel.NOT_TRIED: BELOW,
}


@dataclass(frozen=True, slots=True)
class Point:
    """One entry about a line; `level` is None when it did not happen that day."""

    on: date
    level: HelpLevel | None

    @property
    def is_step(self) -> bool:
        """Does it stand on one of the rows that a line joins?"""
        return self.level is not None and self.level is not HelpLevel.NOT_TRIED

    @property
    def state(self) -> str:
        """The name of its mark."""
        return self.level.value if self.level else "not_delivered"

    @property
    def words(self) -> str:
        return self.level.words if self.level else DID_NOT_HAPPEN


@dataclass(frozen=True, slots=True)
class Dot:
    """Where a point stands in the drawing, in its own units."""

    x: float
    y: float
    state: str


@dataclass(frozen=True, slots=True)
class Band:
    """A closure: from where, and how wide."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class HelpChart:
    """All that the drawing and its table show. `is_few`: too few entries to draw a line."""

    is_few: bool
    points: tuple[Point, ...]
    dots: tuple[Dot, ...]
    below: tuple[Dot, ...]
    paths: tuple[str, ...]
    bands: tuple[Band, ...]
    first_words: str
    last_words: str
    summary: str


def help_chart(
    points: Sequence[Point], *, first: date, last: date, closures: Sequence[Closure], today: date
) -> HelpChart:
    """The drawing of `points`, in the order in which they were seen, on the days `first` to `last`.

    Points outside these days stand at the edge. `closures` are (first, last) pairs, both included.
    """
    shut = [c for c in closures if c[1] >= first and c[0] <= last]
    steps = [p for p in points if p.is_step]
    others = [p for p in points if not p.is_step]
    return HelpChart(
        is_few=len(delivered(points)) < FEW,
        points=tuple(points),
        dots=tuple(_dot(p, first, last) for p in steps),
        below=tuple(_dot(p, first, last) for p in others),
        paths=tuple(_path(run, first, last) for run in runs(steps, shut)),
        bands=tuple(_band(closure, first, last) for closure in shut),
        first_words=say_day(first, today),
        last_words="Today" if last == today else say_day(last, today),
        summary=summary_of(points, today),
    )


def delivered(points: Sequence[Point]) -> list[Point]:
    """The points that are about something done, or tried."""
    return [p for p in points if p.level is not None]


def runs(steps: Sequence[Point], closures: Sequence[Closure]) -> list[list[Point]]:
    """The points that a line joins: a closure between two of them breaks it. Lone points fall away."""
    found: list[list[Point]] = []
    for step in steps:
        if found and not _closed_between(found[-1][-1].on, step.on, closures):
            found[-1].append(step)
        else:
            found.append([step])
    return [run for run in found if len(run) > 1]


def summary_of(points: Sequence[Point], today: date) -> str:
    """One sentence that says what the drawing shows: counts, never an average."""
    if not points:
        return "No entry yet."
    counted = Counter(p.words for p in points)
    order = [level.words for level in HelpLevel] + [DID_NOT_HAPPEN]
    parts = [f"{words.lower()} {counted[words]}" for words in order if counted[words]]
    count = "1 entry" if len(points) == 1 else f"{len(points)} entries"
    ends = f"from {say_day(points[0].on, today)} to {say_day(points[-1].on, today)}"
    return f"{count} {ends}: {', '.join(parts)}."


def _closed_between(one: date, other: date, closures: Sequence[Closure]) -> bool:
    return any(one < begin and end < other for begin, end in closures)


def _x(on: date, first: date, last: date) -> float:
    whole = max((last - first).days, 1)
    part = min(max((on - first).days, 0), whole) / whole
    return round(LEFT + part * (RIGHT - LEFT), 1)


def _dot(point: Point, first: date, last: date) -> Dot:
    y = ROW_OF[point.level] if point.level else BELOW
    return Dot(_x(point.on, first, last), y, point.state)


def _path(run: Sequence[Point], first: date, last: date) -> str:
    dots = [_dot(point, first, last) for point in run]
    return "M" + "L".join(f"{dot.x} {dot.y}" for dot in dots)


def _band(closure: Closure, first: date, last: date) -> Band:
    begin, end = _x(closure[0], first, last), _x(closure[1], first, last)
    return Band(begin, round(max(end - begin, 2), 1))
