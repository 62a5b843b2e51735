"""What keeps the review of a group provision map from being finished, named in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum


class GapPlace(Enum):
    """Where a gap is put right: on the review itself, or where it is told how a row went."""

    REVIEW = "review"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class RowToReview:
    """A row of the map: has it run, what was measured at its end, what the review decided."""

    key: str
    name: str
    has_run: bool
    exit_measure: str
    decision: str
    effects: tuple[tuple[str, str], ...]
    """Each child by the name it is called, with the effect written for it."""


@dataclass(frozen=True, slots=True)
class ReviewGap:
    """One thing missing, in words; `key` is the row's where it belongs to one."""

    place: GapPlace
    key: str
    words: str


def review_gaps(
    *, has_day: bool, has_people: bool, rows: Sequence[RowToReview]
) -> tuple[ReviewGap, ...]:
    """What is missing before the map is frozen. A row that never ran needs a decision alone."""
    found = []
    if not has_day:
        found.append(ReviewGap(GapPlace.REVIEW, "", "The day of the review is not said."))
    if not has_people:
        found.append(ReviewGap(GapPlace.REVIEW, "", "Who held the review is not said."))
    for row in rows:
        found += _gaps_of(row)
    return tuple(found)


def _gaps_of(row: RowToReview) -> Iterator[ReviewGap]:
    if row.has_run and not row.exit_measure:
        yield ReviewGap(GapPlace.ROW, row.key, f"{row.name} has no measure at the end.")
    if row.has_run:
        for called, effect in row.effects:
            if not effect:
                words = f"{row.name}: what changed for {called} is not written."
                yield ReviewGap(GapPlace.ROW, row.key, words)
    if not row.decision:
        yield ReviewGap(GapPlace.REVIEW, row.key, f"{row.name} has no decision.")
