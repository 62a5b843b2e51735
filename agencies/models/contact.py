"""What went to an agency about a child, beside requests and invitations: each under a consent (C7)."""

from django.db import models

from accounts.models import Membership, TrackedModel
from children.models import Child

from .agency import Agency
from .consent import ConsentPurpose
from .report import Report

OTHER_PURPOSES = (
    ConsentPurpose.CONTACT,
    ConsentPurpose.SHARE_REPORT,
    ConsentPurpose.REFER,
    ConsentPurpose.PASS_ON,
)
"""Asking for a report and inviting to a review have records of their own."""


class AgencyContactQuerySet(models.QuerySet["AgencyContact"]):
    def visible_to(self, membership: Membership) -> "AgencyContactQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))


class AgencyContact(TrackedModel):
    """An agency was spoken to, sent a report, sent a referral, or told what we know at a move."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="agency_contacts")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="child_contacts")
    purpose = models.CharField(max_length=12, choices=[(p.value, p.label) for p in OTHER_PURPOSES])
    report = models.ForeignKey(
        Report, models.PROTECT, null=True, blank=True, related_name="shared_with"
    )
    what = models.CharField(max_length=300)
    how = models.CharField(max_length=120)
    contacted_on = models.DateField()

    objects = AgencyContactQuerySet.as_manager()

    class Meta:
        ordering = ["-contacted_on", "-id"]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}: {self.agency}"
