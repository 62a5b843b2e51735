"""A plan's lines in their order, and its content as the rules read it."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch

from plans.models import RequirementDecision, Strategy, SupportPlan, Target, TargetStrategy
from plans.rules.content import (
    PlanContent,
    Provision,
    Source,
    SourceKind,
    StrategyContent,
    TargetContent,
)
from plans.rules.gaps import Gap, gaps

EVIDENCE = "REQUIRED_EVIDENCE"


@dataclass(frozen=True)
class PlanLines:
    """The lines of one plan, in order; those taken off keep their words and stand apart."""

    all_strategies: tuple[Strategy, ...]
    all_targets: tuple[Target, ...]

    @cached_property
    def strategies(self) -> tuple[Strategy, ...]:
        return tuple(line for line in self.all_strategies if line.removed_at is None)

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        return tuple(line for line in self.all_targets if line.removed_at is None)

    @cached_property
    def removed(self) -> tuple[Strategy | Target, ...]:
        lines: tuple[Strategy | Target, ...] = (*self.all_strategies, *self.all_targets)
        return tuple(line for line in lines if line.removed_at is not None)


SOURCES = ("source_report__agency", "source_recommendation__report__agency")


def lines_of(plan: SupportPlan) -> PlanLines:
    """The plan's lines with their reports and with what serves what: three queries."""
    serving = TargetStrategy.objects.select_related("strategy")
    strategies = Strategy.objects.filter(plan=plan).select_related(*SOURCES)
    targets = (
        Target.objects.filter(plan=plan)
        .select_related(*SOURCES, "adapts__plan__cycle")
        .prefetch_related(Prefetch("served_by", queryset=serving))
    )
    return PlanLines(tuple(strategies), tuple(targets))


def plan_content(plan: SupportPlan) -> PlanContent:
    """Everything that the plan says, as plain values."""
    return content_with(plan, lines_of(plan))


def content_with(plan: SupportPlan, lines: PlanLines) -> PlanContent:
    """The same, of lines that have been read already."""
    return PlanContent(
        starts_on=plan.cycle.starts_on,
        needs_evidence=needs_evidence(plan.ground),
        primary_area=plan.primary_area,
        strengths=plan.strengths,
        matters_to_child=plan.matters_to_child,
        how_child_showed_it=plan.how_child_showed_it,
        parents_view=plan.parents_view,
        why_no_parents_view=plan.why_no_parents_view,
        what_is_difficult=plan.what_is_difficult,
        strategies=tuple(strategy_content(line) for line in lines.strategies),
        targets=tuple(target_content(line) for line in lines.targets),
    )


def plan_gaps(plan: SupportPlan) -> tuple[Gap, ...]:
    """What keeps the plan from being ready; none is ready."""
    return gaps(plan_content(plan))


def needs_evidence(ground: RequirementDecision | None) -> bool:
    """Does the plan rest on C2, so that it must show what is additional or different?"""
    if ground is None:
        return False
    return EVIDENCE in {ground.outcome.upper(), *(code.upper() for code in ground.also)}


def source_of(line: Strategy | Target) -> Source | None:
    """Where the line came from, or None while nobody has said."""
    if not line.source_kind:
        return None
    kind = SourceKind(line.source_kind)
    if kind is not SourceKind.REPORT:
        return Source(kind)
    return Source(kind, str(line.source_report or ""), line.source_page)


def strategy_content(line: Strategy) -> StrategyContent:
    return StrategyContent(
        key=str(line.line_key),
        what_adults_do=line.what_adults_do,
        when_and_where=line.when_and_where,
        who=line.who,
        source=source_of(line),
        provision=Provision(line.provision) if line.provision else None,
        different_from_what=line.different_from_what,
    )


def serving(line: Target) -> list[Strategy]:
    """The strategies that serve a target and stand in the plan."""
    rows = (row.strategy for row in line.served_by.all())
    return [strategy for strategy in rows if strategy.removed_at is None]


def target_content(line: Target) -> TargetContent:
    return TargetContent(
        key=str(line.line_key),
        small_step=line.small_step,
        starting_point=line.starting_point,
        know_when=line.know_when,
        fine_because=line.fine_because,
        served_by=tuple(str(strategy.line_key) for strategy in serving(line)),
        source=source_of(line),
        is_adapted=line.is_adapted,
        adapts=str(line.adapts_id) if line.adapts_id else None,
    )
