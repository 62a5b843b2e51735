"""The copy of a paper as it was issued. It never changes."""

from typing import Any

from django.db import models

from accounts.models import EarlyYearsSetting, Membership, TrackedModel
from children.models import Child, ParentCarer
from plans.models import SupportPlan
from reviews.models import Participant, Review


class Unchangeable(Exception):
    """Something tried to change an issued copy. A correction is a new version, issued anew."""


class DocumentKind(models.TextChoices):
    SUPPORT_PLAN = "support_plan", "Individual Support Plan"
    PARENTS_PAGE = "parents_page", "Parents’ page"
    MINUTES = "minutes", "Minutes of review of intervention"
    REVIEW_LETTER = "review_letter", "Invitation to a review"


OF_A_PLAN = (DocumentKind.SUPPORT_PLAN, DocumentKind.PARENTS_PAGE)
"""The other kinds belong to a review."""


class IssuedPaper(TrackedModel):
    """A PDF as it was issued, with the facts it was drawn from. Never changes.

    `facts_sha256` is over the canonical facts, `pdf_sha256` over the bytes of the file.
    """

    facts = models.TextField()
    facts_sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=120, unique=True)
    pdf_sha256 = models.CharField(max_length=64)
    page_count = models.PositiveSmallIntegerField()
    template_hash = models.CharField(max_length=64)
    issued_on = models.DateField()
    issued_at = models.DateTimeField(auto_now_add=True)
    issued_by = models.CharField(max_length=200)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise Unchangeable("An issued copy does not change. Issue a new one.")
        super().save(*args, **kwargs)


class IssuedDocumentQuerySet(models.QuerySet["IssuedDocument"]):
    def visible_to(self, membership: Membership) -> "IssuedDocumentQuerySet":
        """The door: papers about the children that this member sees."""
        return self.filter(
            setting=membership.setting_id, child__in=Child.objects.visible_to(membership)
        )

    def told_apart(self) -> "IssuedDocumentQuerySet":
        """With its recipient, and whether the child has another contact of that name: see `whose`."""
        others = ParentCarer.objects.filter(
            child=models.OuterRef("child"),
            name=models.OuterRef("recipient__name"),
            relationship=models.OuterRef("recipient__relationship"),
        ).exclude(pk=models.OuterRef("recipient"))
        return self.select_related("recipient").annotate(has_namesake=models.Exists(others))

    def of_plan(self, plan: SupportPlan) -> "IssuedDocumentQuerySet":
        """Copies of the plan itself."""
        return self.filter(plan=plan, kind=DocumentKind.SUPPORT_PLAN)

    def pages_of(self, plan: SupportPlan) -> "IssuedDocumentQuerySet":
        """Parents' pages that go with this version of the plan."""
        return self.filter(plan=plan, kind=DocumentKind.PARENTS_PAGE)

    def minutes_of(self, review: Review) -> "IssuedDocumentQuerySet":
        return self.filter(review=review, kind=DocumentKind.MINUTES)

    def letters_of(self, review: Review) -> "IssuedDocumentQuerySet":
        return self.filter(review=review, kind=DocumentKind.REVIEW_LETTER)

    def letters_to(self, participant: Participant, name: str) -> "IssuedDocumentQuerySet":
        """The letters of one reader: of a contact by who they are, of others by `name`."""
        letters = self.letters_of(participant.review)
        if participant.contact:
            return letters.for_recipient(participant.contact)
        return letters.filter(recipient=None, recipient_name=name)

    def for_recipient(self, recipient: ParentCarer | None) -> "IssuedDocumentQuerySet":
        """The copies of one parent; None means the copies for the child's file."""
        return self.filter(recipient=recipient)


class IssuedDocument(IssuedPaper):
    """A paper as given to one person on one day. Two contacts may have one name: each has a copy.

    Minutes and letters belong to a `review`; their `plan` is the version reviewed, or in force on the day.
    """

    setting = models.ForeignKey(EarlyYearsSetting, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.PROTECT, related_name="documents")
    plan = models.ForeignKey(SupportPlan, models.PROTECT, related_name="documents")
    review = models.ForeignKey(
        Review, models.PROTECT, null=True, blank=True, related_name="documents"
    )
    kind = models.CharField(max_length=20, choices=DocumentKind.choices)
    version = models.PositiveSmallIntegerField(null=True, blank=True)
    """Of the minutes, or the number of the letter. A copy of a plan has its plan's."""
    recipient = models.ForeignKey(
        ParentCarer, models.PROTECT, null=True, blank=True, related_name="documents"
    )
    recipient_name = models.CharField(max_length=220)

    objects = IssuedDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "recipient", "facts_sha256"], name="same_facts_issued_once"
            ),
            models.UniqueConstraint(
                fields=["plan", "facts_sha256"],
                condition=models.Q(recipient__isnull=True),
                name="same_facts_filed_once",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=OF_A_PLAN, review__isnull=True)
                | (~models.Q(kind__in=OF_A_PLAN) & models.Q(review__isnull=False)),
                name="minutes_and_letters_belong_to_a_review",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} for {self.whose}"

    @property
    def whose(self) -> str:
        """Whose copy it is, for staff; of two with one name also how they are reached.

        It is asked of rows that were read `told_apart`.
        """
        if self.recipient is None or not getattr(self, "has_namesake", False):
            return self.recipient_name
        return f"{self.recipient_name}, {self.recipient.told_apart_by}"
