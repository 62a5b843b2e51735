"""The SENCO's hour as the page shows it: numbered blocks with their children, and what waits."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.http import urlencode

from accounts.models import Membership
from accounts.rules.day_words import say_day
from accounts.rules.roles import Permission
from isp_portal.dashboards.rules.due import Due, DueList
from isp_portal.dashboards.rules.hour import Block, Hour, the_hour
from isp_portal.dashboards.rules.said import called

from .next_step import STEPS, next_step

NAMED = 3
"""Children of a block who are named; the others are counted."""


class HourRow(NamedTuple):
    number: int
    task: str
    who: str
    minutes: int
    url: str


class HandOverRow(NamedTuple):
    name: str
    things: int
    url: str


class HourShown(NamedTuple):
    """`words` says what can wait and until when; `slips` how many fall due before the next hour."""

    hour: Hour
    rows: tuple[HourRow, ...]
    words: str
    slips: int
    hand_over: tuple[HandOverRow, ...]


def hour_shown(
    lists: dict[DueList, list[Due]], membership: Membership, today: date
) -> HourShown | None:
    """None for who does not lead support: a manager has no such hour."""
    if not membership.may(Permission.FINALISE_REVIEW):
        return None
    may = {task for task, step in STEPS.items() if membership.may(step.permission)}
    mine = [due for rows in lists.values() for due in rows if due.task in may]
    reader = frozenset({membership.pk.hex, str(membership.pk)})
    hour = the_hour(mine, membership.hour_minutes, reader, today)
    return HourShown(
        hour,
        tuple(_row(block, membership) for block in hour.blocks),
        _wait_words(hour, today),
        len(hour.slips),
        tuple(
            HandOverRow(name, things, "?" + urlencode({"key_person": str(UUID(member))}))
            for member, name, things in hour.hand_over
        ),
    )


def _row(block: Block, membership: Membership) -> HourRow:
    first = block.rows[0]
    url = next_step(first, membership)[1] if len(block.rows) == 1 else f"?list={first.list.value}"
    return HourRow(
        block.number,
        block.task.value,
        _names(block.rows),
        block.minutes,
        url,
    )


def _names(rows: tuple[Due, ...]) -> str:
    """ "Jaxon, Ottilie, Harpreet and 2 more"; a child with two things to do is named once."""
    names = list(dict.fromkeys(called(due) for due in rows))
    more = len(names) - NAMED
    said = ", ".join(names[:NAMED])
    return f"{said} and {more} more" if more > 0 else said


def _wait_words(hour: Hour, today: date) -> str:
    if not hour.waits or hour.wait_until is None:
        return ""
    things = "One thing" if hour.waits == 1 else f"{hour.waits:,} things"
    return f"{things} can wait until {say_day(hour.wait_until, today)}."
