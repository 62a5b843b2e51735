"""Consent of a holder of parental responsibility to contact with an agency (C7)."""

from datetime import date

from django.db import models

from accounts.models import Membership, TrackedModel
from children.models import Child, ParentCarer

from .agency import Agency


class ConsentPurpose(models.TextChoices):
    CONTACT = "contact", "Contact about the child"
    ASK_REPORT = "ask_report", "Ask for a report"
    SHARE_REPORT = "share_report", "Share a report"
    REFER = "refer", "Refer"
    INVITE = "invite", "Invite to a review"
    PASS_ON = "pass_on", "Pass on when the child moves"


class ConsentAnswer(models.TextChoices):
    GIVEN = "given", "Given"
    REFUSED = "refused", "Refused"


class ConsentHow(models.TextChoices):
    IN_PERSON = "in_person", "In person"
    PAPER = "paper", "Signed on paper"
    EMAIL = "email", "By email"
    PHONE = "phone", "By phone"


class ConsentQuerySet(models.QuerySet["Consent"]):
    def visible_to(self, membership: Membership) -> "ConsentQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))

    def in_force(self, on: date) -> "ConsentQuerySet":
        """Given, not withdrawn and not run out on the day."""
        return self.filter(
            models.Q(until_on__isnull=True) | models.Q(until_on__gte=on),
            answer=ConsentAnswer.GIVEN,
            given_on__lte=on,
            withdrawn_on__isnull=True,
        )


class Consent(TrackedModel):
    """One adult's answer: which agency, for which purpose, and what may be shared.

    Withdrawn, never deleted.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="consents")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="consents")
    contact = models.ForeignKey(ParentCarer, models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=12, choices=ConsentPurpose.choices)
    answer = models.CharField(max_length=8, choices=ConsentAnswer.choices)
    what_may_be_shared = models.CharField(max_length=300, blank=True)
    refused_because = models.CharField(max_length=300, blank=True)
    how = models.CharField(max_length=10, choices=ConsentHow.choices)
    given_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-id"]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}: {self.get_answer_display().lower()}, {self.agency}"
