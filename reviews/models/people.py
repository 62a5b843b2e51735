"""Who was invited to a review, who came, and what the parents said (C4.1)."""

from typing import Any, Self

from django.db import models

from accounts.models import Membership, TrackedModel
from agencies.models import Agency
from children.models import Channel, ParentCarer
from plans.models import SignOffAnswer, SignOffMethod

from .review import PartOfReview, Review, UnchangeableReview


class PresentAs(models.TextChoices):
    KEY_PERSON = "key_person", "Key person"
    SENCO = "senco", "SENCO"
    PARENT = "parent", "Parent"
    AGENCY = "agency", "Agency"
    OTHER = "other", "Other"


class Presence(models.TextChoices):
    CAME = "came", "Came"
    ABSENT = "absent", "Could not come"


class InvitedHow(models.TextChoices):
    EMAIL = "email", "By email"
    LETTER = "letter", "By letter"
    IN_PERSON = "in_person", "In person"
    PHONE = "phone", "By phone"


class Participant(PartOfReview):
    """One adult in one capacity: invited or not, there or not. One adult may hold several."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="participants")
    capacity = models.CharField(max_length=10, choices=PresentAs.choices)
    membership = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )
    contact = models.ForeignKey(
        ParentCarer, models.PROTECT, null=True, blank=True, related_name="+"
    )
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=150)
    says_what = models.CharField(max_length=120, blank=True)
    """What stands beside the name: "mother", "speech and language therapist"."""
    invited_on = models.DateField(null=True, blank=True)
    invited_how = models.CharField(max_length=10, choices=InvitedHow.choices, blank=True)
    invited_sequence = models.PositiveIntegerField(null=True, blank=True)
    """The `calendar_sequence` that they were told of; a lower one is an old date."""
    presence = models.CharField(max_length=8, choices=Presence.choices, blank=True)
    absent_because = models.CharField(max_length=300, blank=True)
    view_obtained_how = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["capacity", "name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "capacity", "membership"],
                condition=models.Q(membership__isnull=False),
                name="member_once_per_capacity",
            ),
            models.UniqueConstraint(
                fields=["review", "contact"],
                condition=models.Q(contact__isnull=False),
                name="contact_once_per_review",
            ),
            models.UniqueConstraint(
                fields=["review", "agency"],
                condition=models.Q(agency__isnull=False),
                name="agency_once_per_review",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_capacity_display()}"

    @property
    def is_on_file(self) -> bool:
        """A contact of the child, somebody who works here, or an agency: not a name typed by hand."""
        return bool(self.contact_id or self.membership_id or self.agency_id)

    @property
    def knows_the_date(self) -> bool:
        """Invited, and told of the day and place as they stand now."""
        return self.invited_sequence == self.review.calendar_sequence

    @property
    def was_told_old_date(self) -> bool:
        """Invited, and the review has moved since."""
        return self.invited_on is not None and not self.knows_the_date


class ViewAnswer(models.TextChoices):
    GIVEN = "given", "Gave their view"
    DECLINED = "declined", "Did not wish to give one"
    NOT_REACHED = "not_reached", "Could not be reached"


class FamilyView(PartOfReview):
    """A parent's view in their own words, or why there is none. Added to, never changed."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="family_views")
    contact = models.ForeignKey(ParentCarer, models.PROTECT, related_name="+")
    answer = models.CharField(max_length=12, choices=ViewAnswer.choices)
    words = models.TextField(max_length=4000, blank=True)
    attempts = models.CharField(max_length=600, blank=True)
    """When and how they were tried, where they were not reached."""
    said_on = models.DateField()
    how = models.CharField(max_length=12, choices=Channel.choices, blank=True)
    language = models.CharField(max_length=60, blank=True)
    through = models.CharField(max_length=150, blank=True)
    """The interpreter, where there was one."""
    written_down_by = models.CharField(max_length=200)
    written_down_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["written_down_at", "id"]

    def __str__(self) -> str:
        return self.words or self.get_answer_display()

    def record(self, **how: Any) -> Self:
        if not self._state.adding:
            raise UnchangeableReview("A parent's words are theirs. Add what they say today.")
        return super().record(**how)

    def remove(self, **how: Any) -> None:
        raise UnchangeableReview("A parent's words are theirs.")


class MinutesAnswer(TrackedModel):
    """A parent's agreement with finalised minutes, or objection, in their words. Never changed."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="answers")
    contact = models.ForeignKey(ParentCarer, models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    answer = models.CharField(max_length=14, choices=SignOffAnswer.choices)
    words = models.TextField(max_length=2000, blank=True)
    method = models.CharField(max_length=10, choices=SignOffMethod.choices)
    answered_on = models.DateField()
    written_down_at = models.DateTimeField(auto_now_add=True)
    written_down_by = models.CharField(max_length=200)

    class Meta:
        ordering = ["written_down_at", "id"]

    def __str__(self) -> str:
        return f"{self.contact.name}: {self.get_answer_display()}"

    def record(self, **how: Any) -> Self:
        if not self._state.adding:
            raise UnchangeableReview("A parent's answer is theirs. Record what they say now.")
        return super().record(**how)

    def remove(self, **how: Any) -> None:
        raise UnchangeableReview("A parent's answer is theirs.")
