"""What a professional answered to a request in words, in place of a report or before it (C7)."""

from django.db import models

from accounts.models import Membership, TrackedModel
from children.models import Child

from .agency import Professional
from .request import ReportRequest


class AnswerKind(models.TextChoices):
    WILL_SEND = "will_send", "We will send a report"
    NO_REPORT = "no_report", "There is no report"
    NOT_OURS = "not_ours", "This child is not with us"


class RequestAnswerQuerySet(models.QuerySet["RequestAnswer"]):
    def visible_to(self, membership: Membership) -> "RequestAnswerQuerySet":
        return self.filter(request__child__in=Child.objects.visible_to(membership))


class RequestAnswer(TrackedModel):
    """One answer, as it was given. It closes nothing: the setting decides what follows from it."""

    request = models.ForeignKey(ReportRequest, models.PROTECT, related_name="answers")
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="request_answers")
    kind = models.CharField(max_length=10, choices=AnswerKind.choices)
    will_send_on = models.DateField(null=True, blank=True)
    words = models.CharField(max_length=600, blank=True)
    answered_at = models.DateTimeField(auto_now_add=True)
    answered_by = models.CharField(max_length=200)

    objects = RequestAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["-answered_at", "-id"]

    def __str__(self) -> str:
        return self.get_kind_display()
