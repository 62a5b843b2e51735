"""Two versions, or two plans, of one child side by side: what was added, removed, changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from uuid import UUID

from plans.models import Strategy, SupportPlan, Target
from plans.queries.content import lines_of, serving
from plans.rules.content import LETTERS

SECTION_NAMES = (
    ("primary_area", "Area of need"),
    ("strengths", "Strengths and interests"),
    ("matters_to_child", "What matters to the child"),
    ("how_child_showed_it", "How the child showed it"),
    ("parents_view", "Parents' view"),
    ("why_no_parents_view", "Why there is no view"),
    ("what_is_difficult", "What is difficult"),
)
STRATEGY_NAMES = (
    ("what_adults_do", "What adults do"),
    ("when_and_where", "When and where"),
    ("who", "Who"),
    ("how_often", "How often"),
    ("resources", "What is needed"),
    ("at_home", "At home"),
)
TARGET_NAMES = (
    ("small_step", "The small step"),
    ("starting_point", "Starting point"),
    ("know_when", "We will know when"),
    ("fine_because", "Left as it is, because"),
)
NUMBERS = tuple(str(number) for number in range(1, 1000))
Line = Strategy | Target


@dataclass(frozen=True)
class Piece:
    """Words that stand in both, or in one of them only: `kind` is same, gone or new."""

    kind: str
    words: str


@dataclass(frozen=True)
class ComparedRow:
    """One part of the two plans. `change` is "" (the same), added, removed or changed."""

    label: str
    change: str
    was: tuple[Piece, ...]
    now: tuple[Piece, ...]


def compare(was: SupportPlan, now: SupportPlan) -> tuple[ComparedRow, ...]:
    """Every section and line of both, in the order of the newer; then what only the older has."""
    return (*_sections(was, now), *_lines(was, now))


def _sections(was: SupportPlan, now: SupportPlan) -> Iterator[ComparedRow]:
    yield row("Starts", _start(was), _start(now))
    for name, label in SECTION_NAMES:
        yield row(label, _said(was, name), _said(now, name))


def _start(plan: SupportPlan) -> str:
    on = plan.cycle.starts_on
    return f"{on.day} {on:%b %Y}" if on else ""


def _said(record: SupportPlan | Line, name: str) -> str:
    display = getattr(record, f"get_{name}_display", None)
    return str(display() if display else getattr(record, name))


def _lines(was: SupportPlan, now: SupportPlan) -> Iterator[ComparedRow]:
    before, after = lines_of(was), lines_of(now)
    yield from _matched("Strategy", NUMBERS, before.strategies, after.strategies)
    yield from _matched("Target", LETTERS, before.targets, after.targets)


def _matched(
    name: str, marks: Sequence[str], before: Sequence[Line], after: Sequence[Line]
) -> Iterator[ComparedRow]:
    olds: dict[UUID, Line] = {line.line_key: line for line in before}
    for place, line in enumerate(after):
        old = olds.pop(line.line_key, None)
        yield row(f"{name} {marks[place]}", _line_words(old) if old else "", _line_words(line))
    for line in olds.values():
        yield row(f"{name} that was", _line_words(line), "")


def _line_words(line: Line) -> str:
    names = STRATEGY_NAMES if isinstance(line, Strategy) else TARGET_NAMES
    said = [(label, _said(line, name)) for name, label in names]
    if isinstance(line, Target):
        said.append(("Served by", "; ".join(str(strategy) for strategy in serving(line))))
    said.append(("Came from", source_words(line)))
    return "\n".join(f"{label}: {words}" for label, words in said if words)


def source_words(line: Line) -> str:
    """Where a line came from, in words: the report and its page, or who said so."""
    if not line.source_kind:
        return ""
    if line.source_kind == "report":
        page = f", p. {line.source_page}" if line.source_page else ""
        return f"{line.source_report or 'A report'}{page}"
    detail = f": {line.source_detail}" if line.source_detail else ""
    return f"{line.get_source_kind_display()}{detail}"


def row(label: str, was: str, now: str) -> ComparedRow:
    """One row: which words are gone, which are new."""
    if was == now:
        same = (Piece("same", now),) if now else ()
        return ComparedRow(label, "", same, same)
    change = "added" if not was else "removed" if not now else "changed"
    before, after = pieces(was, now)
    return ComparedRow(label, change, before, after)


def pieces(was: str, now: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The two texts cut where they differ, at words. Joined again, each is what it was."""
    old, new = re.findall(r"\s+|\S+", was), re.findall(r"\s+|\S+", now)
    before: list[Piece] = []
    after: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if gone:
            before.append(Piece("same" if kind == "equal" else "gone", gone))
        if come:
            after.append(Piece("same" if kind == "equal" else "new", come))
    return tuple(before), tuple(after)
