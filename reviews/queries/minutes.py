"""What a review says, to be read on the page: people, lines with their verdicts, views, actions."""

from dataclasses import dataclass

from reviews.models import (
    ActionLookedAt,
    AgreedAction,
    FamilyView,
    LineVerdict,
    MinutesCorrection,
    Participant,
    Review,
)

from .review_facts import LineUnderReview
from .reviewed import reviewed_lines


@dataclass(frozen=True, slots=True)
class LineSaidOf:
    """A line of the plan, and the verdict on it, or None yet."""

    line: LineUnderReview
    verdict: LineVerdict | None


@dataclass(frozen=True, slots=True)
class Minutes:
    """Everything that was written down so far."""

    people: tuple[Participant, ...]
    looked_at: tuple[ActionLookedAt, ...]
    lines: tuple[LineSaidOf, ...]
    views: tuple[FamilyView, ...]
    actions: tuple[AgreedAction, ...]
    corrections: tuple[MinutesCorrection, ...]


def minutes_of(review: Review) -> Minutes:
    """Read in a fixed number of queries."""
    rows = LineVerdict.objects.filter(review=review).select_related("next_report__agency")
    said = {row.line_key: row for row in rows}
    views = FamilyView.objects.filter(review=review).select_related("contact")
    return Minutes(
        people=tuple(Participant.objects.filter(review=review)),
        looked_at=tuple(ActionLookedAt.objects.filter(review=review).select_related("action")),
        lines=tuple(LineSaidOf(line, said.get(line.key)) for line in reviewed_lines(review)),
        views=tuple(views),
        actions=tuple(AgreedAction.objects.filter(review=review)),
        corrections=tuple(MinutesCorrection.objects.filter(review=review)),
    )
