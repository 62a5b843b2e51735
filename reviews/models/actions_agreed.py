"""What people agreed to do at a review, and what became of it by the next."""

from django.db import models
from django.utils import timezone

from accounts.models import Membership, TrackedModel
from children.models import Child

from .review import PartOfReview, Review


class AgreedActionQuerySet(models.QuerySet["AgreedAction"]):
    def visible_to(self, membership: Membership) -> "AgreedActionQuerySet":
        return self.filter(review__child__in=Child.objects.visible_to(membership))

    def open(self) -> "AgreedActionQuerySet":
        return self.filter(closed_on__isnull=True)


class AgreedAction(TrackedModel):
    """Something to be done, by whom and by when. Its words stay once the minutes are finalised."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="agreed_actions")
    what = models.CharField(max_length=300)
    who = models.CharField(max_length=150)
    by_on = models.DateField()
    position = models.PositiveSmallIntegerField(default=0)
    closed_on = models.DateField(null=True, blank=True)

    objects = AgreedActionQuerySet.as_manager()

    class Meta:
        ordering = ["review", "position", "id"]

    def __str__(self) -> str:
        return self.what


class ActionOutcome(models.TextChoices):
    DONE = "done", "Done"
    CARRIED = "carried", "Carried on"
    DROPPED = "dropped", "No longer needed"


class ActionLookedAt(PartOfReview):
    """What this review found of an action from an earlier one."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="looked_at")
    action = models.ForeignKey(AgreedAction, models.PROTECT, related_name="looked_at")
    outcome = models.CharField(max_length=8, choices=ActionOutcome.choices)
    words = models.CharField(max_length=300, blank=True)
    looked_on = models.DateField(default=timezone.localdate)

    class Meta:
        ordering = ["action__position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "action"], name="action_looked_at_once")
        ]

    def __str__(self) -> str:
        return f"{self.action}: {self.get_outcome_display()}"
