"""Is an ISP required? The guidance's decision table, row by row (C1, C2, C2.1, C3, C7).

The table is data: the first row whose conditions hold decides, and every other ground for a plan
that also holds is reported with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from itertools import product

# The version of this table, kept with every answer that it gave.
RULES_VERSION = "2026-09"


class AdviceGiven(Enum):
    """The advice in force on the day."""

    NONE = "none"
    USE_ISP = "use_isp"
    DO_NOT_USE_ISP = "do_not_use_isp"


class Received(Enum):
    """What the current reports of the outside agencies hold."""

    NOTHING = "nothing"
    STRATEGIES = "strategies"
    TARGETS = "targets"


class Outcome(Enum):
    """The answer; the member names are the codes that are kept and printed."""

    REQUIRED_BEHAVIOUR = "required_behaviour"
    REQUIRED_ADVISED = "required_advised"
    NOT_REQUIRED_ADVISED = "not_required_advised"
    NOT_REQUIRED_AGE = "not_required_age"
    NOT_REQUIRED_TARGETS = "not_required_targets"
    REQUIRED_STRATEGIES = "required_strategies"
    AWAITING_REPORT = "awaiting_report"
    NOT_REQUIRED_NO_NEED = "not_required_no_need"
    NOT_REQUIRED_GROUP_MAP = "not_required_group_map"
    REQUIRED_EVIDENCE = "required_evidence"

    @property
    def required(self) -> bool | None:
        """True for required, False for not required, None while a report is awaited."""
        if self is Outcome.AWAITING_REPORT:
            return None
        return self.name.startswith("REQUIRED_")


@dataclass(frozen=True, slots=True)
class RequirementFacts:
    """The seven inputs as they stand on the day of the decision, in the guidance's order."""

    behaviour: bool
    advice: AdviceGiven
    preschool_or_below: bool
    agency_involved: bool
    received: Received
    must_evidence: bool
    group_map_covers: bool


FactValue = bool | AdviceGiven | Received


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what must hold, what it then says, and the clauses it rests on.

    `for_stage` marks a ground that the guidance gives to the preschool year or below only.
    """

    number: int
    when: Mapping[str, FactValue]
    outcome: Outcome
    clauses: tuple[str, ...]
    for_stage: bool = field(default=False, kw_only=True)

    def holds(self, facts: RequirementFacts) -> bool:
        """Do the row's own conditions hold, whatever the rows above it say?"""
        return all(getattr(facts, name) == value for name, value in self.when.items())

    def is_ground(self, facts: RequirementFacts) -> bool:
        """Is the row a ground for a plan in its own right, advice and row order left aside?"""
        if not self.outcome.required or (self.for_stage and not facts.preschool_or_below):
            return False
        return self.holds(facts)


TABLE = (
    Row(1, {"behaviour": True}, Outcome.REQUIRED_BEHAVIOUR, ("C3",)),
    Row(2, {"advice": AdviceGiven.USE_ISP}, Outcome.REQUIRED_ADVISED, ("C1", "C2")),
    Row(3, {"advice": AdviceGiven.DO_NOT_USE_ISP}, Outcome.NOT_REQUIRED_ADVISED, ("C1", "C2")),
    Row(4, {"preschool_or_below": False}, Outcome.NOT_REQUIRED_AGE, ("C1", "C2")),
    Row(
        5,
        {"agency_involved": True, "received": Received.TARGETS},
        Outcome.NOT_REQUIRED_TARGETS,
        ("C1",),
    ),
    Row(
        6,
        {"agency_involved": True, "received": Received.STRATEGIES},
        Outcome.REQUIRED_STRATEGIES,
        ("C1",),
        for_stage=True,
    ),
    Row(
        7,
        {"agency_involved": True, "received": Received.NOTHING},
        Outcome.AWAITING_REPORT,
        ("C7",),
    ),
    Row(
        8,
        {"agency_involved": False, "must_evidence": False},
        Outcome.NOT_REQUIRED_NO_NEED,
        ("C2",),
    ),
    Row(
        9,
        {"agency_involved": False, "must_evidence": True, "group_map_covers": True},
        Outcome.NOT_REQUIRED_GROUP_MAP,
        ("C2.1",),
    ),
    Row(
        10,
        {"agency_involved": False, "must_evidence": True, "group_map_covers": False},
        Outcome.REQUIRED_EVIDENCE,
        ("C2",),
        for_stage=True,
    ),
)

INPUT_VALUES: Mapping[str, tuple[FactValue, ...]] = {
    "behaviour": (False, True),
    "advice": tuple(AdviceGiven),
    "preschool_or_below": (False, True),
    "agency_involved": (False, True),
    "received": tuple(Received),
    "must_evidence": (False, True),
    "group_map_covers": (False, True),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer, the clauses of the row that gave it, and the other grounds that also hold."""

    outcome: Outcome
    clauses: tuple[str, ...]
    also: tuple[Outcome, ...]


Change = tuple[tuple[str, FactValue], Outcome]


def work_out(facts: RequirementFacts) -> Decision:
    """Read the table from the top for these facts."""
    row = next(row for row in TABLE if row.holds(facts))
    also = (ground.outcome for ground in TABLE if ground is not row and ground.is_ground(facts))
    return Decision(row.outcome, row.clauses, tuple(also))


def all_facts() -> tuple[RequirementFacts, ...]:
    """Every combination of the inputs, 288 of them."""
    combinations = product(*INPUT_VALUES.values())
    return tuple(RequirementFacts(*values) for values in combinations)  # type: ignore[arg-type]


_DECISIONS = {facts: work_out(facts) for facts in all_facts()}


def decide(facts: RequirementFacts) -> Decision:
    """Is an ISP required on these facts, under which clauses, and on what other grounds?

    There are 288 combinations of facts, all worked out once: a decision is a look-up.
    """
    return _DECISIONS[facts]


def what_would_change(facts: RequirementFacts) -> tuple[Change, ...]:
    """Each single changed input that gives another outcome, in the order of the inputs.

    Pairs of (field name, value) and the outcome it would give.
    """
    now = decide(facts).outcome
    changes: list[Change] = []
    for entry in fields(facts):
        for value in INPUT_VALUES[entry.name]:
            changed: Mapping[str, FactValue] = {entry.name: value}
            outcome = decide(replace(facts, **changed)).outcome  # type: ignore[arg-type]
            if outcome is not now:
                changes.append(((entry.name, value), outcome))
    return tuple(changes)
