"""Reports about a child: record, correct, withdraw."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from agencies import actions
from agencies.forms.report import BecauseForm, ReportEditForm, ReportForm, ReportHoldsForm
from agencies.models import Report
from agencies.queries.requests import open_requests, requests_answered_by
from agencies.views.doors import back_to, child_or_404
from children.access import show
from children.views.answers import said_or_refused, to_page


@staff_with(Permission.RECORD_REPORT)
def report_add(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/reports/add/`."""
    child = child_or_404(request, child_id)
    form = ReportForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        child=child,
        initial={"agency": request.GET.get("agency", "")},
    )
    received: list[Report] = []
    if form.is_valid() and form.saves(
        lambda: received.append(
            actions.receive_report(child=child, values=form.cleaned_data, by=request.actor)
        )
    ):
        tell_what_it_answers(request, received)
        return back_to(child)
    context = {
        "form": form,
        "child": child,
        "report": None,
        "waiting": open_requests(child, timezone.localdate()),
    }
    return show(request, "agencies/report_form.html", context, children=[child])


@staff_with(Permission.RECORD_REPORT)
def report_edit(request: StaffRequest, child_id: UUID, report_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/reports/<id>/edit/`."""
    child = child_or_404(request, child_id)
    report = get_object_or_404(
        Report.objects.visible_to(request.membership), child=child, pk=report_id
    )
    form = ReportEditForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        child=child,
        record=report,
    )
    if form.is_valid() and form.saves(
        lambda: actions.change_report(
            report=report,
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        return back_to(child)
    context = {"form": form, "child": child, "report": report, "waiting": ()}
    return show(request, "agencies/report_form.html", context, children=[child])


@staff_with(Permission.RECORD_REPORT)
def report_holds(request: StaffRequest, child_id: UUID, report_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/reports/<id>/holds/`: strategies, targets, by hand and with the reason."""
    child = child_or_404(request, child_id)
    report = get_object_or_404(
        Report.objects.visible_to(request.membership), child=child, pk=report_id
    )
    form = ReportHoldsForm(request.POST if request.method == "POST" else None, record=report)
    if form.is_valid() and form.saves(
        lambda: actions.set_report_holds(
            report=report,
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        ids = {"child_id": child.pk, "report_id": report.pk}
        return to_page(request, "agencies:recommendations", "Saved.", "", **ids)
    context = {"form": form, "child": child, "report": report}
    return show(request, "agencies/report_holds.html", context, children=[child])


@staff_with(Permission.RECORD_REPORT)
@require_POST
def report_look(request: StaffRequest, child_id: UUID, report_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/reports/<id>/look/`: what an agency sent by its link counts from now on."""
    child = child_or_404(request, child_id)
    report = get_object_or_404(
        Report.objects.visible_to(request.membership), child=child, pk=report_id
    )
    said = said_or_refused(
        lambda: actions.look_at_report(report=report, by=request.actor), "The report counts now."
    )
    return to_page(
        request, "agencies:recommendations", said, child_id=child.pk, report_id=report.pk
    )


@staff_with(Permission.RECORD_REPORT)
def report_withdraw(request: StaffRequest, child_id: UUID, report_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/reports/<id>/withdraw/`: with the reason."""
    child = child_or_404(request, child_id)
    report = get_object_or_404(
        Report.objects.visible_to(request.membership), child=child, pk=report_id
    )
    form = BecauseForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.saves(
        lambda: actions.withdraw_report(
            report=report, because=form.cleaned_data["because"], by=request.actor
        )
    ):
        return back_to(child)
    context = {"form": form, "child": child, "what": "this report", "said": str(report)}
    return show(request, "agencies/withdraw.html", context, children=[child])


def tell_what_it_answers(request: StaffRequest, received: list[Report]) -> None:
    """Says which requests the report has closed, when there are any."""
    for report in received:
        answered = requests_answered_by(report)
        if answered:
            messages.success(request, f"The report is recorded. Closed: {'; '.join(answered)}.")
