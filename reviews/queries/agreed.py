"""Actions: those of earlier reviews that this one looks at, and those that this one agrees on."""

from django.db.models import Q
from django.utils import timezone

from accounts.models import Membership
from reviews.models import ActionLookedAt, AgreedAction, Review


def to_look_at(review: Review) -> tuple[ActionLookedAt, ...]:
    """One row for each open action of the child's earlier reviews: kept, or empty and not kept."""
    earlier = AgreedAction.objects.filter(
        Q(closed_on__isnull=True) | Q(looked_at__review=review),
        review__child=review.child_id,
        review__cycle__number__lt=review.cycle.number,
    )
    actions = earlier.select_related("review__cycle").distinct()
    kept = {row.action_id: row for row in ActionLookedAt.objects.filter(review=review)}
    found = []
    for action in actions:
        row = kept.get(action.pk) or ActionLookedAt(review=review)
        row.action = action
        found.append(row)
    return tuple(found)


def is_first_review(review: Review) -> bool:
    """Is there no earlier review of this child?"""
    earlier = Review.objects.finalised().filter(
        child=review.child_id, cycle__number__lt=review.cycle.number
    )
    return not earlier.exists()


def actions_of(review: Review) -> tuple[AgreedAction, ...]:
    """What this review agreed on so far, in order."""
    return tuple(AgreedAction.objects.filter(review=review))


def staff_names(review: Review) -> tuple[str, ...]:
    """The names of those who work at the child's setting, to choose from."""
    staff = Membership.objects.filter(setting=review.child.setting_id)
    here = staff.active(timezone.localdate()).select_related("user")
    return tuple(sorted(str(member) for member in here))
