"""The lines of a plan: added, changed, moved, taken off with their words kept, put back."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import StaleVersion
from accounts.rules.actor import Actor
from agencies.models import Recommendation
from plans.models import Strategy, SupportPlan, Target, TargetStrategy
from plans.policies import check_can_change_plan
from plans.policies.lines import (
    check_can_carry_on,
    check_source,
    check_target_fits,
    check_what_target_rests_on,
)
from plans.rules.content import SourceKind

from .copying import copy_strategy
from .merging import held, write_part

Line = Strategy | Target
SERVED_BY = "What serves it"
FROM_THE_BANK = {"source_kind": SourceKind.SETTING.value, "source_detail": "Strategy bank"}


@transaction.atomic
def add_strategy(
    *,
    plan: SupportPlan,
    line_key: UUID,
    by: Actor,
    carried_from: Strategy | None = None,
    words: Mapping[str, str] | None = None,
    recommendation: Recommendation | None = None,
) -> Strategy:
    """Adds a strategy at the end: empty, with `words` from the strategy bank, with those of a
    report's recommendation (C1), or carried on from an earlier plan of this child.

    Asked twice with the same `line_key` it is added once; one taken off before is put back.
    """
    check_can_change_plan(held(plan))
    key = carried_from.line_key if carried_from else line_key
    already = Strategy.objects.filter(plan=plan, line_key=key).first()
    if already:
        strategy: Strategy = _put_back(already, by)
        return strategy
    filled = {**FROM_THE_BANK, **words} if words else _taken_up(plan, recommendation)
    if recommendation:
        filled["what_adults_do"] = recommendation.words
    line = Strategy(line_key=key, plan=plan, **filled)
    if carried_from:
        check_can_carry_on(plan, carried_from)
        line = copy_strategy(carried_from, plan)
    line.position = _next_position(Strategy, plan)
    return line.record(by=by, why="Carried on" if carried_from else "Added")


@transaction.atomic
def add_target(
    *,
    plan: SupportPlan,
    line_key: UUID,
    by: Actor,
    recommendation: Recommendation | None = None,
) -> Target:
    """Adds a target at the end: empty, or with the words of a report's recommendation (C6).

    Asked twice with the same `line_key` it is added once; one taken off before is put back.
    `Refused` for a fifth.
    """
    check_can_change_plan(held(plan))
    already = Target.objects.filter(plan=plan, line_key=line_key).first()
    if already:
        target: Target = _put_back(already, by)
        return target
    check_target_fits(plan)
    filled = _taken_up(plan, recommendation)
    if recommendation:
        filled["small_step"] = recommendation.words
    place = _next_position(Target, plan)
    line = Target(plan=plan, line_key=line_key, position=place, **filled)
    return line.record(by=by, why="Added")


def _taken_up(plan: SupportPlan, recommendation: Recommendation | None) -> dict[str, Any]:
    """The source of a line that takes a recommendation up; nothing without one."""
    if recommendation is None:
        return {}
    source = {
        "source_kind": SourceKind.REPORT.value,
        "source_report": recommendation.report,
        "source_page": recommendation.page,
        "source_recommendation": recommendation,
    }
    check_source(plan, source)
    return source


def _next_position(model: type[Line], plan: SupportPlan) -> int:
    last = model._default_manager.filter(plan=plan).order_by("-position").first()
    return last.position + 1 if last else 0


@transaction.atomic
def change_strategy(
    *, line: Strategy, values: Mapping[str, Any], by: Actor, seen_version: int | None = None
) -> Strategy:
    """Saves a strategy's words and source. `StaleVersion` when somebody else changed them."""
    plan = held(line.plan)
    check_can_change_plan(plan)
    check_source(plan, values)
    return write_part(line, dict(values), by=by, seen_version=seen_version)


@transaction.atomic
def change_target(
    *,
    line: Target,
    values: Mapping[str, Any],
    served_by: Iterable[Strategy],
    by: Actor,
    seen_version: int | None = None,
) -> Target:
    """Saves a target's words and source, the strategies that serve it and the target it adapts."""
    plan, served_by = held(line.plan), list(served_by)
    check_can_change_plan(plan)
    check_source(plan, values)
    check_what_target_rests_on(plan, values.get("adapts"), served_by)
    written = write_part(line, dict(values), by=by, seen_version=seen_version)
    return _serve(written, served_by, seen_version, by)


def _serve(line: Target, wanted: list[Strategy], seen_version: int | None, by: Actor) -> Target:
    """Makes exactly these standing strategies serve the target; those taken off stay remembered."""
    rows = TargetStrategy.objects.filter(target=line, strategy__removed_at__isnull=True)
    now = {row.strategy_id: row for row in rows}
    ids = {strategy.pk for strategy in wanted}
    if ids == set(now):
        return line
    if seen_version is not None and _served_anew_since(line, seen_version):
        raise StaleVersion(line)
    for strategy_id, row in now.items():
        if strategy_id not in ids:
            row.remove(by=by, why="Serves it no more")
    for strategy in wanted:
        if strategy.pk not in now:
            TargetStrategy(target=line, strategy=strategy).record(by=by, why="Serves it")
    return line.record(by=by, why=SERVED_BY)


def _served_anew_since(line: Target, seen_version: int) -> bool:
    later = line.history.filter(row_version__gt=seen_version, history_change_reason=SERVED_BY)
    return bool(later.exists())


@transaction.atomic
def move_line(*, line: Line, up: bool, by: Actor) -> Line:
    """Moves a line one place among those that stand; at the end of the list nothing happens."""
    check_can_change_plan(held(line.plan))
    lines = list(type(line)._default_manager.filter(plan=line.plan_id, removed_at__isnull=True))
    here = next((i for i, other in enumerate(lines) if other.pk == line.pk), None)
    if here is None:
        return line
    there = here - 1 if up else here + 1
    if 0 <= there < len(lines):
        lines[here], lines[there] = lines[there], lines[here]
    for position, other in enumerate(lines):
        if other.position != position:
            other.position = position
            other.record(by=by, why="Moved")
    return line


@transaction.atomic
def remove_line(*, line: Line, by: Actor) -> Line:
    """Takes a line off the plan. Its words stay, and it can be put back."""
    check_can_change_plan(held(line.plan))
    line = held(line)
    if line.removed_at is None:
        line.removed_at, line.removed_by = timezone.now(), by.label
        line.record(by=by, why="Taken off")
    return line


@transaction.atomic
def put_back_line(*, line: Line, by: Actor) -> Line:
    """Puts a line back at the end of the plan. `Refused` for a fifth target."""
    check_can_change_plan(held(line.plan))
    found: Line = _put_back(held(line), by)
    return found


def _put_back(line: Any, by: Actor) -> Any:
    if line.removed_at is None:
        return line
    if isinstance(line, Target):
        check_target_fits(line.plan)
    line.removed_at, line.removed_by = None, ""
    line.position = _next_position(type(line), line.plan)
    return line.record(by=by, why="Put back")


def date_new_lines(*, plan: SupportPlan, by: Actor) -> None:
    """Says of each new line since when it stands: the cycle's start, or the day it was corrected.

    Inside the caller's transaction, just before the plan is finalised.
    """
    since = plan.cycle.starts_on if plan.version == 1 else timezone.localdate()
    for model in (Strategy, Target):
        new = model._default_manager.filter(plan=plan, removed_at__isnull=True, since_on=None)
        for line in new:
            line.since_on = since
            line.record(by=by, why="Dated")
