"""Files of reports: kept when they have been looked through, taken off with the reason (C1, C7.1)."""

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from agencies.intake import store
from agencies.intake.examiner import Examined
from agencies.models import FileText, Report, ReportFile
from agencies.policies import check_can_take_off_file, check_file_is_new, check_file_is_nobody_elses

from .held import held_report


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
    kept = store.keep(file)
    try:
        row = _row(report, file, kept, what_it_is, by).record(by=by, why="Came in")
        FileText.objects.create(file=row, pages=list(file.texts))
        return row
    except BaseException:
        store.let_go(kept)
        raise


@transaction.atomic
def take_off_report_file(*, file: ReportFile, because: str, by: Actor) -> ReportFile:
    """Nobody can open the file any more. What it was, and why it was taken off, stays on record."""
    held_report(file.report)
    file = ReportFile.objects.select_related("report").get(pk=file.pk)
    check_can_take_off_file(file)
    file.removed_on, file.removed_because = timezone.localdate(), because
    file.removed_by = by.label
    return file.record(by=by, why=f"Taken off: {because}")


def _row(
    report: Report, file: Examined, kept: store.Kept, what_it_is: str, by: Actor
) -> ReportFile:
    return ReportFile(
        report=report,
        what_it_is=what_it_is,
        name=file.name,
        kind=file.kind.value,
        page_count=file.pages or None,
        stored_as=kept.stored_as,
        sha256=kept.sha256,
        size=kept.size,
        sent_sha256=file.sent_sha256,
        added_by=by.label,
    )
