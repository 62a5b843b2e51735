"""A plan's content as plain values, its sources, and how long each text may be."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from string import ascii_uppercase

MOST_TARGETS = 4
LETTERS = ascii_uppercase
"""Targets are lettered, strategies numbered: on the page, in a gap and on paper."""

TEXT_CAPS = {
    "strengths": 2000,
    "matters_to_child": 2000,
    "how_child_showed_it": 2000,
    "parents_view": 4000,
    "why_no_parents_view": 600,
    "what_is_difficult": 2000,
    "what_adults_do": 600,
    "when_and_where": 300,
    "who": 200,
    "how_often": 200,
    "resources": 300,
    "at_home": 600,
    "different_from_what": 600,
    "small_step": 600,
    "starting_point": 600,
    "know_when": 600,
    "fine_because": 300,
    "source_page": 60,
    "source_detail": 300,
}


class SourceKind(Enum):
    """Where a line of the plan came from."""

    REPORT = "report"
    SETTING = "setting"
    PARENT = "parent"
    BEHAVIOUR = "behaviour"

    @property
    def label(self) -> str:
        """The word that stands in the source chip."""
        return _SOURCE_LABELS[self]


_SOURCE_LABELS = {
    SourceKind.REPORT: "Report",
    SourceKind.SETTING: "Setting",
    SourceKind.PARENT: "Parents",
    SourceKind.BEHAVIOUR: "Behaviour",
}


class Provision(Enum):
    """Is a strategy part of the ordinary provision, added to it, or different from it (C2)?"""

    ORDINARY = "ordinary"
    ADDITIONAL = "additional"
    DIFFERENT = "different"

    @property
    def label(self) -> str:
        """What people call it."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a line came from; a report is named, with the page on which it says so."""

    kind: SourceKind
    report: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class StrategyContent:
    """One strategy line; `key` tells lines apart and is never shown."""

    key: str
    what_adults_do: str = ""
    when_and_where: str = ""
    who: str = ""
    source: Source | None = None
    provision: Provision | None = None
    different_from_what: str = ""


@dataclass(frozen=True, slots=True)
class TargetContent:
    """One target line. `served_by` and `adapts` are the keys of strategies and of the target
    replaced; `is_adapted` says that the line was made by adapting one that was not achieved;
    `fine_because` is why it stays without a part that a nudge asks for."""

    key: str
    small_step: str = ""
    starting_point: str = ""
    know_when: str = ""
    fine_because: str = ""
    served_by: tuple[str, ...] = ()
    source: Source | None = None
    is_adapted: bool = False
    adapts: str | None = None


@dataclass(frozen=True, slots=True)
class PlanContent:
    """Everything that a plan must say before it is finalised.

    `needs_evidence` is true when the ground for the plan is C2; only an imported plan may lack
    its start.
    """

    starts_on: date | None = None
    is_imported: bool = False
    needs_evidence: bool = False
    primary_area: str = ""
    strengths: str = ""
    matters_to_child: str = ""
    how_child_showed_it: str = ""
    parents_view: str = ""
    why_no_parents_view: str = ""
    what_is_difficult: str = ""
    strategies: tuple[StrategyContent, ...] = ()
    targets: tuple[TargetContent, ...] = ()


def is_blank(text: str) -> bool:
    """Does a text say nothing?"""
    return not text.strip()


def over_cap(name: str, text: str) -> str | None:
    """A sentence when a text is longer than its cap in characters, else None."""
    over = len(text) - TEXT_CAPS[name]
    if over <= 0:
        return None
    letters = "1 character" if over == 1 else f"{over} characters"
    return f"This is {letters} too long: {TEXT_CAPS[name]} is the most."
