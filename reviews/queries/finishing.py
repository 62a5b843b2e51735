"""What keeps a review from being finalised, with the step where it is said; and what it carried on."""

from dataclasses import dataclass

from django.urls import reverse

from accounts.rules.day_words import say_number
from plans.models import SupportPlan
from plans.queries.content import lines_of
from reviews.models import Review
from reviews.rules.minutes_gaps import MinutesGap

from .review_facts import review_gaps


@dataclass(frozen=True, slots=True)
class GapPlace:
    """Something missing, and the step that says it."""

    title: str
    url: str
    words: str = ""


def gap_places(review: Review) -> tuple[GapPlace, ...]:
    return tuple(GapPlace(gap.sentence, _url(review, gap)) for gap in review_gaps(review))


def _url(review: Review, gap: MinutesGap) -> str:
    ids = [review.pk, gap.line_key] if gap.line_key else [review.pk]
    return reverse(f"reviews:review_{gap.step}", args=ids)


def gaps_heading(gaps: tuple[GapPlace, ...]) -> str:
    words = "gap" if len(gaps) == 1 else "gaps"
    return f"{say_number(len(gaps)).capitalize()} {words} to close before the minutes are final"


@dataclass(frozen=True, slots=True)
class CarriedOn:
    """The plan that follows a finalised review, or None where support ends."""

    plan: SupportPlan | None
    words: str


def what_was_carried(review: Review) -> CarriedOn:
    following = SupportPlan.objects.being_written().filter(
        child=review.child_id, cycle__number__gt=review.cycle.number
    )
    plan = following.select_related("cycle").first()
    if plan is None:
        return CarriedOn(None, "The minutes are finalised. Support ends with this review.")
    lines = lines_of(plan)
    strategies = _counted(len(lines.strategies), "strategy", "strategies")
    targets = _counted(len(lines.targets), "target", "targets")
    return CarriedOn(
        plan,
        f"The minutes are finalised. Plan {plan.cycle.number} is drafted with {strategies} and "
        f"{targets} carried on: check its words.",
    )


def _counted(count: int, one: str, several: str) -> str:
    return f"{say_number(count)} {one if count == 1 else several}"
