"""When a review becomes its minutes, and why not yet (C8.1)."""

from collections.abc import Sequence

from accounts.rules.refusal import Refused
from plans.models import SupportPlan
from reviews.models import Review
from reviews.rules.minutes_gaps import MinutesGap

from .planning import check_can_write_review


def check_can_finalise_review(
    review: Review, plan: SupportPlan | None, gaps: Sequence[MinutesGap]
) -> None:
    """Held, with nothing missing: each line has its verdict, each view or its reason is there."""
    check_can_write_review(review)
    if plan is None:
        raise Refused("This cycle has no finalised plan. There is nothing to review.")
    if gaps:
        others = f" And {len(gaps) - 1} more." if len(gaps) > 1 else ""
        raise Refused(f"{gaps[0].sentence}{others}")
