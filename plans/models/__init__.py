"""Decisions, cycles, plans and their lines, and group provision maps."""

from .bank import BankStrategy
from .decision import RequirementDecision
from .group_map import (
    GroupProvisionChild,
    GroupProvisionMap,
    GroupProvisionRow,
    RowDecision,
    UnchangeableMap,
)
from .group_session import GroupSession, GroupSessionChild
from .lines import PROVISION_CHOICES, SOURCE_CHOICES, PlanLine, Strategy, Target, TargetStrategy
from .plan import (
    OPEN_STATUSES,
    Capacity,
    Cycle,
    PlanKind,
    PlanSignOff,
    SignOffAnswer,
    SignOffMethod,
    SupportPlan,
)
from .unchangeable import UnchangeablePlan

__all__ = [
    "OPEN_STATUSES",
    "PROVISION_CHOICES",
    "SOURCE_CHOICES",
    "BankStrategy",
    "Capacity",
    "Cycle",
    "GroupProvisionChild",
    "GroupProvisionMap",
    "GroupProvisionRow",
    "GroupSession",
    "GroupSessionChild",
    "PlanKind",
    "PlanLine",
    "PlanSignOff",
    "RequirementDecision",
    "RowDecision",
    "SignOffAnswer",
    "SignOffMethod",
    "Strategy",
    "SupportPlan",
    "Target",
    "TargetStrategy",
    "UnchangeableMap",
    "UnchangeablePlan",
]
