"""To whom an issued copy was given, and why one was not (C3.2, C8.1)."""

from django.db import models

from accounts.models import Membership, TrackedModel
from children.models import ParentCarer
from plans.models import SupportPlan
from reviews.models import Review

from .issued import DocumentKind, IssuedDocument


class CopyChannel(models.TextChoices):
    HANDED_OVER = "handed_over", "Handed over"
    POST = "post", "By post"
    EMAIL = "email", "Attached to an email"
    LINK = "link", "By link"


class CopyGivenQuerySet(models.QuerySet["CopyGiven"]):
    def visible_to(self, membership: Membership) -> "CopyGivenQuerySet":
        return self.filter(document__in=IssuedDocument.objects.visible_to(membership))

    def of_plan(self, plan: SupportPlan) -> "CopyGivenQuerySet":
        """Copies of the plan itself that were given."""
        return self.filter(document__plan=plan, document__kind=DocumentKind.SUPPORT_PLAN)

    def of_minutes(self, review: Review, version: int) -> "CopyGivenQuerySet":
        """Copies of this version of the review's minutes that were given."""
        return self.filter(
            document__review=review,
            document__kind=DocumentKind.MINUTES,
            document__version=version,
        )


class CopyGiven(TrackedModel):
    """An issued copy reached its recipient: how, in which language, when, and when they said so."""

    document = models.ForeignKey(IssuedDocument, models.PROTECT, related_name="copies_given")
    channel = models.CharField(max_length=12, choices=CopyChannel.choices)
    language = models.CharField(max_length=60)
    given_on = models.DateField()
    acknowledged_on = models.DateField(null=True, blank=True)

    objects = CopyGivenQuerySet.as_manager()

    class Meta:
        ordering = ["given_on"]
        verbose_name_plural = "copies given"

    def __str__(self) -> str:
        return f"{self.document}, {self.get_channel_display().lower()}"


class CopyNotGivenQuerySet(models.QuerySet["CopyNotGiven"]):
    def visible_to(self, membership: Membership) -> "CopyNotGivenQuerySet":
        return self.filter(plan__in=SupportPlan.objects.visible_to(membership))

    def of_plan(self, plan: SupportPlan) -> "CopyNotGivenQuerySet":
        return self.filter(plan=plan, review__isnull=True)


class CopyNotGiven(TrackedModel):
    """Why a parent who may receive copies does not hold this version (C3.2).

    With a `review` it is about the minutes of that review, of which `plan` is the version reviewed.
    """

    plan = models.ForeignKey(SupportPlan, models.PROTECT, related_name="copies_not_given")
    review = models.ForeignKey(
        Review, models.PROTECT, null=True, blank=True, related_name="copies_not_given"
    )
    contact = models.ForeignKey(ParentCarer, models.PROTECT, related_name="copies_not_given")
    because = models.CharField(max_length=300)
    recorded_on = models.DateField()

    objects = CopyNotGivenQuerySet.as_manager()

    class Meta:
        ordering = ["recorded_on"]
        verbose_name_plural = "copies not given"
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "contact"],
                condition=models.Q(review__isnull=True),
                name="one_reason_per_parent",
            ),
            models.UniqueConstraint(
                fields=["review", "contact"],
                condition=models.Q(review__isnull=False),
                name="one_reason_per_parent_and_minutes",
            ),
        ]

    def __str__(self) -> str:
        return f"No copy for {self.contact}"
