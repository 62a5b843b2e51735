"""When a review becomes its minutes, and why not yet (C8.1)."""

from collections.abc import Sequence

from accounts.rules.refusal import Refused
from plans.models import SupportPlan
from plans.rules.lifecycle import PlanStatus
from reviews.models import Review
from reviews.rules.minutes_gaps import MinutesGap
from reviews.rules.verdicts import Decision

from .planning import check_can_write_review


def check_can_finalise_review(
    review: Review, plan: SupportPlan | None, gaps: Sequence[MinutesGap]
) -> None:
    """Held, with nothing missing: each line has its verdict, each view or its reason is there.

    Of a plan that somebody closed meanwhile the minutes can only say that support ends.
    """
    check_can_write_review(review)
    if plan is None:
        raise Refused("This cycle has no finalised plan. There is nothing to review.")
    ends = bool(review.decision) and Decision(review.decision).ends_support
    if plan.state is PlanStatus.CLOSED and not ends:
        raise Refused(
            f"Plan {plan.cycle.number} was closed while its review was held. "
            "Decide to step down or to close, so that the minutes say so too."
        )
    if gaps:
        others = f" And {len(gaps) - 1} more." if len(gaps) > 1 else ""
        raise Refused(f"{gaps[0].sentence}{others}")
