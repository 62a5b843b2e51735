"""The plan and its cycle. A row is one version of one plan; a finalised row never changes."""

from typing import Any, Self

from django.db import models

from accounts.models import Membership, TrackedModel
from children.models import AreaOfNeed, Channel, Child, ParentCarer
from plans.rules.lifecycle import PlanStatus

from .decision import RequirementDecision
from .unchangeable import UnchangeablePlan, changed_fields


class PlanKind(models.TextChoices):
    ISP = "isp", "Individual Support Plan"
    PROVISION_MAP = "provision_map", "Individual Provision Map"


OPEN_STATUSES = (PlanStatus.DRAFT.value, PlanStatus.READY.value)


class Cycle(TrackedModel):
    """One six-to-eight-week round of a child, with its own due date (C4)."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="cycles")
    number = models.PositiveIntegerField()
    starts_on = models.DateField(null=True, blank=True)
    opens_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    worked_out_due_on = models.DateField(null=True, blank=True)
    moved = models.CharField(max_length=20, blank=True)
    agreed_because = models.CharField(max_length=300, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["child", "number"], name="one_cycle_per_number")
        ]
        indexes = [
            models.Index(
                fields=["due_on"],
                condition=models.Q(closed_on__isnull=True),
                name="open_cycles_due",
            )
        ]

    def __str__(self) -> str:
        return f"Cycle {self.number} of {self.child}"


class SupportPlanQuerySet(models.QuerySet["SupportPlan"]):
    def visible_to(self, membership: Membership) -> "SupportPlanQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))

    def being_written(self) -> "SupportPlanQuerySet":
        return self.filter(status__in=OPEN_STATUSES)

    def finalised(self) -> "SupportPlanQuerySet":
        return self.filter(status=PlanStatus.FINALISED.value)


class SupportPlan(TrackedModel):
    """A version of plan *n*, which belongs to cycle *n*."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="plans")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="plans")
    kind = models.CharField(max_length=16, choices=PlanKind.choices, default=PlanKind.ISP)
    version = models.PositiveIntegerField(default=1)
    status = models.CharField(
        max_length=12,
        choices=[(s.value, s.label) for s in PlanStatus],
        default=PlanStatus.DRAFT.value,
    )
    # Why there is a plan
    ground = models.ForeignKey(
        RequirementDecision, models.PROTECT, null=True, blank=True, related_name="plans"
    )
    made_anyway_because = models.CharField(max_length=300, blank=True)
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    corrected_because = models.CharField(max_length=300, blank=True)
    # About the child
    primary_area = models.CharField(max_length=20, choices=AreaOfNeed.choices, blank=True)
    strengths = models.TextField(max_length=2000, blank=True)
    matters_to_child = models.TextField(max_length=2000, blank=True)
    how_child_showed_it = models.TextField(max_length=2000, blank=True)
    what_is_difficult = models.TextField(max_length=2000, blank=True)
    parents_view = models.TextField(max_length=4000, blank=True)
    parents_view_by = models.ForeignKey(
        ParentCarer, models.PROTECT, null=True, blank=True, related_name="+"
    )
    parents_view_on = models.DateField(null=True, blank=True)
    parents_view_how = models.CharField(max_length=12, choices=Channel.choices, blank=True)
    why_no_parents_view = models.CharField(max_length=600, blank=True)
    starting_point_on = models.DateField(null=True, blank=True)
    starting_point_tracker = models.CharField(max_length=120, blank=True)
    starting_point_band = models.CharField(max_length=120, blank=True)
    # Its path
    ready_at = models.DateTimeField(null=True, blank=True)
    ready_by = models.CharField(max_length=200, blank=True)
    finalised_at = models.DateTimeField(null=True, blank=True)
    finalised_by = models.CharField(max_length=200, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=200, blank=True)
    closed_because = models.CharField(max_length=300, blank=True)

    objects = SupportPlanQuerySet.as_manager()

    class Meta:
        ordering = ["-cycle__number", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["cycle", "version"], name="one_row_per_version"),
            models.UniqueConstraint(
                fields=["child", "kind"],
                condition=models.Q(status__in=OPEN_STATUSES),
                name="one_plan_being_written",
            ),
            models.UniqueConstraint(
                fields=["child", "kind"],
                condition=models.Q(status=PlanStatus.FINALISED.value),
                name="one_plan_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.cycle.number}"

    def record(self, **how: Any) -> Self:
        """Writes the plan. `UnchangeablePlan` when it has left the desk and its words differ."""
        stored = None if self._state.adding else SupportPlan.objects.get(pk=self.pk)
        if stored and not stored.is_being_written and changed_fields(stored, self):
            raise UnchangeablePlan(f"Plan {self.pk} does not change any more.")
        return super().record(**how)

    def remove(self, **how: Any) -> None:
        """A plan is closed, never deleted."""
        raise UnchangeablePlan(f"Plan {self.pk} is closed, never deleted.")

    @property
    def state(self) -> PlanStatus:
        return PlanStatus(self.status)

    @property
    def is_being_written(self) -> bool:
        return self.status in OPEN_STATUSES


class Capacity(models.TextChoices):
    KEY_PERSON = "key_person", "Key person"
    SENCO = "senco", "SENCO"
    PARENT = "parent", "Parent"


class SignOffAnswer(models.TextChoices):
    AGREED = "agreed", "Agreed"
    WITH_COMMENTS = "with_comments", "Agreed with comments"
    NOT_AGREED = "not_agreed", "Not agreed"
    NOT_REACHED = "not_reached", "Not reached"


class SignOffMethod(models.TextChoices):
    PORTAL = "portal", "Signed in the portal"
    IN_PERSON = "in_person", "In person"
    PHONE = "phone", "By phone"
    EMAIL = "email", "By email"
    PAPER = "paper", "Signed on paper"


class PlanSignOff(TrackedModel):
    """One adult's answer to a version, in one capacity. One adult may hold several."""

    plan = models.ForeignKey(SupportPlan, models.PROTECT, related_name="sign_offs")
    capacity = models.CharField(max_length=12, choices=Capacity.choices)
    membership = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )
    contact = models.ForeignKey(
        ParentCarer, models.PROTECT, null=True, blank=True, related_name="sign_offs"
    )
    person_name = models.CharField(max_length=150)
    answer = models.CharField(max_length=14, choices=SignOffAnswer.choices)
    comments = models.TextField(max_length=2000, blank=True)
    answered_on = models.DateField()
    answered_at = models.DateTimeField(auto_now_add=True)
    method = models.CharField(max_length=10, choices=SignOffMethod.choices)

    class Meta:
        ordering = ["capacity", "answered_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "capacity"],
                condition=~models.Q(capacity="parent"),
                name="one_staff_answer_per_capacity",
            ),
            models.UniqueConstraint(
                fields=["plan", "contact"],
                condition=models.Q(capacity="parent"),
                name="one_answer_per_parent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_name}: {self.get_answer_display()}"
