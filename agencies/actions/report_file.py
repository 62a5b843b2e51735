"""Files of reports: kept when they have been looked through, taken off with the reason (C1, C7.1)."""

from django.db import transaction

from accounts.rules.actor import Actor
from agencies.intake.examiner import Examined
from agencies.models import FileText, Report, ReportFile
from agencies.policies import check_file_is_new, check_file_is_nobody_elses

from .held import held_report
from .kept_files import laid_down, taken_off


@transaction.atomic
def add_report_file(
    *, report: Report, file: Examined, what_it_is: str, by: Actor, checked: bool = False
) -> ReportFile:
    """Keeps a file of the report: the bytes first, then the row; without a row no bytes stay.

    `Refused` when the report is withdrawn, or when the same file is on one of the child's reports;
    (checked) when it is on another child's record and nobody `checked` that it is right here too.
    """
    report = held_report(report)
    check_file_is_new(report.child, file)
    if not checked:
        check_file_is_nobody_elses(report.child, file)
    with laid_down(ReportFile(report=report, what_it_is=what_it_is), file, by) as row:
        FileText.objects.create(file=row, pages=list(file.texts))
        return row


@transaction.atomic
def take_off_report_file(*, file: ReportFile, because: str, by: Actor) -> ReportFile:
    """Nobody can open the file any more. What it was, and why it was taken off, stays on record."""
    held_report(file.report)
    file = ReportFile.objects.select_related("report").get(pk=file.pk)
    return taken_off(file, because, by)
