"""What an agency sent about a child, and what it advised."""

from django.db import models

from accounts.models import Membership, TrackedModel
from children.models import Child

from .agency import Agency, Professional


class ReceivedFrom(models.TextChoices):
    AGENCY = "agency", "The agency"
    PARENT = "parent", "A parent's copy"
    OTHER = "other", "Somebody else"


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, membership: Membership) -> "ReportQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))

    def standing(self) -> "ReportQuerySet":
        """Not withdrawn, whether somebody here has looked at it or not."""
        return self.filter(withdrawn_on__isnull=True)

    def held(self) -> "ReportQuerySet":
        """Those that count: not withdrawn, and looked at by the setting."""
        return self.standing().filter(awaits_look=False)

    def with_file_counts(self) -> "ReportQuerySet":
        """Each with `file_count`: how many files are on it, without those that were taken off."""
        standing = models.Q(files__removed_on__isnull=True)
        return self.annotate(file_count=models.Count("files", filter=standing))


class Report(TrackedModel):
    """A report that the setting holds, with what it was found to hold (C1)."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="reports")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="reports")
    title = models.CharField(max_length=150, blank=True)
    written_by = models.CharField(max_length=150, blank=True)
    dated_on = models.DateField()
    assessed_on = models.DateField(null=True, blank=True)
    received_on = models.DateField()
    received_from = models.CharField(max_length=8, choices=ReceivedFrom.choices)
    holds_strategies = models.BooleanField()
    holds_targets = models.BooleanField()
    awaits_look = models.BooleanField(default=False)
    """Came by an agency's link and nobody here has looked at it: until then it counts for nothing."""
    holds_because = models.CharField(max_length=300, blank=True)
    """Why what it holds was set by hand; empty while it follows from what is written down from it."""
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-dated_on", "-received_on", "-id"]

    def __str__(self) -> str:
        return self.title or f"{self.agency}, {self.dated_on:%-d %b %Y}"


class AdviceUse(models.TextChoices):
    USE = "use", "Use an ISP"
    DO_NOT_USE = "do_not_use", "Do not use an ISP"


class AdvisedBy(models.TextChoices):
    INCLUSION_TEAM = "inclusion_team", "Inclusion team"
    PROFESSIONAL = "professional", "Involved professional"


class AdviceQuerySet(models.QuerySet["Advice"]):
    def visible_to(self, membership: Membership) -> "AdviceQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))


class Advice(TrackedModel):
    """Advice to use, or not to use, an ISP for a child (C1, C2)."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="advice")
    use = models.CharField(max_length=10, choices=AdviceUse.choices)
    advised_by = models.CharField(max_length=16, choices=AdvisedBy.choices)
    professional = models.ForeignKey(
        Professional, models.PROTECT, null=True, blank=True, related_name="+"
    )
    person_name = models.CharField(max_length=150)
    person_role = models.CharField(max_length=120)
    words = models.CharField(max_length=600, blank=True)
    given_on = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    until_on = models.DateField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=200, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    objects = AdviceQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-recorded_at"]
        verbose_name_plural = "advice"

    def __str__(self) -> str:
        return f"{self.get_use_display()}: {self.person_name}, {self.person_role}"
