"""What a line may rest on: this child's own reports, targets and strategies, and nobody else's."""

from collections.abc import Iterable, Mapping
from typing import Any

from accounts.rules.refusal import Refused
from plans.models import Strategy, SupportPlan, Target
from plans.rules.content import MOST_TARGETS

FOUR_IS_THE_MOST = "A plan has at most four targets. Take one off to add another."


def check_target_fits(plan: SupportPlan) -> None:
    """None to four targets stand in a plan."""
    standing = Target.objects.filter(plan=plan, removed_at__isnull=True)
    if standing.count() >= MOST_TARGETS:
        raise Refused(FOUR_IS_THE_MOST)


def check_source(plan: SupportPlan, values: Mapping[str, Any]) -> None:
    """A report that a line came from is about this child, and holds the recommendation named."""
    report = values.get("source_report")
    if report is not None and report.child_id != plan.child_id:
        raise Refused("Choose one of this child's reports.", "source_report")
    recommendation = values.get("source_recommendation")
    if recommendation is not None and recommendation.report != report:
        raise Refused(
            "Choose a recommendation of the report that is named.", "source_recommendation"
        )


def check_can_carry_on(plan: SupportPlan, strategy: Strategy) -> None:
    """Strategies are carried on from plan to plan of one child, never from child to child."""
    if strategy.plan.child_id != plan.child_id:
        raise Refused("Choose a strategy of this child's earlier plans.")


def check_what_target_rests_on(
    plan: SupportPlan, adapts: Target | None, served_by: Iterable[Strategy]
) -> None:
    """A target is served by strategies of its own plan and adapts a target of an earlier one."""
    if adapts is not None:
        same_child = adapts.plan.child_id == plan.child_id
        if not same_child or adapts.plan.cycle.number >= plan.cycle.number:
            raise Refused("Choose a target of this child's earlier plans.", "adapts")
    if any(strategy.plan_id != plan.pk for strategy in served_by):
        raise Refused("Choose strategies of this plan.", "strategies")
