"""The review of a cycle: planned, held line by line, finalised as its minutes (C4, C4.1, C8.1)."""

import uuid
from typing import Any, Self

from django.db import models
from django.utils import timezone

from accounts.models import Membership, TrackedModel
from agencies.models import Agency
from children.models import Child
from plans.models import Cycle, SupportPlan
from reviews.rules.verdicts import AfterAllAchieved, Decision


class UnchangeableReview(Exception):
    """Minutes, or somebody's own words, were about to change."""


class HowHeld(models.TextChoices):
    IN_PERSON = "in_person", "In person"
    PHONE = "phone", "By phone"
    VIDEO = "video", "By video"
    WRITING = "writing", "In writing"


class ReviewQuerySet(models.QuerySet["Review"]):
    def visible_to(self, membership: Membership) -> "ReviewQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))

    def open(self) -> "ReviewQuerySet":
        """Planned or held, and not finalised."""
        return self.filter(finalised_at__isnull=True)

    def finalised(self) -> "ReviewQuerySet":
        return self.filter(finalised_at__isnull=False)


class Review(TrackedModel):
    """One review of one cycle. Finalised, it is the minutes and never changes.

    `plan` is the version that was reviewed, set when the review is finalised. `calendar_uid` and
    `calendar_sequence` are those of the calendar file that people were sent.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="reviews")
    cycle = models.OneToOneField(Cycle, models.PROTECT, related_name="review")
    plan = models.ForeignKey(
        SupportPlan, models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    # When and where
    planned_on = models.DateField(null=True, blank=True)
    planned_time = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    outside_window_because = models.CharField(max_length=300, blank=True)
    calendar_uid = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    calendar_sequence = models.PositiveIntegerField(default=0)
    # Held
    held_on = models.DateField(null=True, blank=True)
    how_held = models.CharField(max_length=10, choices=HowHeld.choices, blank=True)
    interpreter = models.CharField(max_length=150, blank=True)
    minute_taker = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # What was said beside the lines
    child_view = models.TextField(max_length=2000, blank=True)
    child_view_how = models.CharField(max_length=300, blank=True)
    why_no_child_view = models.CharField(max_length=600, blank=True)
    why_no_parents_view = models.CharField(max_length=600, blank=True)
    agency_comments = models.TextField(max_length=2000, blank=True)
    attendance_effect = models.CharField(max_length=600, blank=True)
    # What was decided
    decision = models.CharField(
        max_length=10, choices=[(d.value, d.label) for d in Decision], blank=True
    )
    decision_words = models.CharField(max_length=1000, blank=True)
    step_up_to = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="stepped_up_to"
    )
    after_all_achieved = models.CharField(
        max_length=10, choices=[(a.value, a.label) for a in AfterAllAchieved], blank=True
    )
    observation_by = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="observations_wanted"
    )
    next_review_on = models.DateField(null=True, blank=True)
    next_review_time = models.TimeField(null=True, blank=True)
    next_review_because = models.CharField(max_length=300, blank=True)
    finalised_at = models.DateTimeField(null=True, blank=True)
    finalised_by = models.CharField(max_length=200, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-cycle__number"]

    def __str__(self) -> str:
        return f"Review of plan {self.cycle.number}"

    def record(self, **how: Any) -> Self:
        """Writes the review. `UnchangeableReview` once it is finalised."""
        check_not_finalised(self.pk)
        return super().record(**how)

    def remove(self, **how: Any) -> None:
        """A review is moved, never deleted."""
        raise UnchangeableReview(f"Review {self.pk} is moved, never deleted.")

    @property
    def is_finalised(self) -> bool:
        return self.finalised_at is not None


def check_not_finalised(review_id: uuid.UUID) -> None:
    """`UnchangeableReview` when the review, as it is stored now, is finalised."""
    if Review.objects.finalised().filter(pk=review_id).exists():
        raise UnchangeableReview(f"Review {review_id} does not change any more.")


class PartOfReview(TrackedModel):
    """A row of a review: it changes while the review does, and is kept with it."""

    class Meta:
        abstract = True

    def record(self, **how: Any) -> Self:
        check_not_finalised(self.review_id)  # type: ignore[attr-defined]
        return super().record(**how)

    def remove(self, **how: Any) -> None:
        check_not_finalised(self.review_id)  # type: ignore[attr-defined]
        super().remove(**how)


class MinutesCorrection(TrackedModel):
    """A note that corrects finalised minutes. The minutes stay as they were; their version rises."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="corrections")
    version = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=1000)
    corrected_on = models.DateField(default=timezone.localdate)
    corrected_by = models.CharField(max_length=200)

    class Meta:
        ordering = ["version"]
        constraints = [
            models.UniqueConstraint(fields=["review", "version"], name="one_correction_a_version")
        ]

    def __str__(self) -> str:
        return f"Version {self.version}: {self.words}"

    def record(self, **how: Any) -> Self:
        if not self._state.adding:
            raise UnchangeableReview("A correction does not change. Add another.")
        return super().record(**how)
