"""The lines of the plan in force: what an entry may be about, in short and in their order."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from children.models import Child
from plans.models import Strategy, SupportPlan, Target
from plans.rules.content import LETTERS
from reviews.rules.words import in_short

from .ended_lines import ended_lines


@dataclass(frozen=True, slots=True)
class LineNow:
    """A strategy (numbered) or target (lettered) of the plan in force."""

    key: UUID
    mark: str
    row: Strategy | Target

    @property
    def is_target(self) -> bool:
        return isinstance(self.row, Target)

    @property
    def words(self) -> str:
        return in_short(str(self.row))

    @property
    def name(self) -> str:
        kind = "Target" if self.is_target else "Strategy"
        return f"{kind} {self.mark}" if self.mark else f"{kind}, not in the plan any more"

    @property
    def about(self) -> str:
        """ "Strategy 2 · snack and free play"."""
        row = self.row
        more = row.know_when if isinstance(row, Target) else row.when_and_where
        return f"{self.name} · {in_short(more, 48)}" if more else self.name


@dataclass(frozen=True, slots=True)
class PlanNow:
    """The plan in force of a child, with its cycle and its standing lines."""

    plan: SupportPlan
    lines: tuple[LineNow, ...]

    @property
    def strategies(self) -> tuple[LineNow, ...]:
        return tuple(line for line in self.lines if not line.is_target)


def plans_in_force(children: Iterable[Child]) -> dict[UUID, PlanNow]:
    """The finalised plan of each child that has one, by the child's id: three queries.

    A fourth where a review has ended a cycle: lines that it ended are left out, the marks of the
    others stay.
    """
    finalised = SupportPlan.objects.finalised().filter(child__in=[c.pk for c in children])
    plans: dict[UUID, SupportPlan] = {}
    for plan in finalised.select_related("cycle").order_by("cycle__number", "kind"):
        plans[plan.child_id] = plan
    keys = [plan.pk for plan in plans.values()]
    strategies, targets = _standing(Strategy, keys), _standing(Target, keys)
    ended = ended_lines([plan.cycle_id for plan in plans.values() if plan.cycle.closed_on])
    return {
        child_id: PlanNow(
            plan,
            (
                *_marked(strategies, plan, "123456789", ended),
                *_marked(targets, plan, LETTERS, ended),
            ),
        )
        for child_id, plan in plans.items()
    }


def plan_in_force(child: Child) -> PlanNow | None:
    """The finalised plan of one child, or None."""
    return plans_in_force([child]).get(child.pk)


def _standing(model: Any, plans: list[UUID]) -> list[Any]:
    return list(model.objects.filter(plan__in=plans, removed_at__isnull=True))


def _marked(
    lines: list[Any], plan: SupportPlan, marks: str, ended: set[UUID]
) -> tuple[LineNow, ...]:
    mine = [line for line in lines if line.plan_id == plan.pk]
    return tuple(
        LineNow(line.line_key, marks[n] if n < len(marks) else str(n + 1), line)
        for n, line in enumerate(mine)
        if line.line_key not in ended
    )
