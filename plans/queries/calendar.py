"""The setting's own calendar, and the rules of its ruleset that count the review window (C4)."""

from collections.abc import Callable
from datetime import date

from accounts.models import Closure, EarlyYearsSetting, RuleSet
from plans.rules.ruleset_data import from_data
from plans.rules.rulesets import DEFAULT, RuleSetData, ruleset_on
from plans.rules.window import Calendar


def calendar_of(setting: EarlyYearsSetting) -> Calendar:
    """Open weekdays and closures. `ValueError` while no open weekday is recorded."""
    closures = Closure.objects.filter(setting=setting).values_list("first_on", "last_on")
    return Calendar(frozenset(setting.open_weekdays), tuple(closures))


def ruleset_of(setting: EarlyYearsSetting, on: date) -> RuleSetData:
    """The version of the setting's ruleset in force on the day; the default where none is kept."""
    return rulesets_of(setting)(on)


def rulesets_of(setting: EarlyYearsSetting) -> Callable[[date], RuleSetData]:
    """`ruleset_of` for many days, read from the database once."""
    stored = RuleSet.objects.filter(code=setting.ruleset_code)
    rulesets = tuple(from_data(row.data) for row in stored)
    return lambda on: ruleset_on(setting.ruleset_code, on, rulesets) if rulesets else DEFAULT
