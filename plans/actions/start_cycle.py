"""From a held review to the next plan: the old cycle ends, the new one begins on that day (C4, C5, C6)."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from accounts.rules.actor import Actor
from plans.models import RequirementDecision, Strategy, SupportPlan, Target, TargetStrategy
from plans.policies import check_can_start_next_cycle, has_no_ground
from plans.queries.content import PlanLines, lines_of, serving
from plans.rules.carrying import Carried, CarriedSource, CarriedStrategy, StepAfter
from plans.rules.lifecycle import PlanStatus

from .copying import copy_strategy, copy_target, copy_words
from .cycles import end_cycle, next_cycle, set_start
from .lines import remove_line
from .merging import held, write_part
from .plans import back_to_draft, close_plan

CARRIED_ON = "Carried on by the review"


@transaction.atomic
def start_cycle(
    *, plan: SupportPlan, held_on: date, carried: Carried, view: Mapping[str, Any], by: Actor
) -> SupportPlan:
    """Ends the plan's cycle on the day its review was held, and drafts the next plan from it.

    The draft starts on that day and holds what `carried` says: strategies that go on keep their
    key, a changed one with its new words, targets held, and steps linked to the targets that they
    adapt or follow. `view` are the parents' words and who said them. A draft of the next plan
    that somebody has begun already is filled, not doubled: what they wrote stays. Until the draft
    is finalised the plan stays in force. `Refused` while a correction of the plan is being written.
    """
    plan = held(plan)
    check_can_start_next_cycle(plan)
    end_cycle(cycle=plan.cycle, on=held_on, by=by, why="Review held")
    draft = _begun(plan, by) or _new_draft(plan, by)
    draft.cycle = set_start(plan=draft, starts_on=held_on, by=by)
    if any(view.values()) and not draft.parents_view:
        draft = write_part(draft, dict(view), by=by, seen_version=None, why=CARRIED_ON)
    _carry(lines_of(plan), draft, carried, by)
    return draft


@transaction.atomic
def end_support(*, plan: SupportPlan, held_on: date, because: str, by: Actor) -> SupportPlan:
    """The review closes the plan or steps down: the cycle ends on that day and none follows (C4)."""
    plan = held(plan)
    check_can_start_next_cycle(plan, is_last=True)
    return close_plan(plan=plan, because=because, by=by, on=held_on)


def _begun(plan: SupportPlan, by: Actor) -> SupportPlan | None:
    """The draft of the next plan that somebody has begun before the review was finalised."""
    begun = SupportPlan.objects.being_written().filter(
        child=plan.child_id, kind=plan.kind, cycle__number__gt=plan.cycle.number
    )
    draft = begun.select_related("cycle", "child__setting").first()
    if draft is not None and draft.state is PlanStatus.READY:
        return back_to_draft(plan=draft, by=by)
    return draft


def _new_draft(plan: SupportPlan, by: Actor) -> SupportPlan:
    draft = copy_words(plan)
    draft.cycle, draft.version = next_cycle(child=plan.child, by=by), 1
    draft.parents_view, draft.parents_view_by, draft.parents_view_on = "", None, None
    draft.parents_view_how, draft.why_no_parents_view = "", ""
    draft.ground = (
        RequirementDecision.objects.filter(child=plan.child_id).latest_per_child().first()
    )
    draft.made_anyway_because = ""
    if has_no_ground(draft.ground):
        before = f"The review of plan {plan.cycle.number} carries it on."
        draft.made_anyway_because = plan.made_anyway_because or before
    return draft.record(by=by, why=CARRIED_ON)


def _carry(lines: PlanLines, draft: SupportPlan, carried: Carried, by: Actor) -> None:
    """Writes the lines that go on and the new ones into the draft, in the order of the old plan."""
    begun = {line.line_key: line for line in lines_of(draft).all_strategies}
    kept = {line.key: line for line in carried.strategies}
    instead = {line.key: line for line in carried.instead}
    strategies: dict[UUID, Strategy] = {}
    for line in lines.strategies:
        key = line.line_key
        if key in kept and key in begun:
            strategies[key] = _change_begun(begun[key], line, kept[key], by)
        elif key in kept:
            strategies[key] = _strategy(line, draft, kept[key].words, kept[key].source, by)
        elif key in begun:
            remove_line(line=begun[key], by=by)
        if key in instead:
            new = instead[key]
            strategies[key] = _strategy(line, draft, new.words, new.source, by, key=uuid4())
    _carry_targets(lines, draft, carried, strategies, by)


def _change_begun(begun: Strategy, line: Strategy, change: CarriedStrategy, by: Actor) -> Strategy:
    """A strategy that the draft has already is changed as agreed, unless somebody rewrote it since."""
    if not change.words or begun.what_adults_do != line.what_adults_do:
        return begun
    begun.what_adults_do, begun.since_on = change.words, None
    if change.source:
        _say_source(begun, change.source)
    return begun.record(by=by, why=CARRIED_ON)


def _strategy(
    line: Strategy,
    draft: SupportPlan,
    words: str,
    source: CarriedSource | None,
    by: Actor,
    key: UUID | None = None,
) -> Strategy:
    copy = copy_strategy(line, draft)
    copy.line_key = key or line.line_key
    if words:
        copy.what_adults_do, copy.since_on = words, None
    if source:
        _say_source(copy, source)
    return copy.record(by=by, why=CARRIED_ON)


def _say_source(line: Strategy | Target, source: CarriedSource) -> None:
    line.source_kind = source.kind.value
    line.source_report_id, line.source_page = source.report, source.page
    line.source_recommendation_id, line.source_detail = source.recommendation, source.detail


def _carry_targets(
    lines: PlanLines,
    draft: SupportPlan,
    carried: Carried,
    strategies: Mapping[UUID, Strategy],
    by: Actor,
) -> None:
    already = {line.line_key for line in lines_of(draft).all_targets}
    steps = {step.key: step for step in carried.steps}
    for line in lines.targets:
        if line.line_key in carried.held_targets and line.line_key not in already:
            target = copy_target(line, draft)
        elif line.line_key in steps:
            target = _step(line, steps[line.line_key], draft)
        else:
            continue
        target.record(by=by, why=CARRIED_ON)
        for strategy in serving(line):
            if serves := strategies.get(strategy.line_key):
                TargetStrategy(target=target, strategy=serves).record(by=by, why=CARRIED_ON)


def _step(line: Target, step: StepAfter, draft: SupportPlan) -> Target:
    """A target of its own, linked to the one that it adapts or follows."""
    target = Target(
        plan=draft,
        position=line.position,
        small_step=step.small_step,
        know_when=step.know_when,
        starting_point=step.starting_point,
        is_adapted=step.is_adapted,
        adapts=line if step.is_adapted else None,
        follows=None if step.is_adapted else line,
    )
    _say_source(target, step.source)
    return target
