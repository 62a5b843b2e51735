"""The files of a report: listed, added, handed out, taken off with a reason."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from agencies import actions
from agencies.forms.report import BecauseForm
from agencies.forms.report_file import ReportFileForm
from agencies.intake.store import FileDamaged
from agencies.models import ReportFile
from agencies.policies import can_change_report
from agencies.queries.report_files import content_of, files_of
from agencies.views.handed_out import handed_out
from agencies.views.recommendation import report_behind
from children.access import child_or_404, note_seen, show
from children.models import Child
from children.views.answers import NotDone, posted, to_page

PAGE = "agencies:report_files"


@staff_with(Permission.VIEW_AGENCIES)
@require_GET
def report_files(request: StaffRequest, child_id: UUID, report_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/reports/<id>/files/`: what is on the report, and what was taken off."""
    child = child_or_404(request, child_id)
    report = report_behind(request, child, report_id)
    files, removed = files_of(report)
    context = {
        "child": child,
        "report": report,
        "files": files,
        "removed": removed,
        "may_add": request.membership.may(Permission.RECORD_REPORT) and can_change_report(report),
    }
    return show(request, "agencies/report_files.html", context, children=[child])


@staff_with(Permission.RECORD_REPORT)
def report_file_add(request: StaffRequest, child_id: UUID, report_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/reports/<id>/files/add/`."""
    child = child_or_404(request, child_id)
    report = report_behind(request, child, report_id)
    form = ReportFileForm(posted(request), request.FILES or None)
    if form.is_valid() and form.makes(
        lambda: actions.add_report_file(report=report, **form.cleaned_data, by=request.actor),
        request.actor,
    ):
        return to_files(request, child, report.pk, "The file is on the report.")
    context = {"form": form, "child": child, "report": report}
    return show(request, "agencies/report_file_form.html", context, children=[child])


@staff_with(Permission.VIEW_AGENCIES)
@require_GET
def report_file(request: StaffRequest, child_id: UUID, file_id: UUID) -> HttpResponseBase:
    """`agencies/children/<id>/report-files/<id>/`: the file, to be saved and opened elsewhere."""
    child = child_or_404(request, child_id)
    file = file_behind(request, child, file_id)
    try:
        content = content_of(file)
    except FileDamaged as damaged:
        return to_files(request, child, file.report_id, NotDone(damaged))
    note_seen(request, [child])
    return handed_out(content, file.content_type, file.neutral_name)


@staff_with(Permission.RECORD_REPORT)
def report_file_take_off(request: StaffRequest, child_id: UUID, file_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/report-files/<id>/take-off/`: with the reason."""
    child = child_or_404(request, child_id)
    file = file_behind(request, child, file_id)
    form = BecauseForm(posted(request))
    if form.is_valid() and form.saves(
        lambda: actions.take_off_report_file(
            file=file, because=form.cleaned_data["because"], by=request.actor
        )
    ):
        return to_files(request, child, file.report_id, "The file is taken off.")
    context = {"form": form, "child": child, "file": file}
    return show(request, "agencies/report_file_take_off.html", context, children=[child])


def to_files(request: StaffRequest, child: Child, report_id: Any, said: str) -> HttpResponse:
    return to_page(request, PAGE, said, child_id=child.pk, report_id=report_id)


def file_behind(request: StaffRequest, child: Child, file_id: UUID) -> ReportFile:
    """A file that stands: what was taken off is not handed out any more."""
    files = ReportFile.objects.visible_to(request.membership).standing()
    rows = files.select_related("report__agency", "report__child")
    return get_object_or_404(rows, report__child=child, pk=file_id)
