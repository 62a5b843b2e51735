"""What a review carries into the next plan, line by line, as plain values (C5, C6). No Django, no clock."""

from dataclasses import dataclass
from uuid import UUID

from plans.rules.content import SourceKind


@dataclass(frozen=True, slots=True)
class CarriedSource:
    """Where a new or changed line came from; ids of the report and of its recommendation."""

    kind: SourceKind
    report: UUID | None = None
    recommendation: UUID | None = None
    page: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CarriedStrategy:
    """A strategy that goes on, by its key. With `words` it goes on changed."""

    key: UUID
    words: str = ""
    source: CarriedSource | None = None


@dataclass(frozen=True, slots=True)
class InsteadOf:
    """A new strategy in the place of a stopped one, by that one's key."""

    key: UUID
    words: str
    source: CarriedSource


@dataclass(frozen=True, slots=True)
class StepAfter:
    """A new target: the next step after an achieved one, or a smaller one in its place (C5, C6)."""

    key: UUID
    is_adapted: bool
    small_step: str
    know_when: str
    starting_point: str
    source: CarriedSource


@dataclass(frozen=True, slots=True)
class Carried:
    """Everything that goes on. A line that is named nowhere has ended."""

    strategies: tuple[CarriedStrategy, ...] = ()
    instead: tuple[InsteadOf, ...] = ()
    held_targets: tuple[UUID, ...] = ()
    steps: tuple[StepAfter, ...] = ()

    @property
    def going_on(self) -> frozenset[UUID]:
        """The keys of the lines that go on, changed or not."""
        return frozenset({*(line.key for line in self.strategies), *self.held_targets})
