"""Measuring a piece of work and its floor in turn, and saying what came of it. No Django.

All times are milliseconds. The floor is the least that the same work could cost here: ratios hold
from machine to machine, seconds do not.
"""

import math
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

WARM_UP = 2
"""Turns that are not counted: connections, templates and plans of queries are then at hand."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What is to be reached: so many milliseconds, so many times the floor, or so many beyond it.
    Nothing said: the figure is there to be known."""

    ms: float | None = None
    times: float | None = None
    beyond: float | None = None

    @property
    def words(self) -> str:
        if self.ms is not None:
            return f"≤ {in_ms(self.ms)}"
        if self.times is not None:
            return f"≤ {self.times:g} × floor"
        return f"≤ floor + {in_ms(self.beyond)}" if self.beyond is not None else "–"

    def verdict(self, median: float, floor: float) -> str:
        """ "ok", "over", or "" where nothing is to be reached."""
        limits = (
            self.ms,
            floor * self.times if self.times is not None else None,
            floor + self.beyond if self.beyond is not None else None,
        )
        said = [limit for limit in limits if limit is not None]
        if not said:
            return ""
        return "ok" if all(median <= limit for limit in said) else "over"


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work, the floor that it stands beside, and what is to be reached.

    `calls` is how often either is done within one turn: more than once where once is too short for
    the clock.
    """

    name: str
    does: Callable[[], object]
    floor_name: str
    floor: Callable[[], object]
    reach: Reach = Reach()
    calls: int = 1


@dataclass(frozen=True, slots=True)
class Figures:
    """What one work took by the clock, and of this process's processor, in milliseconds a call."""

    work: Work
    took: tuple[float, ...]
    processor: tuple[float, ...]
    floor_took: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.took)

    @property
    def floor(self) -> float:
        return statistics.median(self.floor_took)

    @property
    def verdict(self) -> str:
        return self.work.reach.verdict(self.median, self.floor)

    @property
    def columns(self) -> tuple[str, ...]:
        return (
            self.work.name,
            in_ms(self.median),
            in_ms(p95(self.took)),
            in_ms(statistics.median(self.processor)),
            self.work.reach.words,
            in_ms(self.floor),
            f"{self.median / self.floor:.1f} ×" if self.floor else "–",
            self.verdict,
            self.work.floor_name,
        )


HEAD = ("work", "median", "p95", "processor", "reach", "floor", "times", "", "the floor is")


def measure(work: Work, repetitions: int) -> Figures:
    """The work and its floor by turns, so that whatever else the machine does meets both."""
    for _ in range(WARM_UP):
        work.does()
        work.floor()
    turns = [
        (*_took(work.does, work.calls), *_took(work.floor, work.calls)) for _ in range(repetitions)
    ]
    took, processor, floor_took, _ = zip(*turns, strict=True)
    return Figures(work, took, processor, floor_took)


def _took(does: Callable[[], object], calls: int) -> tuple[float, float]:
    """By the clock, and of the processor: on a busy machine the clock counts others' work too."""
    began, busy = time.perf_counter(), time.process_time()
    for _ in range(calls):
        does()
    took, used = time.perf_counter() - began, time.process_time() - busy
    return took * 1000 / calls, used * 1000 / calls


def p95(took: Iterable[float]) -> float:
    """The time that 95 in 100 stay within: of few repetitions the longest."""
    ordered = sorted(took)
    return ordered[math.ceil(0.95 * len(ordered)) - 1]


def in_ms(took: float) -> str:
    """ "12.3 ms", "0.0042 ms": three figures that say something."""
    digits = max(0, 2 - math.floor(math.log10(took))) if took > 0 else 0
    return f"{took:.{digits}f} ms"


def table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Lines with the columns under one another, headed."""
    lines = [HEAD, *rows]
    widths = [max(len(line[n]) for line in lines) for n in range(len(HEAD))]
    return [
        "  ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
