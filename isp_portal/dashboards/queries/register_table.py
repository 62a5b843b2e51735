"""The register as a table that leaves the portal: the children whom the reader sees, and what they may see of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max, Prefetch

from accounts.models import Membership
from accounts.rules.cells import Cell
from accounts.rules.roles import Permission
from accounts.rules.sheets import Table
from children.models import Child, ChildNeed, KeyPersonAssignment, LevelRecord
from isp_portal.dashboards.queries.children import answers_of, plan_state, plans_of, stage_of
from isp_portal.dashboards.rules.children import AnswerNow, decision_pill
from plans.models import SupportPlan
from plans.rules.lifecycle import PlanStatus
from reviews.models import InterventionEntry

ANSWERS = {
    "not_asked": "Not asked yet",
    "awaiting_report": "Not decided yet",
    "not_required": "Not required",
    "in_place": "Required, in place",
    "required": "Required, no plan",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """One child with everything of the other floors that a row says."""

    child: Child
    today: date
    answer: AnswerNow | None
    plan: SupportPlan | None
    last_entry: date | None


Column = tuple[str, Permission, Callable[[_Row], Cell]]
"""A heading, who may see what stands below it, and what does."""


def _key_person(row: _Row) -> str:
    return " and ".join(str(one.membership) for one in row.child.key_people.all())


def _needs(row: _Row) -> str:
    return "; ".join(need.get_area_display() for need in row.child.needs.all())


def _level(row: _Row) -> str:
    return next((one.level for one in row.child.levels.all() if one.from_on <= row.today), "")


def _review_due(row: _Row) -> date | None:
    in_force = row.plan is not None and row.plan.status == PlanStatus.FINALISED.value
    return row.plan.cycle.due_on if in_force and row.plan else None


COLUMNS: tuple[Column, ...] = (
    ("Name", Permission.VIEW_CHILDREN, lambda row: row.child.legal_name),
    ("Known as", Permission.VIEW_CHILDREN, lambda row: row.child.preferred_name),
    ("Date of birth", Permission.VIEW_CHILDREN, lambda row: row.child.date_of_birth),
    ("Stage", Permission.VIEW_CHILDREN, lambda row: stage_of(row.child, row.today).label),
    ("Room", Permission.VIEW_CHILDREN, lambda row: row.child.room.name if row.child.room else ""),
    ("Key person", Permission.VIEW_CHILDREN, _key_person),
    ("First day here", Permission.EDIT_CHILD, lambda row: row.child.started_on),
    ("Language at home", Permission.EDIT_CHILD, lambda row: row.child.home_language),
    ("SEN provision", Permission.EDIT_CHILD, lambda row: row.child.sen_provision),
    ("Level", Permission.EDIT_CHILD, _level),
    ("Areas of need", Permission.EDIT_CHILD, _needs),
    (
        "Is an ISP required?",
        Permission.VIEW_AGENCIES,
        lambda row: ANSWERS[decision_pill(row.answer, plan_state(row.plan))],
    ),
    (
        "Plan",
        Permission.VIEW_PLANS,
        lambda row: (
            f"Plan {row.plan.cycle.number}, {row.plan.get_status_display().lower()}"
            if row.plan
            else ""
        ),
    ),
    ("Review due", Permission.VIEW_PLANS, _review_due),
    ("Last entry", Permission.VIEW_PLANS, lambda row: row.last_entry),
)


def register_table(membership: Membership, found: Any, *, today: date) -> tuple[Table, list[Child]]:
    """The table of the children `found` for this reader, and the children on it.

    A column that the reader's role may not see is not there. A fixed number of queries.
    """
    children = list(_with_all(found, today))
    answers, plans, entries = answers_of(children), plans_of(children), _last_entries(children)
    columns = [column for column in COLUMNS if membership.may(column[1])]
    rows = (
        [
            say(
                _Row(
                    child, today, answers.get(child.pk), plans.get(child.pk), entries.get(child.pk)
                )
            )
            for _, _, say in columns
        ]
        for child in children
    )
    heads: Sequence[str] = [heading for heading, _, _ in columns]
    return Table(f"Register {today.isoformat()}", heads, rows), children


def _with_all(found: Any, today: date) -> Any:
    running = KeyPersonAssignment.objects.running(today).select_related("membership__user")
    return found.select_related("room").prefetch_related(
        Prefetch("key_people", queryset=running),
        Prefetch("needs", queryset=ChildNeed.objects.filter(until_on__isnull=True)),
        Prefetch("levels", queryset=LevelRecord.objects.order_by("-from_on", "-id")),
        "stage_overrides",
    )


def _last_entries(children: list[Child]) -> dict[UUID, date]:
    entries = InterventionEntry.objects.filter(child__in=children)
    return dict(entries.order_by().values_list("child").annotate(Max("seen_on")))
