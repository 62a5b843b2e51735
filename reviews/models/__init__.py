"""The record of intervention (C8) and the review that ends a cycle (C4, C5, C6, C8.1)."""

from .actions_agreed import ActionLookedAt, ActionOutcome, AgreedAction
from .entry import EntryLine, InterventionEntry
from .people import (
    FamilyView,
    InvitedHow,
    MinutesAnswer,
    Participant,
    Presence,
    PresentAs,
    ViewAnswer,
)
from .review import HowHeld, MinutesCorrection, PartOfReview, Review, UnchangeableReview
from .verdict import LineVerdict

__all__ = [
    "ActionLookedAt",
    "ActionOutcome",
    "AgreedAction",
    "EntryLine",
    "FamilyView",
    "HowHeld",
    "InterventionEntry",
    "InvitedHow",
    "LineVerdict",
    "MinutesAnswer",
    "MinutesCorrection",
    "PartOfReview",
    "Participant",
    "Presence",
    "PresentAs",
    "Review",
    "UnchangeableReview",
    "ViewAnswer",
]
