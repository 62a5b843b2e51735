"""Keeping a setting's strategy bank. Plans that took a strategy over keep the words they took."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from accounts.models import EarlyYearsSetting, StaleVersion
from accounts.rules.actor import Actor
from plans.models import BankStrategy
from plans.policies.bank import check_can_keep_strategy

from .merging import held

FIRST_OF_OUR_OWN = 2
"""Version 1 of a shared strategy is the portal's: a setting's first words are the second."""


@transaction.atomic
def add_bank_strategy(
    *, setting: EarlyYearsSetting, values: Mapping[str, Any], by: Actor
) -> BankStrategy:
    """A strategy of the setting's own. `Refused` beside the field that is missing or cannot be."""
    check_can_keep_strategy(values)
    return BankStrategy(setting=setting, **values).record(by=by, why="Added to the bank")


@transaction.atomic
def change_bank_strategy(
    *, row: BankStrategy, values: Mapping[str, Any], seen_version: int, by: Actor
) -> BankStrategy:
    """New words for the setting's own strategy, or in the place of a shared one's.

    `StaleVersion` when somebody else changed it first. The shared words themselves never change.
    """
    check_can_keep_strategy(values)
    current = _stored(row)
    if current is None:
        row.row_version = FIRST_OF_OUR_OWN
        return _write(row, values, by, "Changed here")
    if current.row_version != seen_version:
        raise StaleVersion(current)
    return _write(current, values, by, "Changed here")


@transaction.atomic
def hide_bank_strategy(*, row: BankStrategy, is_hidden: bool, by: Actor) -> BankStrategy:
    """Hides a strategy from this setting's plans, or shows it again. Twice is once."""
    current = _stored(row)
    if current is None:
        row.row_version = FIRST_OF_OUR_OWN
        current = row
    elif current.is_hidden == is_hidden:
        return current
    return _write(current, {"is_hidden": is_hidden}, by, "Hidden" if is_hidden else "Shown again")


def _stored(row: BankStrategy) -> BankStrategy | None:
    """The record as it is stored now; None while a shared strategy has none in this setting."""
    if not row._state.adding:
        return held(row)
    same = BankStrategy.objects.filter(setting=row.setting_id, code=row.code)
    return same.select_for_update().first()


def _write(row: BankStrategy, values: Mapping[str, Any], by: Actor, why: str) -> BankStrategy:
    for name, value in values.items():
        setattr(row, name, value)
    return row.record(by=by, why=why)
