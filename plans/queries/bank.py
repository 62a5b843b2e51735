"""The strategy bank of a setting: the shared strategies of `plans/bank/` under its own."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from accounts.models import EarlyYearsSetting
from children.models import AreaOfNeed
from plans.models import BankStrategy, SupportPlan
from plans.queries.content import PlanLines
from plans.queries.desk import Banked
from plans.rules.bank import BankEntry, bank_line_key, find_strategies, overlay

SHARED = Path(__file__).resolve().parent.parent / "bank"


@cache
def shared_strategies() -> tuple[BankEntry, ...]:
    """The strategies that every setting begins with, area by area."""
    return tuple(
        BankEntry(key=row.pop("code"), area=area, is_shared=True, **row)
        for area in AreaOfNeed.values
        for row in json.loads((SHARED / f"{area}.json").read_text(encoding="utf-8"))
    )


def bank_of_setting(setting_id: UUID) -> tuple[BankEntry, ...]:
    """Every strategy of the setting's bank, hidden ones too. One query."""
    rows = BankStrategy.objects.filter(setting=setting_id)
    return overlay(shared_strategies(), map(entry_of, rows))


def offered_by(setting_id: UUID) -> tuple[BankEntry, ...]:
    """What may be added to a plan: the bank without what the setting has hidden."""
    return tuple(entry for entry in bank_of_setting(setting_id) if not entry.is_hidden)


def entry_of(row: BankStrategy) -> BankEntry:
    return BankEntry(
        key=row.key,
        area=row.area,
        from_months=row.from_months,
        to_months=row.to_months,
        what_adults_do=row.what_adults_do,
        when_and_where=row.when_and_where,
        at_home=row.at_home,
        is_hidden=row.is_hidden,
    )


def kept_strategy(setting: EarlyYearsSetting, key: str) -> BankStrategy | None:
    """The setting's record under this key; a fresh one, not recorded, for a shared strategy.

    None when its bank has no such strategy.
    """
    for row in BankStrategy.objects.filter(setting=setting):
        if row.key == key:
            return row
    for entry in shared_strategies():
        if entry.key == key:
            return BankStrategy(
                setting=setting,
                code=entry.key,
                area=entry.area,
                from_months=entry.from_months,
                to_months=entry.to_months,
                **entry.words,
            )
    return None


@dataclass(frozen=True, slots=True)
class Shelved:
    """A strategy of the bank beside a plan, and whether the plan has it already."""

    entry: BankEntry
    is_in_plan: bool


def shelf_for(
    plan: SupportPlan, lines: PlanLines, carried: Iterable[Banked], wanted: Mapping[str, Any]
) -> tuple[Shelved, ...]:
    """What the bank offers to this plan. What the child's earlier plans hold is offered there."""
    earlier = {kept.strategy.line_key for kept in carried}
    here = {line.line_key for line in lines.strategies}
    keyed = (
        (entry, bank_line_key(plan.child_id, entry.key))
        for entry in find_strategies(offered_by(plan.child.setting_id), **wanted)
    )
    return tuple(Shelved(entry, key in here) for entry, key in keyed if key not in earlier)


@dataclass(frozen=True, slots=True)
class BankArea:
    """The strategies of one area of need."""

    title: str
    area: str
    entries: tuple[BankEntry, ...]


def bank_page(setting_id: UUID, wanted: Mapping[str, Any], *, hidden: bool) -> tuple[BankArea, ...]:
    """What the bank's own page lists, area by area; areas in which nothing was found are left out."""
    entries = bank_of_setting(setting_id) if hidden else offered_by(setting_id)
    found = find_strategies(entries, **wanted)
    areas = (
        BankArea(label, area, tuple(entry for entry in found if entry.area == area))
        for area, label in AreaOfNeed.choices
    )
    return tuple(part for part in areas if part.entries)
