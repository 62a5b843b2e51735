"""The link by which one professional opens one request, and nothing else."""

from datetime import datetime

from django.db import models

from accounts.models import EarlyYearsSetting, Membership, SecretLink, SecretLinkQuerySet
from accounts.rules.actor import Actor, ActorKind
from children.models import Child

from .agency import Professional
from .request import ReportRequest

WITH = ("request__child__setting", "request__agency", "professional__agency")


class ReportRequestLinkQuerySet(SecretLinkQuerySet):
    def visible_to(self, membership: Membership) -> "ReportRequestLinkQuerySet":
        return self.filter(request__child__in=Child.objects.visible_to(membership))

    def open_to(self, token: str, now: datetime) -> "ReportRequestLinkQuerySet":
        return super().open_to(token, now).select_related(*WITH)


class ReportRequestLink(SecretLink):
    """For one professional, who answers in their own name. A new one shuts those before it."""

    request = models.ForeignKey(ReportRequest, models.PROTECT, related_name="links")
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="request_links")

    objects = ReportRequestLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"{self.professional.name}: {self.request}"

    @property
    def setting(self) -> EarlyYearsSetting:
        return self.request.child.setting

    @property
    def email_on_file(self) -> str:
        return self.professional.email

    @property
    def right_words(self) -> str:
        return "Link to one request"

    def holder(self) -> Actor:
        return Actor(ActorKind.PROFESSIONAL, str(self.professional_id), self.professional.name)
