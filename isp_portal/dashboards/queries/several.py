"""Several children of the register at a time: who they are, and a day to offer for each review."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Prefetch

from accounts.actions.several import Told
from accounts.models import Membership
from accounts.rules.day_words import say_day
from children.models import Child, KeyPersonAssignment
from children.rules import fold
from isp_portal.dashboards.rules.children import alike, known_as, say_born
from isp_portal.documents.models import PackOf
from isp_portal.documents.queries.pack import papers_of
from plans.models import Cycle
from plans.rules.lifecycle import PlanStatus


class ChosenRow(NamedTuple):
    """A child who was chosen: what stands now, and what came of it, or would."""

    child: Child
    name: str
    now: str
    told: Told | None
    field: Any = None
    """The box of the child's own day, where each has one."""


def children_chosen(membership: Membership, keys: Iterable[UUID], today: date) -> list[Child]:
    """Those of the ids that belong to active children whom the member sees, by name."""
    running = KeyPersonAssignment.objects.running(today).select_related("membership__user")
    found = Child.objects.visible_to(membership).active().filter(pk__in=list(keys))
    with_people = found.select_related("room").prefetch_related(
        Prefetch("key_people", queryset=running)
    )
    return list(with_people.order_by("legal_name", "pk"))


def names_of(children: list[Child]) -> dict[UUID, str]:
    """The name of each, and of two children of one name the birthday too."""
    names = {child.pk: known_as(child.legal_name, child.preferred_name) for child in children}
    twice = alike(names.values())
    return {
        child.pk: f"{name}, {say_born(child.date_of_birth)}" if fold(name) in twice else name
        for child, name in zip(children, names.values(), strict=True)
    }


def key_person_rows(children: list[Child], told: list[Told]) -> list[ChosenRow]:
    by_child, names = {row.row.pk: row for row in told}, names_of(children)
    return [
        ChosenRow(
            child,
            names[child.pk],
            " and ".join(str(row.membership) for row in child.key_people.all()) or "No key person",
            by_child.get(child.pk),
        )
        for child in children
    ]


def print_rows(
    children: list[Child], of: PackOf, today: date, *, may_issue: bool
) -> list[ChosenRow]:
    """The paper that there is of each, and why nothing of a child would be printed."""
    papers, names = papers_of(children, of, today), names_of(children)
    return [
        ChosenRow(
            child,
            names[child.pk],
            papers[child.pk].words or "None",
            Told(child, papers[child.pk].refusal(may_issue=may_issue)),
        )
        for child in children
    ]


def cycles_to_plan(children: list[Child]) -> dict[UUID, Cycle]:
    """The running cycle of each child whose plan is in force and whose review has no day yet."""
    rows = Cycle.objects.filter(
        child__in=[child.pk for child in children],
        closed_on__isnull=True,
        starts_on__isnull=False,
        plans__status=PlanStatus.FINALISED.value,
        review__isnull=True,
    )
    return {row.child_id: row for row in rows.select_related("child__setting").order_by("-number")}


def days_offered(cycles: dict[UUID, Cycle], today: date) -> dict[UUID, date | None]:
    """The last day of the window, while it is still to come."""
    return {
        key: cycle.due_on if cycle.due_on and cycle.due_on >= today else None
        for key, cycle in cycles.items()
    }


def review_rows(
    children: list[Child], cycles: dict[UUID, Cycle], told: list[Told], form: Any, today: date
) -> list[ChosenRow]:
    by_child, names = {row.row.pk: row for row in told}, names_of(children)
    return [
        ChosenRow(
            child,
            names[child.pk],
            _window(cycles.get(child.pk), today),
            by_child.get(child.pk),
            form[f"day_{child.pk}"] if child.pk in cycles else None,
        )
        for child in children
    ]


def _window(cycle: Cycle | None, today: date) -> str:
    """ "Mon 16 Nov to Mon 30 Nov": the window of the cycle, or why there is nothing to plan."""
    if cycle is None:
        return "Nothing to plan: no plan runs, or its review has a day already"
    if cycle.opens_on is None or cycle.due_on is None:
        return "No date at all"
    return f"{say_day(cycle.opens_on, today)} to {say_day(cycle.due_on, today)}"
