"""Which lines an entry may be written against: their keys and ids alone, for the moment of saving."""

from dataclasses import dataclass
from uuid import UUID

from children.models import Child
from plans.models import Strategy, SupportPlan, Target

from .ended_lines import ended_lines


@dataclass(frozen=True, slots=True)
class Standing:
    """The plan in force with its cycle, and the id of each standing line by its key."""

    plan: SupportPlan
    strategies: dict[UUID, UUID]
    targets: dict[UUID, UUID]

    @property
    def keys(self) -> set[UUID]:
        return {*self.strategies, *self.targets}


def standing_lines(child: Child) -> Standing | None:
    """The same plan and lines that `plan_in_force` reads, without their words; None without a plan."""
    finalised = SupportPlan.objects.finalised().filter(child=child)
    plan = (
        finalised.select_related("cycle")
        .only("child", "cycle__number", "cycle__starts_on", "cycle__closed_on")
        .order_by("-cycle__number", "-kind")
        .first()
    )
    if plan is None:
        return None
    ended = ended_lines([plan.cycle_id]) if plan.cycle.closed_on else set()
    return Standing(plan, _ids(Strategy, plan, ended), _ids(Target, plan, ended))


def _ids(
    model: type[Strategy] | type[Target], plan: SupportPlan, ended: set[UUID]
) -> dict[UUID, UUID]:
    rows = model._default_manager.filter(plan=plan, removed_at__isnull=True)
    return {key: pk for key, pk in rows.values_list("line_key", "pk") if key not in ended}
