"""The weekly email of what is due: for whom one of a week was written."""

from django.db import models

from .membership import Membership


class DigestOfWeek(models.Model):
    """The mark that a person's email of one week stands in the outbox, so that it goes once.

    Written with the mail in one transaction, and never changed. Holds nothing of what it said.
    """

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="digests")
    monday = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["membership", "monday"], name="one_digest_a_week")
        ]

    def __str__(self) -> str:
        return f"{self.monday}"
