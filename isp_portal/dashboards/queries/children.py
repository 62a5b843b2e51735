"""The list of children: everything a row says, in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Value
from django.db.models.functions import Coalesce, Lower, NullIf
from django.urls import reverse
from django.utils.http import urlencode

from accounts.models import Membership
from accounts.rules.roles import Permission
from children.models import Child, KeyPersonAssignment, Room
from children.rules import Stage, stage_on
from isp_portal.dashboards.rules.children import (
    AnswerNow,
    NextStep,
    PlanState,
    decision_pill,
    known_as,
    next_step,
)
from plans.models import OPEN_STATUSES, RequirementDecision, SupportPlan
from plans.rules.lifecycle import PlanStatus

ROWS_PER_PAGE = 200


@dataclass(frozen=True, slots=True)
class ChildRow:
    """One child as the list shows it."""

    child: Child
    name: str
    second_line: str
    stage: str
    decision: str
    answer_changed: bool
    plan: str
    plan_words: str
    next_words: str
    next_url: str
    has_to_do: bool
    is_first_to_do: bool = False
    """The one solid button of the list."""


@dataclass(frozen=True, slots=True)
class ChildrenPage:
    """One page of the list, and what leads to the others."""

    rows: tuple[ChildRow, ...]
    found: int
    page: Page[Child]
    query: str
    sees_answers: bool
    sees_plans: bool


def children_page(
    membership: Membership,
    *,
    today: date,
    number: str | int = 1,
    words: str = "",
    room: Room | None = None,
    archived: bool = False,
) -> ChildrenPage:
    """The visible children whose name holds the words, 200 to a page, by the name in use."""
    found = Child.objects.visible_to(membership).named_like(words)
    found = found.archived() if archived else found.active()
    if room:
        found = found.filter(room=room)
    pages = Paginator(_with_people(found, today), ROWS_PER_PAGE)
    page = pages.get_page(number)
    asked = {"q": words, "room": str(room.pk) if room else "", "archived": "on" if archived else ""}
    kept = urlencode({name: value for name, value in asked.items() if value})
    return ChildrenPage(
        rows=_rows(list(page), membership, today),
        found=pages.count,
        page=page,
        query=kept,
        sees_answers=membership.may(Permission.VIEW_AGENCIES),
        sees_plans=membership.may(Permission.VIEW_PLANS),
    )


def _with_people(found: Any, today: date) -> Any:
    running = KeyPersonAssignment.objects.running(today).select_related("membership__user")
    in_use = Coalesce(NullIf("preferred_name", Value("")), "legal_name")
    return (
        found.select_related("room")
        .prefetch_related(Prefetch("key_people", queryset=running), "stage_overrides")
        .order_by(Lower(in_use), "legal_name", "pk")
    )


def _rows(children: list[Child], membership: Membership, today: date) -> tuple[ChildRow, ...]:
    answers, plans = answers_of(children), plans_of(children)
    rows = [
        _row(child, membership, today, answers.get(child.pk), plans.get(child.pk))
        for child in children
    ]
    first = next((at for at, row in enumerate(rows) if row.has_to_do), None)
    if first is not None:
        rows[first] = replace(rows[first], is_first_to_do=True)
    return tuple(rows)


def answers_of(children: Iterable[Child]) -> dict[UUID, AnswerNow]:
    """The latest answer of each child, by the child's id."""
    latest = RequirementDecision.objects.latest_per_child().filter(child__in=list(children))
    return {
        row.child_id: AnswerNow(
            row.outcome,
            row.is_required,
            row.replaces_id is not None and row.acknowledged_at is None,
        )
        for row in latest
    }


def plans_of(children: Iterable[Child]) -> dict[UUID, SupportPlan]:
    """The plan to open for each child: the one being written, else the one in force."""
    wanted = [*OPEN_STATUSES, PlanStatus.FINALISED.value]
    plans = SupportPlan.objects.filter(child__in=list(children), status__in=wanted)
    found: dict[UUID, SupportPlan] = {}
    for plan in plans.select_related("cycle").order_by("cycle__number", "version"):
        standing = found.get(plan.child_id)
        if standing is None or plan.is_being_written or not standing.is_being_written:
            found[plan.child_id] = plan
    return found


def plan_state(plan: SupportPlan | None) -> PlanState:
    return PlanState(plan.status) if plan else PlanState.NONE


def stage_of(child: Child, today: date) -> Stage:
    """The stage from rows already fetched, so that a list asks nothing more."""
    rows = sorted(child.stage_overrides.all(), key=lambda row: (row.from_on, row.pk), reverse=True)
    rules = (row.as_rule() for row in rows)
    override = next((rule for rule in rules if rule.applies_on(today)), None)
    return stage_on(child.date_of_birth, today, override)


def _row(
    child: Child,
    membership: Membership,
    today: date,
    answer: AnswerNow | None,
    plan: SupportPlan | None,
) -> ChildRow:
    state = plan_state(plan)
    sees = membership.may(Permission.VIEW_AGENCIES) and child.archived_on is None
    step = next_step(answer, state) if sees else NextStep.OPEN
    key_people = " and ".join(str(a.membership) for a in child.key_people.all())
    room = child.room.name if child.room else "No room"
    return ChildRow(
        child=child,
        name=known_as(child.legal_name, child.preferred_name),
        second_line=f"{room} · {key_people or 'No key person'}",
        stage=stage_of(child, today).label,
        decision=decision_pill(answer, state),
        answer_changed=answer is not None and answer.waits_to_be_acknowledged,
        plan=state.value,
        plan_words=f"Plan {plan.cycle.number}" if plan else "No plan",
        next_words=step.value,
        next_url=_next_url(child, step, plan, membership),
        has_to_do=step is not NextStep.OPEN,
    )


PLACE_ON_PAGE = {
    NextStep.ASK: "#questions",
    NextStep.ACKNOWLEDGE: "#answer",
    NextStep.START: "#plans",
    NextStep.WRITE: "#plans",
    NextStep.FINALISE: "#plans",
    NextStep.CHASE: "#agencies",
    NextStep.OPEN: "",
}


def _next_url(
    child: Child, step: NextStep, plan: SupportPlan | None, membership: Membership
) -> str:
    """Straight to the page where it is done, for who may do it; else to its place on the child's."""
    if step is NextStep.START and membership.may(Permission.WRITE_PLAN):
        return reverse("plans:start", args=[child.pk])
    if step in (NextStep.WRITE, NextStep.FINALISE) and plan is not None:
        return reverse("plans:plan", args=[plan.pk])
    if step is NextStep.ASK and membership.may(Permission.ANSWER_SUPPORT_NEED):
        return reverse("children:support_need", args=[child.pk])
    return reverse("dashboards:child", args=[child.pk]) + PLACE_ON_PAGE[step]
