"""The setting itself: its name and address, the days it opens, and the days it does not."""

from datetime import date
from typing import Any

from django.db import transaction

from accounts.models import Closure, EarlyYearsSetting, Invitation
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from accounts.rules.roles import Role

from .invitations import invite

WEEKDAYS_OF_A_NURSERY = [0, 1, 2, 3, 4]


@transaction.atomic
def create_setting(
    *, name: str, manager_email: str, manager_name: str, by: Actor
) -> tuple[EarlyYearsSetting, Invitation, str]:
    """A new setting and the invitation of its first manager, with the address of the link."""
    setting = EarlyYearsSetting(name=name, open_weekdays=WEEKDAYS_OF_A_NURSERY)
    setting.record(by=by, why="Created")
    invitation, address = invite(
        setting=setting,
        email=manager_email,
        full_name=manager_name,
        roles=[Role.MANAGER.value],
        by=by,
    )
    return setting, invitation, address


@transaction.atomic
def change_setting(
    *, setting: EarlyYearsSetting, values: dict[str, Any], seen_version: int, by: Actor
) -> EarlyYearsSetting:
    """Changes name, address, phone, email and opening weekdays (0 is Monday). `StaleVersion` as ever."""
    for name, value in values.items():
        setattr(setting, name, value)
    return setting.record(by=by, why="Setting changed", seen_version=seen_version)


@transaction.atomic
def add_closure(
    *, setting: EarlyYearsSetting, first_on: date, last_on: date, name: str, by: Actor
) -> Closure:
    """Days on which nobody comes, both included. `Refused` when they end before they begin."""
    if last_on < first_on:
        raise Refused("The last day closed is before the first", "last_on")
    closure = Closure(setting=setting, first_on=first_on, last_on=last_on, name=name)
    return closure.record(by=by, why="Added")


@transaction.atomic
def remove_closure(*, closure: Closure, by: Actor) -> None:
    """Takes the days off the list; the history keeps that they were on it."""
    closure.remove(by=by, why="Removed")
