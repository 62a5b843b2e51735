"""The files of a report: what came in, from whom and when. The bytes lie in private storage."""

from django.db import models
from django.db.models import Q

from accounts.models import Membership, TrackedModel
from agencies.intake.kinds import CONTENT_TYPES, ENDINGS, LABELS, FileKind
from agencies.intake.store import Kept
from children.models import Child

from .report import Report


class ReportFileQuerySet(models.QuerySet["ReportFile"]):
    def visible_to(self, membership: Membership) -> "ReportFileQuerySet":
        return self.filter(report__child__in=Child.objects.visible_to(membership))

    def standing(self) -> "ReportFileQuerySet":
        """Those that were not taken off."""
        return self.filter(removed_on__isnull=True)

    def same_as(self, sent_sha256: str) -> "ReportFileQuerySet":
        """The same bytes as these, sent or kept: a picture may come back as it was handed out."""
        return self.filter(Q(sent_sha256=sent_sha256) | Q(sha256=sent_sha256))


class ReportFile(TrackedModel):
    """A file as it is kept. `sha256` and `size` are of the bytes kept, `sent_sha256` of those sent.

    PDF and Word files are kept byte for byte; a picture is drawn anew. `name` is only shown.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="files")
    what_it_is = models.CharField(max_length=100, blank=True)
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

    objects = ReportFileQuerySet.as_manager()

    class Meta:
        ordering = ["added_at", "id"]

    def __str__(self) -> str:
        return self.what_it_is or self.name

    @property
    def kept(self) -> Kept:
        return Kept(self.stored_as, self.sha256, self.size)

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[FileKind(self.kind)]

    @property
    def neutral_name(self) -> str:
        """The name under which it is handed out: it tells of nobody."""
        return f"report-{self.report.dated_on:%Y-%m-%d}.{ENDINGS[FileKind(self.kind)]}"
