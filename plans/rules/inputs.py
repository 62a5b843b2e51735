"""From what the records hold to three inputs of the decision: agency, received, group map.

Agencies and areas of need are told apart by any plain value: an id or a code.
"""

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from agencies.rules.reports import ReportHeld
from plans.rules.requirement import Received


@dataclass(frozen=True, slots=True)
class Involved:
    """One agency's involvement; referred or on a waiting list, it has not seen the child yet."""

    agency: Hashable
    first_seen_on: date | None
    discharged_on: date | None

    def holds_on(self, on: date) -> bool:
        """Seen on or before the day, and not discharged by then (C1)?"""
        seen = self.first_seen_on is not None and self.first_seen_on <= on
        return seen and (self.discharged_on is None or on < self.discharged_on)

    def ended_by(self, on: date) -> bool:
        """Has the agency discharged the child by this day?"""
        return self.discharged_on is not None and self.discharged_on <= on


class GroupMapCover(Enum):
    """How much of a child's recorded areas of need the live rows of group maps cover."""

    NONE = "none"
    PARTLY = "partly"
    FULLY = "fully"


def received(current: Collection[ReportHeld]) -> Received:
    """What the current reports hold together: one with targets makes it targets (C1)."""
    if any(report.holds_targets for report in current):
        return Received.TARGETS
    if any(report.holds_strategies for report in current):
        return Received.STRATEGIES
    return Received.NOTHING


def agency_involved(
    involvements: Iterable[Involved], current: Collection[ReportHeld], on: date
) -> bool:
    """Has an outside agency seen the child, or is a current report of one held (C1, C2)?"""
    return bool(current) or any(involved.holds_on(on) for involved in involvements)


def reports_of_discharged(
    involvements: Collection[Involved], current: Iterable[ReportHeld], on: date
) -> tuple[ReportHeld, ...]:
    """The current reports of agencies that have discharged the child and not come back."""
    ended = {involved.agency for involved in involvements if involved.ended_by(on)}
    back = {involved.agency for involved in involvements if involved.holds_on(on)}
    return tuple(report for report in current if report.agency in ended - back)


def to_ask_for_strategies(current: Iterable[ReportHeld]) -> tuple[Hashable, ...]:
    """Agencies whose current report holds neither: ask for strategies, not for a copy (C7)."""
    return tuple(
        report.agency
        for report in current
        if not report.holds_strategies and not report.holds_targets
    )


def group_map_cover(
    areas_of_need: Collection[Hashable], live_areas: Collection[Hashable]
) -> GroupMapCover:
    """Do live rows that name the child cover every recorded area of need (C2.1)?

    Only `FULLY` exempts. A child without a recorded area is not covered by anything.
    """
    covered = set(areas_of_need) & set(live_areas)
    if not covered:
        return GroupMapCover.NONE
    return GroupMapCover.FULLY if covered == set(areas_of_need) else GroupMapCover.PARTLY
