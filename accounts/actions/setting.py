"""The setting itself: its name and address, and the weekdays on which it opens."""

from typing import Any

from django.db import transaction

from accounts.models import EarlyYearsSetting, Invitation
from accounts.rules.actor import Actor
from accounts.rules.roles import Role

from .calendar import calendar_changed, held
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
    """Changes name, address, phone, email and opening weekdays (0 is Monday). `StaleVersion` as ever.

    With other weekdays every open review date is worked out afresh (C4).
    """
    opened_on = held(setting).open_weekdays
    for name, value in values.items():
        setattr(setting, name, value)
    setting.record(by=by, why="Setting changed", seen_version=seen_version)
    if setting.open_weekdays != opened_on:
        calendar_changed(setting, by)
    return setting
