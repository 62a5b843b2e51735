"""The files of a report, those that were taken off included, and the bytes of one."""

from agencies.intake import store
from agencies.models import KeptFile, Report, ReportFile


def files_of(report: Report) -> tuple[list[ReportFile], list[ReportFile]]:
    """What is on the report, in the order in which it came, and what was taken off."""
    rows = list(ReportFile.objects.filter(report=report))
    return [r for r in rows if r.removed_on is None], [r for r in rows if r.removed_on]


def content_of(file: KeptFile) -> bytes:
    """Byte for byte as it was kept. Raises `store.FileDamaged`."""
    return store.read(file.kept)
