"""What an entry may be written against, and whether it was: keys and ids alone, for the moment of saving."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Subquery, UUIDField, Value

from children.models import Child
from plans.models import Strategy, SupportPlan, Target
from reviews.models import InterventionEntry

from .ended_lines import ended_lines


@dataclass(frozen=True, slots=True)
class Standing:
    """The plan in force with its cycle, and the id of each standing line by its key."""

    plan: SupportPlan
    strategies: dict[UUID, UUID]
    targets: dict[UUID, UUID]
    kept: UUID | None
    """The entry that the form made when it was sent before."""

    @property
    def keys(self) -> set[UUID]:
        return {*self.strategies, *self.targets}


def standing_lines(child: Child, form_token: UUID | None = None) -> Standing | None:
    """The same plan and lines that `plan_in_force` reads, without their words; None without a plan,
    and then no form has made an entry either."""
    plan = (
        SupportPlan.objects.finalised()
        .filter(child=child)
        .annotate(kept=_made_by(form_token, child))
        .select_related("cycle")
        .only("child", "cycle__number", "cycle__starts_on", "cycle__closed_on")
        .order_by("-cycle__number", "-kind")
        .first()
    )
    if plan is None:
        return None
    ended = ended_lines([plan.cycle_id]) if plan.cycle.closed_on else set()
    strategies: dict[UUID, UUID] = {}
    targets: dict[UUID, UUID] = {}
    lines = _lines(Strategy, plan, "strategy").union(_lines(Target, plan, "target"), all=True)
    for key, pk, kind in lines:
        if key not in ended:
            (strategies if kind == "strategy" else targets)[key] = pk
    return Standing(plan, strategies, targets, plan.kept)


def _made_by(form_token: UUID | None, child: Child) -> Any:
    if form_token is None:
        return Value(None, output_field=UUIDField())
    made = InterventionEntry.objects.filter(form_token=form_token, child=child).order_by()
    return Subquery(made.values("pk"))


def _lines(model: type[Strategy] | type[Target], plan: SupportPlan, kind: str) -> Any:
    rows = model._default_manager.filter(plan=plan, removed_at__isnull=True).order_by()
    return rows.values_list("line_key", "pk", Value(kind))
