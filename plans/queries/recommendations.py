"""Which recommendations the child's plans cite, and which remain to be taken up (C1, C6)."""

from datetime import date
from uuid import UUID

from agencies.models import Recommendation, RecommendationKind
from agencies.queries.recommendations import remaining_recommendations
from children.models import Child
from plans.models import Strategy, Target


def used_recommendations(child: Child) -> set[UUID]:
    """The ids that any line of any plan of the child cites; a line taken off cites nothing."""
    return {
        key
        for lines in (Strategy, Target)
        for key in lines.objects.filter(
            plan__child=child, removed_at__isnull=True, source_recommendation__isnull=False
        ).values_list("source_recommendation_id", flat=True)
    }


def remaining_for(child: Child, on: date, kind: RecommendationKind | str) -> list[Recommendation]:
    """What the current reports recommend of this kind that no plan of the child has taken up."""
    return remaining_recommendations(child, on, kind, used_recommendations(child))
