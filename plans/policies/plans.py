"""The path of a plan: what may start, change, be finalised, corrected or closed, and why not."""

from collections.abc import Callable, Sequence

from accounts.rules.refusal import Refused
from children.models import Child
from children.policies import check_can_change
from plans.models import RequirementDecision, SupportPlan
from plans.rules.gaps import Gap
from plans.rules.lifecycle import (
    EDITABLE,
    STATE_WORDS,
    MoveRefused,
    PlanMove,
    PlanStatus,
    check_move,
)


def allowed(check: Callable[..., None], *args: object) -> bool:
    """Does this check let it pass?"""
    try:
        check(*args)
    except Refused:
        return False
    return True


def check_plan_may(plan: SupportPlan, move: PlanMove) -> None:
    """The lifecycle table, with its sentence."""
    try:
        check_move(plan.state, move)
    except MoveRefused as refused:
        raise Refused(str(refused)) from None


def check_no_plan_is_being_written(child: Child) -> None:
    """One plan of a child is written at a time."""
    writing = SupportPlan.objects.being_written().filter(child=child).select_related("cycle")
    for plan in writing:
        raise Refused(f"Plan {plan.cycle.number} of this child is being written already.")


NOT_REQUIRED = "An ISP is not required at present. You may make one anyway: say why."
NOT_ASKED = "Nobody has been asked yet whether one is needed. Answer that first, or say why now."


def check_can_start_plan(
    child: Child, decision: RequirementDecision | None, made_anyway_because: str
) -> None:
    """ "Not required" never bars a plan: it asks for a reason (C1, C2)."""
    check_can_change(child)
    check_no_plan_is_being_written(child)
    if has_no_ground(decision) and not made_anyway_because.strip():
        asked = bool(decision and decision.outcome)
        raise Refused(NOT_REQUIRED if asked else NOT_ASKED, "made_anyway_because")


def has_no_ground(decision: RequirementDecision | None) -> bool:
    """Is there no ground: not required, or a question that could decide not asked yet?"""
    if decision is None:
        return False
    return decision.is_required is False or not decision.outcome


def can_start_plan(child: Child) -> bool:
    """May a plan be started, a reason given where one is needed?"""
    return allowed(check_can_start_plan, child, None, "")


def check_can_change_plan(plan: SupportPlan) -> None:
    """Only a draft changes; a ready plan goes back to draft first."""
    check_can_change(plan.child)
    if plan.state in EDITABLE:
        return
    if plan.is_being_written:
        raise Refused(f"{STATE_WORDS[plan.state]}. Put it back to draft to change it.")
    raise Refused(f"{STATE_WORDS[plan.state]}. A correction is a new version.")


def can_change_plan(plan: SupportPlan) -> bool:
    return allowed(check_can_change_plan, plan)


def check_can_mark_ready(plan: SupportPlan, missing: Sequence[Gap]) -> None:
    """Ready is a plan without a gap in its content."""
    check_can_change(plan.child)
    check_plan_may(plan, PlanMove.MARK_READY)
    if missing:
        others = f" And {len(missing) - 1} more." if len(missing) > 1 else ""
        raise Refused(f"{missing[0].sentence}{others}")


def check_can_put_back_to_draft(plan: SupportPlan) -> None:
    check_can_change(plan.child)
    check_plan_may(plan, PlanMove.BACK_TO_DRAFT)


def can_put_back_to_draft(plan: SupportPlan) -> bool:
    return allowed(check_can_put_back_to_draft, plan)


def check_cycle_can_follow(plan: SupportPlan) -> None:
    """Plan n + 1 is finalised only when the review of cycle n is (C4), or when it was closed."""
    running = (
        SupportPlan.objects.finalised()
        .filter(
            child=plan.child_id,
            cycle__number__lt=plan.cycle.number,
            cycle__closed_on__isnull=True,
        )
        .select_related("cycle")
    )
    for earlier in running:
        raise Refused(f"Plan {earlier.cycle.number}'s review comes first (C4).")


def check_can_finalise_plan(plan: SupportPlan, missing: Sequence[Gap]) -> None:
    """Ready, still without a gap, and the cycle before it is over. Who agreed is asked beside."""
    check_can_change(plan.child)
    check_plan_may(plan, PlanMove.FINALISE)
    if missing:
        raise Refused(missing[0].sentence)
    check_cycle_can_follow(plan)


def check_can_start_next_cycle(plan: SupportPlan, *, is_last: bool = False) -> None:
    """The plan under review is in force, and nobody is correcting it at this moment (C4).

    When none follows, no draft of a next plan may stand about either.
    """
    check_can_change(plan.child)
    if plan.state is not PlanStatus.FINALISED:
        raise Refused(f"{STATE_WORDS[plan.state]}, so no other plan follows from it.")
    writing = SupportPlan.objects.being_written().filter(child=plan.child_id, kind=plan.kind)
    for draft in writing.select_related("cycle"):
        if draft.cycle_id == plan.cycle_id:
            raise Refused("A correction of this plan is being written. Finalise or close it first.")
        if is_last:
            raise Refused(f"Plan {draft.cycle.number} is being written. Close it first.")


def check_can_correct_plan(plan: SupportPlan) -> None:
    """A correction starts from the plan in force; its cycle is still open."""
    check_can_change(plan.child)
    check_plan_may(plan, PlanMove.SUPERSEDE)
    if plan.cycle.closed_on:
        raise Refused("This cycle is over: a change belongs in the next plan.")
    check_no_plan_is_being_written(plan.child)


def can_correct_plan(plan: SupportPlan) -> bool:
    return allowed(check_can_correct_plan, plan)


def check_can_close_plan(plan: SupportPlan) -> None:
    check_plan_may(plan, PlanMove.CLOSE)


def can_close_plan(plan: SupportPlan) -> bool:
    return allowed(check_can_close_plan, plan)
