"""What lies on the desk while a plan is written: its lines, its gaps, and what may be chosen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.utils import timezone

from agencies.models import Recommendation, RecommendationKind, Report
from agencies.queries.recommendations import remaining_recommendations
from plans.models import Strategy, SupportPlan, Target
from plans.queries.content import PlanLines, content_with, lines_of, needs_evidence, target_content
from plans.queries.recommendations import remaining_for
from plans.rules.gaps import Gap, gaps
from plans.rules.nudges import Nudge, SmartPart, nudges, passed, worth_asking

WANTED: dict[SmartPart, str] = {
    SmartPart.WHAT: "what we will see",
    SmartPart.WHERE: "where",
    SmartPart.WHO: "with whom",
    SmartPart.HOW_OFTEN: "how often",
    SmartPart.STARTING_POINT: "where the child starts from",
    SmartPart.KNOW_WHEN: "how we will know",
}


@dataclass(frozen=True)
class Offered:
    """What the lines of this plan may name: this child's reports, strategies and targets."""

    reports: tuple[Report, ...]
    strategies: tuple[Strategy, ...]
    earlier_targets: tuple[Target, ...]
    needs_evidence: bool
    recommendations: tuple[Recommendation, ...] = ()
    """What this child's current reports recommend, strategies and targets, and no line cites."""

    def recommended(self, kind: str) -> tuple[Recommendation, ...]:
        """Those that a line of this kind, "strategies" or "targets", may take up."""
        wanted = RECOMMENDED_FOR[kind]
        return tuple(row for row in self.recommendations if row.kind == wanted)


RECOMMENDED_FOR: dict[str, str] = {
    Strategy.kind: RecommendationKind.STRATEGY,
    Target.kind: RecommendationKind.TARGET,
}


@dataclass(frozen=True)
class Banked:
    """A strategy of an earlier plan of this child, and whether this plan has it already."""

    strategy: Strategy
    is_in_plan: bool


@dataclass(frozen=True)
class Desk:
    """Everything read once for a page about one plan."""

    plan: SupportPlan
    lines: PlanLines
    missing: tuple[Gap, ...]
    offered: Offered

    def to_read(self) -> "Desk":
        """The same desk for a page that asks for nothing."""
        return replace(self, missing=())

    def missing_in(self, line: Strategy | Target) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.missing if gap.line_key == str(line.line_key))


def desk_of(plan: SupportPlan) -> Desk:
    """Reads the plan's desk in a fixed number of queries, however many lines it has."""
    lines = lines_of(plan)
    offered = Offered(
        reports=reports_to_name(plan, (*lines.strategies, *lines.targets)),
        strategies=lines.strategies,
        earlier_targets=earlier_targets(plan),
        needs_evidence=needs_evidence(plan.ground),
        recommendations=tuple(remaining_for(plan.child, timezone.localdate())),
    )
    return Desk(plan, lines, gaps(content_with(plan, lines)), offered)


def reports_to_name(plan: SupportPlan, lines: Iterable[Strategy | Target]) -> tuple[Report, ...]:
    """This child's reports that are held, and those that a line of the plan names already."""
    named = {line.source_report_id for line in lines if line.source_report_id}
    reports = Report.objects.filter(child=plan.child_id).select_related("agency")
    return tuple(r for r in reports if r.withdrawn_on is None or r.pk in named)


def recommended_to(plan: SupportPlan, kind: str) -> list[Recommendation]:
    """What the child's current reports recommend for lines of this kind, taken up or not."""
    wanted = RECOMMENDED_FOR[kind]
    return remaining_recommendations(plan.child, timezone.localdate(), wanted, used=())


def earlier_targets(plan: SupportPlan) -> tuple[Target, ...]:
    """The targets of this child's earlier plans, the newest words of each."""
    found = (
        Target.objects.standing()
        .filter(plan__child=plan.child_id, plan__cycle__number__lt=plan.cycle.number)
        .exclude(plan__finalised_at=None)
        .select_related("plan__cycle")
        .order_by("-plan__cycle__number", "-plan__version", "position")
    )
    return tuple(_newest(found))


def bank_of(plan: SupportPlan, lines: PlanLines) -> tuple[Banked, ...]:
    """The strategies of this child's earlier plans, the newest words of each. Of this child only:
    what another child's plan says may name that child."""
    found = (
        Strategy.objects.standing()
        .filter(plan__child=plan.child_id, plan__cycle__number__lt=plan.cycle.number)
        .exclude(plan__finalised_at=None)
        .select_related("plan__cycle", "source_report__agency")
        .order_by("-plan__cycle__number", "-plan__version", "position")
    )
    here = {line.line_key for line in lines.strategies}
    return tuple(Banked(line, line.line_key in here) for line in _newest(found))


def _newest(lines: Iterable[Any]) -> Iterator[Any]:
    """One line per key: the first that comes."""
    seen: set[UUID] = set()
    for line in lines:
        if line.line_key not in seen:
            seen.add(line.line_key)
            yield line


def nudges_of(line: Target) -> tuple[Nudge, ...]:
    return nudges(target_content(line))


def is_passed(line: Target, nudge: Nudge) -> bool:
    """Has somebody written why the target is fine without this part?"""
    return passed(target_content(line), nudge)


def worth_a_thought(line: Target) -> str:
    """What a target might say as well, in words; empty when it says it all, or a note says why not."""
    wanted = [WANTED[nudge.part] for nudge in worth_asking(target_content(line))]
    return " or ".join(filter(None, [", ".join(wanted[:-1]), *wanted[-1:]]))
