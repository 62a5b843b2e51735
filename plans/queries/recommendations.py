"""Which recommendations the child's plans cite, and which remain to be taken up (C1, C6)."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from agencies.models import Recommendation, RecommendationKind
from agencies.queries.recommendations import remaining_recommendations
from children.models import Child
from plans.models import Strategy, Target
from plans.queries.content import lines_of
from plans.rules.content import LETTERS


def used_recommendations(child: Child) -> set[UUID]:
    """The ids that any line of any plan of the child cites; a line taken off cites nothing."""
    return {
        key
        for lines in (Strategy, Target)
        for key in lines.objects.standing()
        .filter(plan__child=child, source_recommendation__isnull=False)
        .values_list("source_recommendation_id", flat=True)
    }


def remaining_for(
    child: Child, on: date, kind: RecommendationKind | str | None = None
) -> list[Recommendation]:
    """What the current reports recommend that no plan of the child has taken up; of one kind, or all."""
    return remaining_recommendations(child, on, kind, used_recommendations(child))


def where_used(recommendations: Collection[UUID]) -> dict[UUID, list[str]]:
    """The lines that cite each recommendation: "plan 2, strategy 1"; of a plan, its newest version."""
    newest: dict[tuple[UUID, int, UUID], tuple[int, Any]] = {}
    for line in _citing(recommendations):
        place = (line.source_recommendation_id, line.plan.cycle.number, line.line_key)
        if place not in newest or newest[place][0] < line.plan.version:
            newest[place] = (line.plan.version, line)
    found: dict[UUID, list[str]] = {}
    for (key, number, _), (_, line) in sorted(newest.items(), key=lambda item: item[0][1]):
        found.setdefault(key, []).append(f"plan {number}, {_name(line)}")
    return found


def plans_using(recommendations: Collection[UUID]) -> dict[UUID, list[str]]:
    """The plans that cite each recommendation, by their newest version that does: two queries."""
    newest: dict[UUID, dict[int, int]] = {}
    columns = ("source_recommendation_id", "plan__cycle__number", "plan__version")
    for lines in (Strategy, Target):
        cited = lines.objects.standing().filter(source_recommendation__in=recommendations)
        for key, number, version in cited.order_by("plan__version").values_list(*columns):
            newest.setdefault(key, {})[number] = max(newest.get(key, {}).get(number, 0), version)
    return {
        key: [f"plan {number}, version {version}" for number, version in sorted(plans.items())]
        for key, plans in newest.items()
    }


def _citing(recommendations: Collection[UUID]) -> Iterator[Any]:
    for lines in (Strategy, Target):
        cited = lines.objects.standing().filter(source_recommendation__in=recommendations)
        yield from cited.select_related("plan__cycle").order_by("plan__version", "position")


def _name(line: Any) -> str:
    """ "strategy 1", "target A": as the line is marked in its plan."""
    lines = lines_of(line.plan)
    if isinstance(line, Strategy):
        return f"strategy {_place(lines.strategies, line) + 1}"
    return f"target {LETTERS[_place(lines.targets, line)]}"


def _place(lines: Collection[Any], line: Any) -> int:
    return [other.pk for other in lines].index(line.pk)
