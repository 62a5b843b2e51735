"""Counts as bars: where each part of a bar stands, and what the whole says. No Django, no clock.

Units are those of the drawing, 360 wide: the words of a row stand above its bar, so that names of
any length fit. Parts are told apart by their figures, then by their fills; never by colour alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDE, ROW, BAR_AT, BAR_HIGH = 360.0, 46.0, 20.0, 16.0
ROOM_FOR_FIGURE = 40.0
NARROWEST_WITH_FIGURE = 14.0
LONGEST_WORDS = 44


@dataclass(frozen=True, slots=True)
class Paint:
    """The light colours of a look, which print anywhere: its fill, edge, dashes, and its figure."""

    fill: str
    edge: str
    figure: str
    dash: str = "none"


PAINTS = {
    "solid": Paint("#5C2354", "#5C2354", "#FFFDF8"),
    "tint": Paint("#D9B9D1", "#5C2354", "#241E22"),
    "pale": Paint("#F2EADC", "#857767", "#241E22"),
    "open": Paint("#FFFDF8", "#857767", "#241E22", "3 2"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What one part of every bar counts. `look` is its fill: solid, tint, pale or open."""

    words: str
    look: str = "solid"

    @property
    def paint(self) -> Paint:
        return PAINTS[self.look]


@dataclass(frozen=True, slots=True)
class Row:
    """A bar to be drawn: its words, a count for each kind, and a note for the table if any."""

    words: str
    counts: tuple[int, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class BarPart:
    """One part of a bar; `figure` is empty where it is too narrow for one."""

    x: float
    width: float
    look: str
    figure: str
    figure_x: float

    @property
    def paint(self) -> Paint:
        return PAINTS[self.look]


@dataclass(frozen=True, slots=True)
class Bar:
    words: str
    words_y: float
    y: float
    figure_y: float
    parts: tuple[BarPart, ...]
    total: int
    total_x: float
    row: Row


@dataclass(frozen=True, slots=True)
class BarChart:
    """All that the drawing, its key and its table show."""

    title: str
    summary: str
    kinds: tuple[Kind, ...]
    bars: tuple[Bar, ...]
    height: float

    @property
    def is_empty(self) -> bool:
        return not any(bar.total for bar in self.bars)


def bar_chart(title: str, summary: str, kinds: Sequence[Kind], rows: Sequence[Row]) -> BarChart:
    """One bar for each row, all on one scale: the longest reaches across."""
    most = max((sum(row.counts) for row in rows), default=0) or 1
    scale = (WIDE - ROOM_FOR_FIGURE) / most
    bars = tuple(_bar(row, n, kinds, scale) for n, row in enumerate(rows))
    return BarChart(title, summary, tuple(kinds), bars, max(ROW * len(rows), 1))


def _bar(row: Row, place: int, kinds: Sequence[Kind], scale: float) -> Bar:
    top, at = place * ROW, 0.0
    parts = []
    for kind, count in zip(kinds, row.counts, strict=True):
        width = round(count * scale, 1)
        if count:
            figure = f"{count:,}" if width >= NARROWEST_WITH_FIGURE and len(kinds) > 1 else ""
            parts.append(BarPart(round(at, 1), width, kind.look, figure, round(at + width / 2, 1)))
        at += width
    return Bar(
        words=_short(row.words),
        words_y=top + 14,
        y=top + BAR_AT,
        figure_y=top + BAR_AT + 12,
        parts=tuple(parts),
        total=sum(row.counts),
        total_x=round(at + 6, 1),
        row=row,
    )


def _short(words: str) -> str:
    """The table has every word; the drawing as many as fit."""
    return words if len(words) <= LONGEST_WORDS else f"{words[: LONGEST_WORDS - 1].rstrip()}…"
