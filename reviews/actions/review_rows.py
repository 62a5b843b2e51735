"""The review of a cycle as it is stored: one, or none yet."""

from plans.models import Cycle
from reviews.models import Review


def review_of(cycle: Cycle) -> Review | None:
    """Called with the cycle locked, so that two people make one review between them."""
    return Review.objects.filter(cycle=cycle).first()
