"""What the pages that read a plan tell beside its words: versions, answers, the review window."""

from dataclasses import dataclass

from children.models import Child
from plans.models import Cycle, PlanSignOff, RequirementDecision, SupportPlan
from plans.queries.calendar import calendar_of, ruleset_of
from plans.rules.lifecycle import PlanStatus
from plans.rules.requirement import Outcome
from plans.rules.window import Weeks, needs_confirming, weeks
from plans.rules.words import REASONS


@dataclass(frozen=True)
class WindowNow:
    """The length of a cycle in words, and whether the SENCO is asked to confirm its date (C4)."""

    length: Weeks
    asks_to_confirm: bool

    @property
    def words(self) -> str:
        return (
            f"The review falls {self.length.elapsed_weeks} weeks after the start, with "
            f"{self.length.open_weeks} weeks of open days. The SENCO agrees this date or another."
        )


@dataclass(frozen=True)
class Reading:
    """The other plans of the child, who answered this one, and its window."""

    versions: tuple[SupportPlan, ...]
    answers: tuple[PlanSignOff, ...]
    window: WindowNow | None


def reading_of(plan: SupportPlan) -> Reading:
    others = SupportPlan.objects.filter(child=plan.child_id).exclude(pk=plan.pk)
    answers = PlanSignOff.objects.filter(plan=plan)
    return Reading(tuple(others.select_related("cycle")), tuple(answers), window_now(plan.cycle))


def reviewed_cycle(plan: SupportPlan, number: int) -> Cycle | None:
    """The child's cycle of this number with its finalised review, the minutes; else None (C8.1)."""
    cycles = Cycle.objects.filter(child=plan.child_id, number=number)
    return cycles.filter(review__finalised_at__isnull=False).select_related("review").first()


def window_now(cycle: Cycle) -> WindowNow | None:
    """None until the cycle has a start and a date, or while the setting has no opening days."""
    setting = cycle.child.setting
    if cycle.starts_on is None or cycle.due_on is None or not setting.open_weekdays:
        return None
    rules = ruleset_of(setting, cycle.starts_on).review
    length = weeks(cycle.starts_on, cycle.due_on, calendar_of(setting))
    is_agreed = bool(cycle.agreed_because)
    asks = not is_agreed and needs_confirming(cycle.starts_on, cycle.due_on, rules)
    return WindowNow(length, asks)


def is_under_way(plan: SupportPlan) -> bool:
    """Is this the version in force of a cycle that has begun and is not over?"""
    in_force = plan.state is PlanStatus.FINALISED
    return in_force and plan.cycle.starts_on is not None and plan.cycle.closed_on is None


def ground_now(child: Child) -> RequirementDecision | None:
    """The latest answer to "is an ISP required?", which a new plan rests on."""
    return RequirementDecision.objects.filter(child=child).latest_per_child().first()


def ground_words(plan: SupportPlan) -> str:
    """Why there is a plan, in one sentence: the answer that it rests on."""
    outcome = plan.ground.outcome if plan.ground else ""
    if not outcome:
        return "It was made before the two questions were answered."
    return REASONS[Outcome[outcome.upper()]].format(name=plan.child.called)
