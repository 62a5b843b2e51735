"""When a session of a group may be written down, and who may have been there (C2.1)."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from plans.models import GroupProvisionRow, GroupSession

from .group_maps import check_can_change_row


def check_can_write_session(row: GroupProvisionRow, held_on: date, today: date) -> None:
    """The group met on a day that has been, while it ran."""
    check_can_change_row(row)
    if held_on > today:
        raise Refused("That day is still to come.", "held_on")
    if held_on < row.starts_on:
        raise Refused(f"The group began on {say_day(row.starts_on, today)}.", "held_on")
    if held_on > row.last_day:
        raise Refused(f"The group ended on {say_day(row.last_day, today)}.", "held_on")


def check_were_named(marked: Iterable[UUID], may_be: Iterable[UUID]) -> None:
    """Only children of the group are marked."""
    if set(marked) - set(may_be):
        raise Refused("A child is not in this group any more. Open the page again.", "came")


def check_session_changes(session: GroupSession) -> None:
    check_can_change_row(session.row)
    if session.taken_back_at:
        raise Refused("This session was taken back. Put it back first.")
