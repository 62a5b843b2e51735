"""What a review is about: the standing lines of its cycle's plan, and the verdicts given so far."""

from uuid import UUID

from plans.queries.content import PlanLines, lines_of
from reviews.models import LineVerdict, Review

from .review_facts import LineUnderReview, lines_under_review, reviewed_plan


def plan_lines(review: Review) -> PlanLines:
    """The lines of the plan under review; none while it has no finalised plan."""
    plan = reviewed_plan(review)
    return lines_of(plan) if plan else PlanLines((), ())


def reviewed_lines(review: Review) -> tuple[LineUnderReview, ...]:
    """The lines that stand in it: strategies numbered, then targets lettered."""
    return lines_under_review(plan_lines(review))


def verdicts_of(review: Review) -> dict[UUID, LineVerdict]:
    """The verdicts given so far, by the key of their line."""
    return {row.line_key: row for row in LineVerdict.objects.filter(review=review)}
