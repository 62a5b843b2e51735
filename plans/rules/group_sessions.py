"""Counting the sessions of a group: how many there should be by now, and which group fell silent."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from plans.rules.window import Calendar

QUIET_WEEKS = 2
"""A group that should run and did not meet for so many open weeks is pointed out."""


class GroupState(Enum):
    """How a row of a group provision map stands on a day."""

    TO_COME = "to_come"
    RUNNING = "running"
    QUIET = "quiet"
    TO_MEASURE = "to_measure"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class GroupDays:
    """When a row runs, when it last met, and whether its end was measured (every child's effect
    included)."""

    starts_on: date
    ends_on: date
    last_held_on: date | None
    is_measured: bool


def sessions_planned(
    *, times_a_week: int, weeks: int, starts_on: date, until: date, calendar: Calendar
) -> int:
    """How many sessions there should have been from the first day until `until`, both included.

    A week counts by its open days: a closure plans no session. Never more than the row says in all.
    """
    open_days = sum(1 for _ in calendar.open_days(starts_on, until))
    so_far = times_a_week * open_days // len(calendar.open_weekdays)
    return min(so_far, times_a_week * weeks)


def group_state(days: GroupDays, calendar: Calendar, today: date) -> GroupState:
    """How the row stands today; silent once two open weeks passed since it met, or began."""
    if today < days.starts_on:
        return GroupState.TO_COME
    if today > days.ends_on:
        return GroupState.DONE if days.is_measured else GroupState.TO_MEASURE
    since = max(days.last_held_on or days.starts_on, days.starts_on)
    passed = sum(1 for _ in calendar.open_days(since, today)) - calendar.is_open(since)
    quiet = passed >= QUIET_WEEKS * len(calendar.open_weekdays)
    return GroupState.QUIET if quiet else GroupState.RUNNING
