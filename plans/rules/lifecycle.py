"""The life of a plan: one table of states and the moves between them.

A finalised plan never changes: a correction is a new version that supersedes it. The moves say
only what may follow what; who may make them, and what must be filled in, is asked elsewhere.
"""

from enum import Enum


class PlanStatus(Enum):
    """Where a plan version stands."""

    DRAFT = "draft"
    READY = "ready"
    FINALISED = "finalised"
    SUPERSEDED = "superseded"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """What people call it."""
        return self.value.capitalize()


class PlanMove(Enum):
    """The named moves."""

    MARK_READY = "mark_ready"
    BACK_TO_DRAFT = "back_to_draft"
    FINALISE = "finalise"
    SUPERSEDE = "supersede"
    CLOSE = "close"


MOVES: dict[tuple[PlanStatus, PlanMove], PlanStatus] = {
    (PlanStatus.DRAFT, PlanMove.MARK_READY): PlanStatus.READY,
    (PlanStatus.DRAFT, PlanMove.CLOSE): PlanStatus.CLOSED,
    (PlanStatus.READY, PlanMove.BACK_TO_DRAFT): PlanStatus.DRAFT,
    (PlanStatus.READY, PlanMove.FINALISE): PlanStatus.FINALISED,
    (PlanStatus.READY, PlanMove.CLOSE): PlanStatus.CLOSED,
    (PlanStatus.FINALISED, PlanMove.SUPERSEDE): PlanStatus.SUPERSEDED,
    (PlanStatus.FINALISED, PlanMove.CLOSE): PlanStatus.CLOSED,
}
STATE_WORDS = {
    PlanStatus.DRAFT: "This plan is a draft",
    PlanStatus.READY: "This plan is ready, and not finalised yet",
    PlanStatus.FINALISED: "This plan is finalised and does not change",
    PlanStatus.SUPERSEDED: "A newer version has replaced this plan",
    PlanStatus.CLOSED: "This plan is closed",
}
MOVE_WORDS = {
    PlanMove.MARK_READY: "marked ready",
    PlanMove.BACK_TO_DRAFT: "put back to draft",
    PlanMove.FINALISE: "finalised",
    PlanMove.SUPERSEDE: "replaced by a newer version",
    PlanMove.CLOSE: "closed",
}
EDITABLE = frozenset({PlanStatus.DRAFT})


class MoveRefused(ValueError):
    """The move does not follow from where the plan stands; the message says so to people."""


def check_move(status: PlanStatus, move: PlanMove) -> PlanStatus:
    """The status that the move leads to. Raises MoveRefused with a sentence."""
    if (status, move) not in MOVES:
        raise MoveRefused(f"{STATE_WORDS[status]}, so it cannot be {MOVE_WORDS[move]}.")
    return MOVES[status, move]


def moves_from(status: PlanStatus) -> tuple[PlanMove, ...]:
    """The moves that a plan in this status may make."""
    return tuple(move for move in PlanMove if (status, move) in MOVES)
