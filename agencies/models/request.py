"""What an agency is to be asked for, and what was done until it came (C6.1, C7, C7.1)."""

from django.db import models

from accounts.models import Membership, TrackedModel
from agencies.rules.letters import LetterKind, letter_kind
from children.models import Child, ParentCarer

from .agency import Agency
from .consent import ConsentPurpose
from .report import Report


class StepKind(models.TextChoices):
    CHASED = "chased", "Chased"
    PARENTS_ASKED = "parents_asked", "Parents asked for their copy"


class RequestKind(models.TextChoices):
    REPORT = "report", "A copy of their report"
    OBSERVATION = "observation", "A new observation and report"


class ReportRequestQuerySet(models.QuerySet["ReportRequest"]):
    def visible_to(self, membership: Membership) -> "ReportRequestQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))

    def open(self) -> "ReportRequestQuerySet":
        return self.filter(closed_on__isnull=True)


class ReportRequest(TrackedModel):
    """One thing to ask one agency for about one child. Asking waits for consent; raising does not."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="report_requests")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="report_requests")
    kind = models.CharField(max_length=12, choices=RequestKind.choices)
    because = models.CharField(max_length=400)
    raised_on = models.DateField()
    needs_referral = models.BooleanField(default=False)
    asked_on = models.DateField(null=True, blank=True)
    asked_how = models.CharField(max_length=120, blank=True)
    answered_by = models.ForeignKey(
        Report, models.PROTECT, null=True, blank=True, related_name="answers_requests"
    )
    closed_on = models.DateField(null=True, blank=True)
    closed_because = models.CharField(max_length=300, blank=True)

    objects = ReportRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "agency", "kind"],
                condition=models.Q(closed_on__isnull=True),
                name="one_open_request_per_agency_and_kind",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.agency}"

    @property
    def purpose(self) -> ConsentPurpose:
        """The consent that asking waits for: after a discharge it is a referral (C6.1, C7)."""
        return ConsentPurpose.REFER if self.needs_referral else ConsentPurpose.ASK_REPORT

    @property
    def letter_kind(self) -> LetterKind:
        return letter_kind(self.kind, self.needs_referral)

    @property
    def next_letter(self) -> int:
        """The number of the letter that would go now: 1 asks, those after it chase."""
        if self.asked_on is None:
            return 1
        return 2 + sum(step.kind == StepKind.CHASED for step in self.steps.all())

    def is_answered_by(self, report: Report) -> bool:
        """Any report is a copy; a new observation is not answered by what was written before."""
        return self.kind == RequestKind.REPORT or report.dated_on >= self.raised_on


class RequestStepQuerySet(models.QuerySet["RequestStep"]):
    def visible_to(self, membership: Membership) -> "RequestStepQuerySet":
        return self.filter(request__child__in=Child.objects.visible_to(membership))


class RequestStep(TrackedModel):
    """What was done after asking: the agency chased (C7), or the parents asked for a copy (C7.1)."""

    request = models.ForeignKey(ReportRequest, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=14, choices=StepKind.choices)
    done_on = models.DateField()
    how = models.CharField(max_length=120)
    contact = models.ForeignKey(
        ParentCarer, models.PROTECT, null=True, blank=True, related_name="asked_for_copies"
    )
    """Which parent was asked; nobody when the agency was chased."""

    objects = RequestStepQuerySet.as_manager()

    class Meta:
        ordering = ["done_on", "id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.how}"
