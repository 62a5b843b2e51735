"""What may follow a line: the report's remaining recommendations, and how often it was not reached."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from agencies.models import Recommendation, Report
from plans.models import Target
from plans.queries.recommendations import remaining_for
from reviews.models import LineVerdict, Review
from reviews.rules.verdicts import TargetVerdict

from .review_facts import LineUnderReview

NOT_ACHIEVED = (TargetVerdict.PARTLY.value, TargetVerdict.NOT_YET.value)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier reviews said of a line, or of the target that it adapts: newest first."""

    verdicts: tuple[LineVerdict, ...]

    @property
    def last(self) -> LineVerdict | None:
        return next(iter(self.verdicts), None)

    @property
    def not_achieved(self) -> int:
        """Cycles in a row, up to the last one, in which it was not achieved."""
        count = 0
        for row in self.verdicts:
            if row.verdict not in NOT_ACHIEVED:
                break
            count += 1
        return count


def verdict_on(review: Review, line: LineUnderReview) -> LineVerdict:
    """The verdict that is kept, or an empty one that is not."""
    kept = LineVerdict.objects.filter(review=review, line_key=line.key)
    found = kept.select_related("next_recommendation__report__agency", "next_report").first()
    return found or LineVerdict(review=review, line_key=line.key)


def reports_held(review: Review) -> tuple[Report, ...]:
    return tuple(Report.objects.held().filter(child=review.child_id).select_related("agency"))


def offered_for(
    review: Review, line: LineUnderReview, kept: LineVerdict, on: date
) -> tuple[Recommendation, ...]:
    """The recommendations that no plan and no other line of this review has taken (C6), and the
    one that `kept` has taken."""
    kind = "target" if isinstance(line.row, Target) else "strategy"
    taken = set(
        LineVerdict.objects.filter(review=review, next_recommendation__isnull=False)
        .exclude(line_key=line.key)
        .values_list("next_recommendation", flat=True)
    )
    own = [kept.next_recommendation] if kept.next_recommendation else []
    remaining = [one for one in remaining_for(review.child, on, kind) if one not in own]
    return tuple(one for one in [*own, *remaining] if one.pk not in taken)


def earlier_of(review: Review, line: LineUnderReview) -> Earlier:
    """What earlier reviews said of one line."""
    return earlier_of_lines(review, [line.key])[line.key]


def earlier_of_lines(review: Review, keys: Iterable[UUID]) -> dict[UUID, Earlier]:
    """The same of several lines, by their keys, in a fixed number of queries."""
    adapted = dict(
        Target.objects.filter(plan__child=review.child_id, adapts__isnull=False)
        .order_by("plan__cycle__number", "plan__version")
        .values_list("line_key", "adapts__line_key")
    )
    chains = {key: _chain(key, adapted) for key in keys}
    rows = list(
        LineVerdict.objects.filter(
            review__child=review.child_id,
            review__cycle__number__lt=review.cycle.number,
            review__finalised_at__isnull=False,
            line_key__in={key for chain in chains.values() for key in chain},
        )
        .select_related("review__cycle")
        .order_by("-review__cycle__number")
    )
    return {
        key: Earlier(tuple(row for row in rows if row.line_key in chain))
        for key, chain in chains.items()
    }


def _chain(key: UUID, adapted: dict[UUID, UUID]) -> list[UUID]:
    """The line's key, then that of the target it adapts, and so on back."""
    keys = [key]
    while (before := adapted.get(keys[-1])) and before not in keys:
        keys.append(before)
    return keys
