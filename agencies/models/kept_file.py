"""What every file that came in by the one door has. The bytes lie in private storage."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from accounts.models import TrackedModel
from agencies.intake.examiner import Examined
from agencies.intake.kinds import CONTENT_TYPES, ENDINGS, LABELS, FileKind
from agencies.intake.store import Kept


class KeptFileQuerySet(models.QuerySet[Any]):
    def standing(self) -> Self:
        """Those that were not taken off."""
        return self.filter(removed_on__isnull=True)

    def same_as(self, sent_sha256: str) -> Self:
        """The same bytes as these, sent or kept: a picture may come back as it was handed out."""
        return self.filter(Q(sent_sha256=sent_sha256) | Q(sha256=sent_sha256))


class KeptFile(TrackedModel):
    """A file as it is kept. `sha256` and `size` are of the bytes kept, `sent_sha256` of those sent.

    PDF and Word files are kept byte for byte; a picture is drawn anew. `name` is only shown.
    """

    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=4, choices=[(k.value, LABELS[k]) for k in FileKind])
    page_count = models.PositiveSmallIntegerField(null=True, blank=True)
    size = models.PositiveIntegerField()
    stored_as = models.CharField(max_length=120, unique=True)
    sha256 = models.CharField(max_length=64)
    sent_sha256 = models.CharField(max_length=64, db_index=True)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.CharField(max_length=200)
    removed_on = models.DateField(null=True, blank=True)
    removed_by = models.CharField(max_length=200, blank=True)
    removed_because = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True

    def describe(self, file: Examined, kept: Kept, added_by: str) -> None:
        """What came in, as it was laid down, and who added it. The caller records."""
        self.name, self.kind, self.page_count = file.name, file.kind.value, file.pages or None
        self.stored_as, self.sha256, self.size = kept.stored_as, kept.sha256, kept.size
        self.sent_sha256, self.added_by = file.sent_sha256, added_by

    @property
    def kept(self) -> Kept:
        return Kept(self.stored_as, self.sha256, self.size)

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[FileKind(self.kind)]

    @property
    def ending(self) -> str:
        return ENDINGS[FileKind(self.kind)]
