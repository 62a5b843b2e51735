"""To whom an issued copy was given, and why one was not (C3.2)."""

from django.db import models

from accounts.models import Membership, TrackedModel
from children.models import ParentCarer
from plans.models import SupportPlan

from .issued import IssuedDocument


class CopyChannel(models.TextChoices):
    HANDED_OVER = "handed_over", "Handed over"
    POST = "post", "By post"
    EMAIL = "email", "By email"


class CopyGivenQuerySet(models.QuerySet["CopyGiven"]):
    def visible_to(self, membership: Membership) -> "CopyGivenQuerySet":
        return self.filter(document__in=IssuedDocument.objects.visible_to(membership))


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


class CopyNotGiven(TrackedModel):
    """Why a parent who may receive copies does not hold this version (C3.2)."""

    plan = models.ForeignKey(SupportPlan, models.PROTECT, related_name="copies_not_given")
    contact = models.ForeignKey(ParentCarer, models.PROTECT, related_name="copies_not_given")
    because = models.CharField(max_length=300)
    recorded_on = models.DateField()

    objects = CopyNotGivenQuerySet.as_manager()

    class Meta:
        ordering = ["recorded_on"]
        verbose_name_plural = "copies not given"
        constraints = [
            models.UniqueConstraint(fields=["plan", "contact"], name="one_reason_per_parent")
        ]

    def __str__(self) -> str:
        return f"No copy for {self.contact}"
