"""An agency's visit that is planned: a day in the setting's diary (C6.1)."""

import uuid

from django.db import models

from accounts.models import Membership, TrackedModel
from children.models import Child

from .agency import Agency, Professional


class AgencyVisitQuerySet(models.QuerySet["AgencyVisit"]):
    def visible_to(self, membership: Membership) -> "AgencyVisitQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))

    def planned(self) -> "AgencyVisitQuerySet":
        return self.filter(called_off_on__isnull=True)


class AgencyVisit(TrackedModel):
    """When somebody of an agency comes to see a child. Called off, never deleted.

    The calendars that people keep know it by `calendar_uid`; `calendar_sequence` rises with each
    change of day, time or place, and when it is called off.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="agency_visits")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="visits")
    professional = models.ForeignKey(
        Professional, models.PROTECT, null=True, blank=True, related_name="visits"
    )
    on = models.DateField()
    at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    what_for = models.CharField(max_length=200, blank=True)
    called_off_on = models.DateField(null=True, blank=True)
    called_off_because = models.CharField(max_length=300, blank=True)
    calendar_uid = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    calendar_sequence = models.PositiveIntegerField(default=0)

    objects = AgencyVisitQuerySet.as_manager()

    class Meta:
        ordering = ["on", "at", "id"]
        indexes = [models.Index(fields=["on"])]

    def __str__(self) -> str:
        return f"{self.agency}, {self.on:%-d %b %Y}"
