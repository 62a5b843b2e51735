"""The words of a report's file, page by page, as they were read out when it came in."""

import uuid

from django.db import models

from .report_file import ReportFile


class FileText(models.Model):
    """Never changed, so without a history: the file itself is the record. As sensitive as the file.

    `pages` has one text for each page, "" for a page without words, such as a scanned one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.OneToOneField(ReportFile, models.CASCADE, related_name="text")
    pages = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"Words of {self.file_id}"
