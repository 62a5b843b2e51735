"""The register asked of the database: names, plans, reviews, and the order of the rows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Lower, NullIf

from isp_portal.dashboards.rules.register import PlanNow, ReviewNow, Sort
from plans.models import OPEN_STATUSES, Cycle, SupportPlan
from plans.rules.lifecycle import PlanStatus
from reviews.models import InterventionEntry

from .chosen import Wanted, chosen

ANYWHERE = Wanted()


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for; empty is everything."""

    wanted: Wanted = ANYWHERE
    words: str = ""
    plan: str = ""
    review: str = ""
    sort: str = ""
    archived: bool = False

    @property
    def said(self) -> dict[str, str]:
        """As it stands in an address."""
        own = {"q": self.words, "plan": self.plan, "review": self.review, "sort": self.sort}
        own["archived"] = "on" if self.archived else ""
        return {**{name: value for name, value in own.items() if value}, **self.wanted.asked}


def found_in_register(children: Any, asked: Asked, today: date) -> Any:
    """The children of the queryset that fit, in the order that was asked for."""
    found = children.named_like(asked.words)
    found = found.archived() if asked.archived else found.active()
    found = chosen(found, asked.wanted, today)
    if asked.plan:
        found = _with_plan(found, PlanNow(asked.plan))
    if asked.review:
        found = _with_review(found, ReviewNow(asked.review), today)
    return _in_order(found, asked.sort)


def _plans(*statuses: str) -> Exists:
    return Exists(SupportPlan.objects.filter(child=OuterRef("pk"), status__in=statuses))


def _with_plan(children: Any, plan: PlanNow) -> Any:
    if plan is PlanNow.WRITING:
        return children.filter(_plans(*OPEN_STATUSES))
    in_force = PlanStatus.FINALISED.value
    if plan is PlanNow.IN_FORCE:
        return children.filter(_plans(in_force))
    return children.filter(~_plans(*OPEN_STATUSES, in_force))


def _waiting() -> Any:
    """The cycle that waits for its review: a plan of it is in force, and the review not held."""
    return Cycle.objects.filter(
        child=OuterRef("pk"),
        closed_on__isnull=True,
        due_on__isnull=False,
        plans__status=PlanStatus.FINALISED.value,
        review__held_on__isnull=True,
    )


def _with_review(children: Any, review: ReviewNow, today: date) -> Any:
    within = {
        ReviewNow.OVERDUE: {"due_on__lt": today},
        ReviewNow.IN_WINDOW: {"due_on__gte": today, "opens_on__lte": today},
        ReviewNow.RUNNING: {"opens_on__gt": today},
    }[review]
    return children.filter(Exists(_waiting().filter(**within)))


def last_entry() -> Subquery:
    """The day of the newest standing entry about the child."""
    rows = InterventionEntry.objects.standing().filter(child=OuterRef("pk"))
    return Subquery(rows.order_by("-seen_on").values("seen_on")[:1])


def _in_order(children: Any, sort: str) -> Any:
    """The name in use decides between rows that are alike."""
    in_use = Coalesce(NullIf("preferred_name", Value("")), "legal_name")
    names = (Lower(in_use), "legal_name", "pk")
    if sort == Sort.ROOM:
        return children.order_by(F("room__name").asc(nulls_last=True), *names)
    if sort == Sort.AGE:
        return children.order_by("date_of_birth", *names)
    if sort == Sort.ENTRY:
        return children.order_by(last_entry().asc(nulls_first=True), *names)
    if sort == Sort.REVIEW:
        due = Subquery(_waiting().order_by("due_on").values("due_on")[:1])
        return children.order_by(due.asc(nulls_last=True), *names)
    return children.order_by(*names)
