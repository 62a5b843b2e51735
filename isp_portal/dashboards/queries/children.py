"""The list of children: everything a row says, in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from accounts.models import Membership
from accounts.rules.day_words import say_day
from accounts.rules.roles import Permission
from accounts.templatetags.portal import pill_html
from children.models import Child, ChildNeed, KeyPersonAssignment
from children.rules import Stage, fold, stage_on
from isp_portal.dashboards.rules.children import (
    AnswerNow,
    NextStep,
    PlanState,
    alike,
    decision_pill,
    known_as,
    next_step,
    say_born,
)
from plans.models import OPEN_STATUSES, RequirementDecision, SupportPlan
from plans.rules.lifecycle import PlanStatus
from reviews.queries.standing_review import StandingReview, standing_review

from .chosen import level_now
from .register import Asked, found_in_register, last_entry

ROWS_PER_PAGE = 200
EVERYBODY = Asked()


@dataclass(frozen=True, slots=True)
class ChildRow:
    """One child as the list shows it."""

    child: Child
    name: str
    second_line: str
    stage: str
    level: str
    needs: str
    decision: str
    answer_changed: bool
    plan: str
    plan_words: str
    review: SafeString | str
    review_line: str
    last_entry: str
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
    membership: Membership, *, today: date, number: str | int = 1, asked: Asked = EVERYBODY
) -> ChildrenPage:
    """The visible children who fit, 200 to a page, narrowed and sorted in the database."""
    found = found_in_register(Child.objects.visible_to(membership), asked, today)
    pages = Paginator(_with_people(found, today), ROWS_PER_PAGE)
    page = pages.get_page(number)
    return ChildrenPage(
        rows=_rows(list(page), membership, today),
        found=pages.count,
        page=page,
        query=urlencode(asked.said),
        sees_answers=membership.may(Permission.VIEW_AGENCIES),
        sees_plans=membership.may(Permission.VIEW_PLANS),
    )


def _with_people(found: Any, today: date) -> Any:
    running = KeyPersonAssignment.objects.running(today).select_related("membership__user")
    return (
        found.select_related("room")
        .annotate(level_said=level_now(today), last_entry_on=last_entry())
        .prefetch_related(
            Prefetch("key_people", queryset=running),
            Prefetch("needs", queryset=ChildNeed.objects.filter(until_on__isnull=True)),
            "stage_overrides",
        )
    )


def _rows(children: list[Child], membership: Membership, today: date) -> tuple[ChildRow, ...]:
    answers, plans = answers_of(children), plans_of(children)
    rows = [
        _row(child, membership, today, answers.get(child.pk), plans.get(child.pk))
        for child in children
    ]
    twice = alike(row.name for row in rows)
    for at, row in enumerate(rows):
        if fold(row.name) in twice:
            born = say_born(row.child.date_of_birth)
            rows[at] = replace(row, second_line=f"{row.second_line} · {born}")
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
    for plan in plans.select_related("cycle__review").order_by("cycle__number", "version"):
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
    child: Any,
    membership: Membership,
    today: date,
    answer: AnswerNow | None,
    plan: SupportPlan | None,
) -> ChildRow:
    state = plan_state(plan)
    now = _review_of(plan, today)
    sees = membership.may(Permission.VIEW_AGENCIES) and child.archived_on is None
    step = next_step(answer, state) if sees else NextStep.OPEN
    key_people = " and ".join(str(a.membership) for a in child.key_people.all())
    room = child.room.name if child.room else "No room"
    return ChildRow(
        child=child,
        name=known_as(child.legal_name, child.preferred_name),
        second_line=f"{room} · {key_people or 'No key person'}",
        stage=stage_of(child, today).label,
        level=" · ".join(part for part in (child.level_said, child.sen_provision) if part),
        needs=", ".join(str(need) for need in child.needs.all()),
        decision=decision_pill(answer, state),
        answer_changed=answer is not None and answer.waits_to_be_acknowledged,
        plan=state.value,
        plan_words=f"Plan {plan.cycle.number}" if plan else "No plan",
        review=pill_html("review", now.state.value, now.pill) if now else "",
        review_line=now.line if now else "",
        last_entry=say_day(child.last_entry_on, today) if child.last_entry_on else "",
        next_words=step.value,
        next_url=_next_url(child, step, plan, membership),
        has_to_do=step is not NextStep.OPEN,
    )


def _review_of(plan: SupportPlan | None, today: date) -> StandingReview | None:
    """Where the review of the plan in force stands; None for a plan that is being written."""
    if plan is None or plan.is_being_written:
        return None
    return standing_review(plan.cycle, getattr(plan.cycle, "review", None), today)


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
