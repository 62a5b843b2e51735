"""What a report recommends, taken from it line by line, so that it can be cited (C1, C5.1, C6)."""

from django.db import models

from accounts.models import Membership, TrackedModel
from children.models import Child

from .report import Report


class RecommendationKind(models.TextChoices):
    STRATEGY = "strategy", "Strategy"
    TARGET = "target", "Target"


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def visible_to(self, membership: Membership) -> "RecommendationQuerySet":
        return self.filter(report__child__in=Child.objects.visible_to(membership))

    def offered(self) -> "RecommendationQuerySet":
        """Those that stand, of reports that the setting still holds."""
        return self.filter(removed_on__isnull=True, report__withdrawn_on__isnull=True)


class Recommendation(TrackedModel):
    """One sentence of a report: something adults do, or a step for the child, and its page."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="recommendations")
    kind = models.CharField(max_length=8, choices=RecommendationKind.choices)
    words = models.CharField(max_length=600)
    page = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField(default=0)
    removed_on = models.DateField(null=True, blank=True)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ["report", "position", "id"]

    def __str__(self) -> str:
        return self.words
