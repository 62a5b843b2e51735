"""The kept answers to "is an ISP required?" (C1, C2, C2.1, C3, C7)."""

from django.db import models
from django.utils import timezone

from accounts.models import Membership, TrackedModel
from children.models import Child


class DecisionQuerySet(models.QuerySet["RequirementDecision"]):
    def visible_to(self, membership: Membership) -> "DecisionQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))

    def latest_per_child(self) -> "DecisionQuerySet":
        return self.filter(is_latest=True)

    def unacknowledged_changes(self) -> "DecisionQuerySet":
        return self.filter(is_latest=True, replaces__isnull=False, acknowledged_at__isnull=True)


class RequirementDecision(TrackedModel):
    """One answer, dated, with its inputs, all its grounds and the rules that gave it.

    `outcome` is a code of the decision table, or empty while a question that could decide has not
    been asked. `inputs` are the plain facts; `rests_on` says in words what each came from.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="requirement_decisions")
    decided_on = models.DateField()
    decided_at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=30, blank=True)
    is_required = models.BooleanField(null=True)
    clauses = models.JSONField(default=list)
    also = models.JSONField(default=list)
    open_questions = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    inputs = models.JSONField(default=dict)
    rests_on = models.JSONField(default=list)
    ruleset_code = models.SlugField(max_length=40)
    ruleset_version = models.CharField(max_length=20)
    rules_version = models.CharField(max_length=20)
    is_latest = models.BooleanField(default=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.CharField(max_length=200, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["child"],
                condition=models.Q(is_latest=True),
                name="one_latest_decision_per_child",
            )
        ]

    def __str__(self) -> str:
        return self.outcome or "Not asked yet"
