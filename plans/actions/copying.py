"""A correction, and the plan after a review, begin with the words and the lines of the version it corrects."""

from accounts.rules.actor import Actor
from plans.models import Strategy, SupportPlan, Target, TargetStrategy
from plans.queries.content import lines_of, serving
from plans.rules.lifecycle import PlanStatus

OF_ONE_VERSION = frozenset(
    {"id", "row_version", "version", "status", "corrects", "corrected_because"}
    | {"ready_at", "ready_by", "finalised_at", "finalised_by"}
    | {"closed_at", "closed_by", "closed_because"}
)
OF_ONE_PLAN = frozenset({"id", "row_version", "plan", "removed_at", "removed_by"})


def copy_words(plan: SupportPlan) -> SupportPlan:
    """A new draft with the plan's words, not recorded yet."""
    kept = (field for field in plan._meta.concrete_fields if field.name not in OF_ONE_VERSION)
    values = {field.attname: getattr(plan, field.attname) for field in kept}
    return SupportPlan(status=PlanStatus.DRAFT.value, **values)


def copy_strategy(line: Strategy, to: SupportPlan) -> Strategy:
    """The strategy as a line of another plan, with its key, not recorded yet."""
    kept = (field for field in line._meta.concrete_fields if field.name not in OF_ONE_PLAN)
    return Strategy(plan=to, **{field.attname: getattr(line, field.attname) for field in kept})


def copy_target(line: Target, to: SupportPlan) -> Target:
    """The target as a line of another plan, with its key, not recorded yet."""
    kept = (field for field in line._meta.concrete_fields if field.name not in OF_ONE_PLAN)
    return Target(plan=to, **{field.attname: getattr(line, field.attname) for field in kept})


def copy_lines(*, source: SupportPlan, to: SupportPlan, by: Actor) -> None:
    """Copies every standing line with its key, its order, and what serves what."""
    lines = lines_of(source)
    copies = {
        line.pk: copy_strategy(line, to).record(by=by, why="Carried on")
        for line in lines.strategies
    }
    for line in lines.targets:
        target = copy_target(line, to).record(by=by, why="Carried on")
        for strategy in serving(line):
            TargetStrategy(target=target, strategy=copies[strategy.pk]).record(
                by=by, why="Carried on"
            )
