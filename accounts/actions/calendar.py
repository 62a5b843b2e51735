"""The setting's calendar: closed days, bank holidays, a year at once. Review dates move with it.

Review dates live on floors above; so those floors register here when they start, and an action
that changes the calendar calls `calendar_changed` in its transaction.
"""

from collections.abc import Callable, Iterable
from datetime import date

from django.db import transaction

from accounts.models import Closure, EarlyYearsSetting
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from accounts.rules.school_year import NamedDays, bank_holidays

Listener = Callable[[EarlyYearsSetting, Actor], object]
_listeners: list[Listener] = []


def on_calendar_changed(listener: Listener) -> None:
    """Registers a listener, called with the setting and who changed its calendar. Once each."""
    if listener not in _listeners:
        _listeners.append(listener)


def calendar_changed(setting: EarlyYearsSetting, by: Actor) -> None:
    """Tells every listener, inside the transaction of the action that changed the calendar."""
    for listener in _listeners:
        listener(setting, by)


def held(setting: EarlyYearsSetting) -> EarlyYearsSetting:
    """The setting as stored now, locked: one change of a calendar waits for the other."""
    return EarlyYearsSetting.objects.select_for_update().get(pk=setting.pk)


@transaction.atomic
def add_closure(
    *, setting: EarlyYearsSetting, first_on: date, last_on: date, name: str, by: Actor
) -> Closure:
    """Days on which nobody comes, both included, and every open review date afresh (C4).

    `Refused` when they end before they begin, or leave a child too few open days for a review.
    """
    setting = held(setting)
    closure = _add(setting, NamedDays(name, first_on, last_on), by, "Added")
    calendar_changed(setting, by)
    return closure


@transaction.atomic
def add_closures(
    *, setting: EarlyYearsSetting, closures: Iterable[NamedDays], by: Actor
) -> list[Closure]:
    """Several at once, such as a year's. Days that stand on the list already are left out."""
    setting = held(setting)
    there = {(row.first_on, row.last_on) for row in setting.closures.all()}
    added = []
    for days in closures:
        if (days.first_on, days.last_on) not in there:
            there.add((days.first_on, days.last_on))
            added.append(_add(setting, days, by, "Added with the year"))
    if added:
        calendar_changed(setting, by)
    return added


@transaction.atomic
def add_bank_holidays(*, setting: EarlyYearsSetting, year: int, by: Actor) -> list[Closure]:
    """England's bank holidays of the school year beginning in `year`, where the setting opens.

    Days that are closed already keep their names; a second press adds nothing.
    """
    setting = held(setting)
    closed = [NamedDays(row.name, row.first_on, row.last_on) for row in setting.closures.all()]
    added = [
        _add(setting, holiday, by, "Bank holiday")
        for holiday in bank_holidays(year)
        if holiday.first_on.weekday() in setting.open_weekdays
        and not any(holiday.meets(days) for days in closed)
    ]
    if added:
        calendar_changed(setting, by)
    return added


@transaction.atomic
def remove_closure(*, closure: Closure, by: Actor) -> None:
    """Takes the days off the list; the history keeps that they were on it."""
    setting = held(closure.setting)
    closure.remove(by=by, why="Removed")
    calendar_changed(setting, by)


def _add(setting: EarlyYearsSetting, days: NamedDays, by: Actor, why: str) -> Closure:
    if days.last_on < days.first_on:
        raise Refused("The last day closed is before the first", "last_on")
    closure = Closure(setting=setting, first_on=days.first_on, last_on=days.last_on, name=days.name)
    return closure.record(by=by, why=why)
