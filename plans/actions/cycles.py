"""The six-to-eight-week round: when it starts, when its review is due, when it ends (C4)."""

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.models import EarlyYearsSetting
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import Child
from plans.models import Cycle, SupportPlan
from plans.policies import check_can_agree_due_date, check_can_set_start
from plans.queries.calendar import calendar_of, ruleset_of, rulesets_of
from plans.rules.window import ReviewWindow, agreed_window, review_window

from .merging import held, write_part

Listener = Callable[[Cycle, Actor], object]
_on_ended: list[Listener] = []

WINDOW_NOT_SET: dict[str, date | str | None] = {
    "opens_on": None,
    "due_on": None,
    "worked_out_due_on": None,
    "moved": "",
    "agreed_because": "",
}


def next_cycle(*, child: Child, by: Actor) -> Cycle:
    """The cycle after the child's last one, not started yet. Inside the caller's transaction."""
    last = Cycle.objects.filter(child=child).order_by("-number").first()
    return Cycle(child=child, number=last.number + 1 if last else 1).record(by=by, why="Begun")


def work_windows_afresh(setting: EarlyYearsSetting, by: Actor) -> None:
    """Works out every open review window on the setting's calendar as it is now (C4).

    A date that was agreed stays; the worked-out one beside it moves. Inside the transaction that
    changed the calendar: `Refused` where it leaves a cycle too few open days.
    """
    cycles = Cycle.objects.filter(
        child__setting=setting, starts_on__isnull=False, closed_on__isnull=True
    )
    open_cycles = list(cycles.select_for_update(of=("self",)).order_by("pk"))
    for cycle, window in zip(open_cycles, _windows(open_cycles, setting), strict=True):
        values = _worked_out(window)
        if cycle.agreed_because:
            values = {name: values[name] for name in ("worked_out_due_on", "moved")}
        write_part(cycle, values, by=by, seen_version=None, why="Calendar changed")


def _windows(cycles: list[Cycle], setting: EarlyYearsSetting) -> list[ReviewWindow]:
    starts = [cycle.starts_on for cycle in cycles if cycle.starts_on]
    rules_on = rulesets_of(setting)
    try:
        calendar = calendar_of(setting) if starts else None
        return [review_window(on, calendar, rules_on(on).review) for on in starts if calendar]
    except ValueError as error:
        raise Refused(str(error)) from None


def _worked_out(window: ReviewWindow) -> dict[str, date | str | None]:
    return {
        "opens_on": window.opens_on,
        "due_on": window.due_on,
        "worked_out_due_on": window.due_on,
        "moved": window.moved.value,
    }


def window_from(child: Child, starts_on: date) -> ReviewWindow:
    """The window on the setting's own calendar. `Refused` where the calendar cannot give one."""
    rules = ruleset_of(child.setting, starts_on).review
    try:
        return review_window(starts_on, calendar_of(child.setting), rules)
    except ValueError as error:
        raise Refused(str(error), "starts_on") from None


@transaction.atomic
def set_start(
    *, plan: SupportPlan, starts_on: date | None, by: Actor, seen_version: int | None = None
) -> Cycle:
    """Sets the day on which the plan's cycle starts, and works its review window out afresh (C4).

    `seen_version` is the cycle's. A date agreed for an earlier start falls away with it. `Refused`
    beside `starts_on` for a day that cannot be; `StaleVersion` when somebody else set another.
    """
    held(plan.child.setting)  # a change of the calendar waits, or is waited for
    check_can_set_start(plan, starts_on, timezone.localdate())
    values: dict[str, date | str | None] = {"starts_on": starts_on, **WINDOW_NOT_SET}
    if starts_on == held(plan.cycle).starts_on:
        return plan.cycle
    if starts_on is not None:
        values |= _worked_out(window_from(plan.child, starts_on))
    return write_part(plan.cycle, values, by=by, seen_version=seen_version, why="Start set")


@transaction.atomic
def agree_due_date(
    *, cycle: Cycle, due_on: date, because: str, by: Actor, seen_version: int | None = None
) -> Cycle:
    """Replaces the due date by an agreed one, with the reason; the worked-out date stays (C4)."""
    check_can_agree_due_date(cycle, due_on, because)
    rules = ruleset_of(cycle.child.setting, due_on).review
    window = agreed_window(window_from(cycle.child, cycle.starts_on or due_on), due_on, rules)
    values = {"opens_on": window.opens_on, "due_on": window.due_on, "agreed_because": because}
    return write_part(cycle, values, by=by, seen_version=seen_version, why="Date agreed")


def end_cycle(*, cycle: Cycle, by: Actor, why: str, on: date | None = None) -> Cycle:
    """The cycle is over since that day, or today. Inside the caller's transaction."""
    over = {"closed_on": on or timezone.localdate()}
    ended = write_part(cycle, over, by=by, seen_version=None, why=why)
    for listener in _on_ended:
        listener(ended, by)
    return ended


def on_cycle_ended(listener: Listener) -> None:
    """Registers who is told of a cycle that is over, in the same transaction. Once per listener."""
    if listener not in _on_ended:
        _on_ended.append(listener)
