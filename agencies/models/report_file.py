"""The files of a report: what came in, from whom and when. The bytes lie in private storage."""

from django.db import models

from accounts.models import Membership
from children.models import Child

from .kept_file import KeptFile, KeptFileQuerySet
from .report import Report


class ReportFileQuerySet(KeptFileQuerySet):
    def visible_to(self, membership: Membership) -> "ReportFileQuerySet":
        return self.filter(report__child__in=Child.objects.visible_to(membership))


class ReportFile(KeptFile):
    """One file of a report."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="files")
    what_it_is = models.CharField(max_length=100, blank=True)

    objects = ReportFileQuerySet.as_manager()

    class Meta:
        ordering = ["added_at", "id"]

    def __str__(self) -> str:
        return self.what_it_is or self.name

    @property
    def neutral_name(self) -> str:
        """The name under which it is handed out: it tells of nobody."""
        return f"report-{self.report.dated_on:%Y-%m-%d}.{self.ending}"
