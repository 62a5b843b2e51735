"""The lines of a plan: strategies (what adults do) and targets (small steps)."""

import uuid
from typing import Any, Self

from django.db import models

from accounts.models import Membership, TrackedModel
from agencies.models import Recommendation, Report
from plans.rules.content import TEXT_CAPS, Provision, SourceKind

from .plan import SupportPlan
from .unchangeable import UnchangeablePlan

SOURCE_CHOICES = [
    (SourceKind.REPORT.value, "An agency's report"),
    (SourceKind.SETTING.value, "Our setting"),
    (SourceKind.PARENT.value, "Parents"),
    (SourceKind.BEHAVIOUR.value, "A behaviour need"),
]
PROVISION_CHOICES = [
    (Provision.ORDINARY.value, "Ordinary: we do it for all children"),
    (Provision.ADDITIONAL.value, "Additional to what we do for all"),
    (Provision.DIFFERENT.value, "Different from what we do for all"),
]


def text(name: str) -> "models.CharField[str, str]":
    """A text of a line, no longer than the cap that the rules give it."""
    return models.CharField(max_length=TEXT_CAPS[name], blank=True)


class LineQuerySet(models.QuerySet[models.Model]):
    def visible_to(self, membership: Membership) -> "LineQuerySet":
        return self.filter(plan__in=SupportPlan.objects.visible_to(membership))

    def standing(self) -> "LineQuerySet":
        return self.filter(removed_at__isnull=True)


def check_being_written(plan_id: uuid.UUID) -> None:
    """`UnchangeablePlan` unless the plan, as it is stored now, is still being written."""
    if not SupportPlan.objects.being_written().filter(pk=plan_id).exists():
        raise UnchangeablePlan(f"The lines of plan {plan_id} do not change any more.")


class PlanLine(TrackedModel):
    """What strategies and targets share. `line_key` stays the same from version to version.

    A removed line keeps its words: it is hidden from the plan and can be put back.
    """

    plan = models.ForeignKey(SupportPlan, models.PROTECT, related_name="%(class)s_lines")
    line_key = models.UUIDField(default=uuid.uuid4, editable=False)
    position = models.PositiveSmallIntegerField(default=0)
    source_kind = models.CharField(max_length=10, choices=SOURCE_CHOICES, blank=True)
    source_report = models.ForeignKey(
        Report, models.PROTECT, null=True, blank=True, related_name="%(class)s_lines"
    )
    source_recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="%(class)s_lines"
    )
    source_page = text("source_page")
    source_detail = text("source_detail")
    since_on = models.DateField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.CharField(max_length=200, blank=True)

    objects = LineQuerySet.as_manager()

    class Meta:
        abstract = True

    def record(self, **how: Any) -> Self:
        check_being_written(self.plan_id)
        return super().record(**how)

    def remove(self, **how: Any) -> None:
        """A line is taken off with its words kept, never deleted."""
        raise UnchangeablePlan(f"Line {self.pk} is taken off, never deleted.")


class Strategy(PlanLine):
    """What adults do. `kind` is what addresses call these lines."""

    kind = "strategies"
    what_adults_do = text("what_adults_do")
    when_and_where = text("when_and_where")
    who = text("who")
    how_often = text("how_often")
    resources = text("resources")
    at_home = text("at_home")
    provision = models.CharField(max_length=12, choices=PROVISION_CHOICES, blank=True)
    different_from_what = text("different_from_what")

    class Meta:
        ordering = ["position", "id"]
        verbose_name_plural = "strategies"
        constraints = [
            models.UniqueConstraint(fields=["plan", "line_key"], name="strategy_once_per_plan")
        ]

    def __str__(self) -> str:
        return self.what_adults_do or "Strategy without words"


class Target(PlanLine):
    """A small step, and how we will know. `kind` is what addresses call these lines."""

    kind = "targets"
    small_step = text("small_step")
    starting_point = text("starting_point")
    know_when = text("know_when")
    fine_because = text("fine_because")
    """Why it stays as it is although a nudge asks for more. Not printed."""
    is_adapted = models.BooleanField(default=False)
    adapts = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="adapted_by"
    )
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    """The achieved target that this one is the next step after (C6)."""

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "line_key"], name="target_once_per_plan")
        ]

    def __str__(self) -> str:
        return self.small_step or "Target without words"


class TargetStrategy(TrackedModel):
    """A strategy that serves a target."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="served_by")
    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="serves")

    class Meta:
        ordering = ["strategy__position"]
        constraints = [
            models.UniqueConstraint(fields=["target", "strategy"], name="strategy_serves_once")
        ]

    def __str__(self) -> str:
        return f"{self.strategy} serves {self.target}"

    def record(self, **how: Any) -> Self:
        check_being_written(self.target.plan_id)
        return super().record(**how)

    def remove(self, **how: Any) -> None:
        check_being_written(self.target.plan_id)
        super().remove(**how)
