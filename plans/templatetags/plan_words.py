"""What templates say of a line and of a plan: where it came from, which version it is, why."""

from typing import Any

from django import template

from plans.models import PlanSignOff, SignOffAnswer, Strategy, SupportPlan, Target
from plans.queries.compare import source_words as words_of_source
from plans.queries.reading import ground_words as words_of_ground

register = template.Library()

SOURCE_ICONS = {
    "report": "page-bars",
    "setting": "people",
    "parent": "house",
    "behaviour": "speech",
}
LOOKS = {
    SignOffAnswer.AGREED: "agreed",
    SignOffAnswer.WITH_COMMENTS: "agreed_with_comments",
    SignOffAnswer.NOT_AGREED: "not_agreed",
    SignOffAnswer.NOT_REACHED: "not_reached",
}


@register.filter
def answer_look(row: PlanSignOff) -> str:
    """The state of an answer, as the pill "signature" knows it."""
    return LOOKS[SignOffAnswer(row.answer)]


@register.filter
def source_words(line: Strategy | Target) -> str:
    """{{ line|source_words }}: "Speech and language report, p. 3"."""
    return words_of_source(line)


@register.filter
def source_icon(line: Strategy | Target) -> str:
    """The icon that stands before the source."""
    return SOURCE_ICONS.get(line.source_kind, "page")


@register.filter
def plan_name(plan: SupportPlan) -> str:
    """{{ plan|plan_name }}: "Plan 3", and the version of a correction."""
    version = f", version {plan.version}" if plan.version > 1 else ""
    return f"Plan {plan.cycle.number}{version}"


@register.filter
def ground_words(plan: SupportPlan) -> str:
    """Why there is a plan, in one sentence."""
    return words_of_ground(plan)


@register.filter
def began_before(line: Strategy, plan: SupportPlan) -> bool:
    """Was the line carried on from an earlier plan?"""
    return bool(line.since_on and plan.cycle.starts_on and line.since_on < plan.cycle.starts_on)


@register.filter
def number_of(strategy: Strategy, rows: list[Any]) -> str:
    """{{ strategy|number_of:strategies }}: the number that it has on this page."""
    return next((row.mark for row in rows if row.line.pk == strategy.pk), "")
