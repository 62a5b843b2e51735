"""The path of a plan: started, written, ready, finalised, corrected, closed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import Child
from plans.models import PlanSignOff, RequirementDecision, SupportPlan
from plans.policies import (
    check_can_change_plan,
    check_can_close_plan,
    check_can_correct_plan,
    check_can_finalise_plan,
    check_can_mark_ready,
    check_can_put_back_to_draft,
    check_can_start_plan,
    check_staff_have_agreed,
)
from plans.queries.content import plan_gaps
from plans.rules.lifecycle import PlanMove, PlanStatus, check_move

from .copying import copy_lines, copy_words
from .cycles import end_cycle, next_cycle, set_start
from .lines import date_new_lines
from .merging import held, write_part

WORDS = frozenset(
    {"primary_area", "strengths", "matters_to_child", "how_child_showed_it", "what_is_difficult"}
    | {"parents_view", "parents_view_by", "parents_view_on", "parents_view_how"}
    | {"why_no_parents_view", "starting_point_on"}
    | {"starting_point_tracker", "starting_point_band"}
)


@transaction.atomic
def start_plan(
    *, child: Child, by: Actor, starts_on: date | None = None, made_anyway_because: str = ""
) -> SupportPlan:
    """Begins the child's next cycle with a draft of its plan (C1, C2, C3).

    The ground is the latest answer to "is an ISP required?". `Refused` while another plan of the
    child is being written, or beside `made_anyway_because` when an answer "not required" has no
    reason to make one anyway. The primary area comes from the child's record; nothing else does.
    """
    child = held(child)
    ground = RequirementDecision.objects.filter(child=child).latest_per_child().first()
    check_can_start_plan(child, ground, made_anyway_because)
    plan = SupportPlan(
        child=child,
        cycle=next_cycle(child=child, by=by),
        ground=ground,
        made_anyway_because=made_anyway_because,
        primary_area=_primary_area(child),
    ).record(by=by, why="Started")
    if starts_on is not None:
        plan.cycle = set_start(plan=plan, starts_on=starts_on, by=by)
    return plan


def _primary_area(child: Child) -> str:
    need = child.needs.filter(is_primary=True, until_on__isnull=True).first()
    return need.area if need else ""


@transaction.atomic
def change_section(
    *, plan: SupportPlan, values: Mapping[str, Any], by: Actor, seen_version: int | None = None
) -> SupportPlan:
    """Saves some of the plan's words; a draft saves with anything missing.

    `values` are cleaned fields of `WORDS`. `StaleVersion` when somebody else changed the same
    words since `seen_version`; another section saved meanwhile is no conflict.
    """
    if unknown := set(values) - WORDS:
        raise ValueError(f"Not words of a plan: {sorted(unknown)}")
    check_can_change_plan(held(plan))
    contact = values.get("parents_view_by")
    if contact is not None and contact.child_id != plan.child_id:
        raise Refused("Choose one of this child's contacts.", "parents_view_by")
    return write_part(plan, dict(values), by=by, seen_version=seen_version)


@transaction.atomic
def mark_ready(*, plan: SupportPlan, by: Actor) -> SupportPlan:
    """Draft to ready. `Refused` with the first gap in words while there is one."""
    plan = held(plan)
    check_can_mark_ready(plan, plan_gaps(plan))
    plan.status = check_move(plan.state, PlanMove.MARK_READY).value
    plan.ready_at, plan.ready_by = timezone.now(), by.label
    return plan.record(by=by, why="Marked ready")


@transaction.atomic
def back_to_draft(*, plan: SupportPlan, by: Actor) -> SupportPlan:
    """Ready to draft, so that it can change. What was agreed is agreed no more: history keeps it."""
    plan = held(plan)
    check_can_put_back_to_draft(plan)
    for answer in PlanSignOff.objects.filter(plan=plan):
        answer.remove(by=by, why="The plan went back to draft")
    plan.status = check_move(plan.state, PlanMove.BACK_TO_DRAFT).value
    plan.ready_at, plan.ready_by = None, ""
    return plan.record(by=by, why="Back to draft")


@transaction.atomic
def finalise_plan(*, plan: SupportPlan, by: Actor) -> SupportPlan:
    """Ready to finalised: from now on it never changes.

    `Refused` while there is a gap, while the key person or the SENCO has not agreed, or while an
    earlier cycle waits for its review (C4). The version it replaces becomes superseded.
    """
    plan = held(plan)
    check_can_finalise_plan(plan, plan_gaps(plan))
    check_staff_have_agreed(plan)
    date_new_lines(plan=plan, by=by)
    for replaced in SupportPlan.objects.finalised().filter(child=plan.child_id, kind=plan.kind):
        replaced.status = check_move(replaced.state, PlanMove.SUPERSEDE).value
        replaced.record(by=by, why=f"Replaced by plan {plan.cycle.number} version {plan.version}")
    plan.status = check_move(plan.state, PlanMove.FINALISE).value
    plan.finalised_at, plan.finalised_by = timezone.now(), by.label
    return plan.record(by=by, why="Finalised")


@transaction.atomic
def correct_plan(*, plan: SupportPlan, because: str, by: Actor) -> SupportPlan:
    """A new draft version inside the cycle, with the words and lines of the plan in force.

    It keeps the start and the window. The finalised version stays in force until this one is
    finalised. `Refused` without a reason, or while a plan of the child is being written.
    """
    held(plan.child)
    plan = held(plan)
    check_can_correct_plan(plan)
    if not because.strip():
        raise Refused("Say what is being corrected.", "because")
    version = SupportPlan.objects.filter(cycle=plan.cycle_id).order_by("-version")[0].version + 1
    correction = copy_words(plan)
    correction.version, correction.corrects = version, plan
    correction.corrected_because = because
    correction.record(by=by, why=f"Correction: {because}")
    copy_lines(source=plan, to=correction, by=by)
    return correction


@transaction.atomic
def close_plan(
    *, plan: SupportPlan, because: str, by: Actor, on: date | None = None
) -> SupportPlan:
    """Closes a plan with a reason, and its cycle with it, on that day or today. Nothing is deleted.

    A correction that is closed leaves the version in force, and the cycle, as they are. A draft
    correction of a plan that is closed goes with it.
    """
    plan = held(plan)
    check_can_close_plan(plan)
    if not because.strip():
        raise Refused("Say why the plan is closed.", "because")
    if plan.state is PlanStatus.FINALISED:
        for draft in SupportPlan.objects.being_written().filter(cycle=plan.cycle_id):
            _close(draft, because, by)
    closed = _close(plan, because, by)
    if not SupportPlan.objects.finalised().filter(cycle=plan.cycle_id).exists():
        end_cycle(cycle=plan.cycle, on=on, by=by, why=f"Plan closed: {because}")
    return closed


def _close(plan: SupportPlan, because: str, by: Actor) -> SupportPlan:
    plan.status = check_move(plan.state, PlanMove.CLOSE).value
    plan.closed_at, plan.closed_by, plan.closed_because = timezone.now(), by.label, because
    return plan.record(by=by, why=f"Closed: {because}")
