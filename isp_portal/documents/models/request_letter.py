"""A letter to an agency as it was issued (C6.1, C7)."""

from django.db import models

from accounts.models import Membership
from agencies.models import ReportRequest
from children.models import Child

from .issued import IssuedPaper


class RequestLetterQuerySet(models.QuerySet["RequestLetter"]):
    def visible_to(self, membership: Membership) -> "RequestLetterQuerySet":
        return self.filter(request__child__in=Child.objects.visible_to(membership))


class RequestLetter(IssuedPaper):
    """Letter `number` about one request. One of the same number that says something else replaces it."""

    request = models.ForeignKey(ReportRequest, models.PROTECT, related_name="letters")
    number = models.PositiveSmallIntegerField()

    objects = RequestLetterQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "facts_sha256"], name="same_letter_issued_once"
            )
        ]

    def __str__(self) -> str:
        return f"Letter {self.number}: {self.request}"
