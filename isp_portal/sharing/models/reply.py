"""What a parent says, in their own words, and what staff did with it beside them (C4.1, C8.1)."""

from typing import Any, Self

from django.db import models

from accounts.models import Membership, TrackedModel
from agencies.intake.kinds import CONTENT_TYPES, ENDINGS, LABELS, FileKind
from agencies.intake.store import Kept
from children.models import Child, ParentCarer
from isp_portal.documents.models import IssuedDocument
from isp_portal.sharing.rules import (
    MOST_ANSWER,
    MOST_WORDS,
    PARTS,
    Agreement,
    ReplyKind,
    joined,
)
from reviews.models import FamilyView, InterventionEntry

from .share import Share

KINDS = {
    ReplyKind.ANSWER: "Answer to a paper",
    ReplyKind.VIEW: "View for the review",
    ReplyKind.FROM_HOME: "From home",
    ReplyKind.QUESTION: "Question",
    ReplyKind.COMING: "Answer to an invitation",
}
ANSWERS = {
    Agreement.AGREED: "Agrees",
    Agreement.WITH_COMMENTS: "Agrees, with comments",
    Agreement.NOT_AGREED: "Does not agree",
    Agreement.CAN_COME: "Can come",
    Agreement.OTHER_TIME: "Asks for another time",
}


class TheirWords(Exception):
    """Something tried to change what a parent said. Staff add beside it, never in it."""


class ReplyHow(models.TextChoices):
    LINK = "link", "By their link"
    PHONE = "phone", "By phone"
    IN_PERSON = "in_person", "In person"
    PAPER = "paper", "On paper"


class ReplyQuerySet(models.QuerySet["Reply"]):
    def visible_to(self, membership: Membership) -> "ReplyQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))

    def waiting(self) -> "ReplyQuerySet":
        """Nobody has done anything with it yet."""
        return self.filter(taken__isnull=True)


class Unchanging(TrackedModel):
    """Written once."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TheirWords("A parent's words are theirs. Add what they say today.")
        super().save(*args, **kwargs)

    def record(self, **how: Any) -> Self:
        if not self._state.adding:
            raise TheirWords("A parent's words are theirs. Add what they say today.")
        return super().record(**how)

    def remove(self, **how: Any) -> None:
        raise TheirWords("A parent's words are theirs.")


class Reply(Unchanging):
    """One thing that a parent said about their child. Never changed, whoever asks.

    Typed by themselves behind their link (`share`), or written down by staff from a call, a talk or
    a paper (`written_down_by`, `how`). `typed_name` is the name they signed with.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="replies")
    contact = models.ForeignKey(ParentCarer, models.PROTECT, related_name="replies")
    share = models.ForeignKey(Share, models.PROTECT, null=True, blank=True, related_name="replies")
    document = models.ForeignKey(
        IssuedDocument, models.PROTECT, null=True, blank=True, related_name="replies"
    )
    kind = models.CharField(max_length=10, choices=[(k.value, KINDS[k]) for k in ReplyKind])
    answer = models.CharField(
        max_length=14, choices=[(a.value, ANSWERS[a]) for a in Agreement], blank=True
    )
    going_well = models.CharField(max_length=MOST_ANSWER, blank=True)
    is_hard = models.CharField(max_length=MOST_ANSWER, blank=True)
    to_talk_about = models.CharField(max_length=MOST_ANSWER, blank=True)
    words = models.TextField(max_length=MOST_WORDS, blank=True)
    wants_call = models.BooleanField(default=False)
    call_times = models.CharField(max_length=200, blank=True)
    typed_name = models.CharField(max_length=150)
    language = models.CharField(max_length=60, blank=True)
    how = models.CharField(max_length=10, choices=ReplyHow.choices)
    said_on = models.DateField()
    written_down_at = models.DateTimeField(auto_now_add=True)
    written_down_by = models.CharField(max_length=200)

    objects = ReplyQuerySet.as_manager()

    class Meta:
        ordering = ["-written_down_at", "id"]
        verbose_name_plural = "replies"

    def __str__(self) -> str:
        return f"{self.contact.name}: {self.get_kind_display()}"

    @property
    def is_by_link(self) -> bool:
        return self.how == ReplyHow.LINK

    @property
    def became(self) -> "ReplyTaken | None":
        """What staff did with it; None while it waits."""
        return getattr(self, "taken", None)

    @property
    def paper(self) -> "ReplyFile | None":
        """The signed paper, where there is one."""
        return getattr(self, "file", None)

    @property
    def whole(self) -> str:
        """Everything they wrote, as they wrote it."""
        return joined({name: getattr(self, name) for name in PARTS}, self.words)


class ReplyFile(Unchanging):
    """The signed paper itself, photographed or scanned: looked through and kept like any file."""

    reply = models.OneToOneField(Reply, models.PROTECT, related_name="file")
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=4, choices=[(k.value, LABELS[k]) for k in FileKind])
    page_count = models.PositiveSmallIntegerField(null=True, blank=True)
    size = models.PositiveIntegerField()
    stored_as = models.CharField(max_length=120, unique=True)
    sha256 = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.name

    @property
    def kept(self) -> Kept:
        return Kept(self.stored_as, self.sha256, self.size)

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[FileKind(self.kind)]

    @property
    def neutral_name(self) -> str:
        """The name under which it is handed out: it tells of nobody."""
        return f"signed-paper-{self.reply.said_on:%Y-%m-%d}.{ENDINGS[FileKind(self.kind)]}"


class TakenAs(models.TextChoices):
    REVIEW = "review", "Taken into the review"
    RECORD = "record", "Taken into the record"
    READ = "read", "Read"


class ReplyTaken(Unchanging):
    """What somebody on the staff decided to do with a parent's words. It stands beside them."""

    reply = models.OneToOneField(Reply, models.PROTECT, related_name="taken")
    taken_as = models.CharField(max_length=8, choices=TakenAs.choices)
    view = models.OneToOneField(
        FamilyView, models.PROTECT, null=True, blank=True, related_name="reply_taken"
    )
    entry = models.ForeignKey(
        InterventionEntry, models.PROTECT, null=True, blank=True, related_name="replies_taken"
    )
    words = models.CharField(max_length=600, blank=True)
    taken_on = models.DateField()
    taken_by = models.CharField(max_length=200)

    class Meta:
        ordering = ["taken_on", "id"]
        verbose_name_plural = "replies taken"

    def __str__(self) -> str:
        return f"{self.get_taken_as_display()}, {self.taken_by}"
