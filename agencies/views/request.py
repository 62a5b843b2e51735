"""Requests to agencies about a child: raised, marked as asked, closed (C6.1, C7)."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from agencies import actions
from agencies.forms.report import BecauseForm
from agencies.forms.request import AskedForm, ChasedForm, ParentsAskedForm, RequestForm
from agencies.models import ReportRequest
from agencies.policies import why_not_ask, why_not_chase
from agencies.queries.requests import requests_of
from children.access import child_or_404, show
from children.models import Child
from children.views.answers import posted, to_page


@staff_with(Permission.VIEW_AGENCIES)
def requests(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/requests/`: each with its state and its next step."""
    child = child_or_404(request, child_id)
    context = {
        "child": child,
        "rows": requests_of(child, timezone.localdate()),
        "may_manage": request.membership.may(Permission.MANAGE_AGENCIES),
        "may_consent": request.membership.may(Permission.RECORD_CONSENT),
    }
    return show(request, "agencies/requests.html", context, children=[child])


@staff_with(Permission.MANAGE_AGENCIES)
def request_add(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/requests/add/`."""
    child = child_or_404(request, child_id)
    form = RequestForm(
        posted(request),
        membership=request.membership,
        initial={name: request.GET.get(name, "") for name in ("agency", "kind")},
    )
    if form.is_valid() and (
        made := form.makes(
            lambda: actions.request_report(child=child, **form.cleaned_data, by=request.actor),
            request.actor,
        )
    ):
        words = "The request is raised. Nobody has been contacted yet."
        return to_page(request, "documents:agency_letter", words, request_id=made)
    return show(
        request, "agencies/request_form.html", {"form": form, "child": child}, children=[child]
    )


@staff_with(Permission.MANAGE_AGENCIES)
def request_asked(request: StaffRequest, child_id: UUID, request_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/requests/<id>/asked/`: the day and the way; without consent, why not."""
    child = child_or_404(request, child_id)
    found = request_behind(request, child, request_id)
    form = AskedForm(posted(request), initial={"asked_how": request.GET.get("how", "")})
    if form.is_valid() and form.saves(
        lambda: actions.mark_asked(request=found, **form.cleaned_data, by=request.actor)
    ):
        return to_page(
            request, "agencies:requests", f"{found.agency} has been asked.", child_id=child.pk
        )
    context = {"form": form, "child": child, "asked": found, "why_not": why_not_ask(found)}
    return show(request, "agencies/request_asked.html", context, children=[child])


@staff_with(Permission.MANAGE_AGENCIES)
def request_chased(request: StaffRequest, child_id: UUID, request_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/requests/<id>/chased/`: asked again; without consent, why not."""
    child = child_or_404(request, child_id)
    found = request_behind(request, child, request_id)
    form = ChasedForm(posted(request), initial={"how": request.GET.get("how", "")})
    if form.is_valid() and form.makes(
        lambda: actions.mark_chased(request=found, **form.cleaned_data, by=request.actor),
        request.actor,
    ):
        return to_page(
            request, "agencies:requests", f"{found.agency} has been chased.", child_id=child.pk
        )
    context = {"form": form, "child": child, "asked": found, "why_not": why_not_chase(found)}
    return show(request, "agencies/request_chased.html", context, children=[child])


@staff_with(Permission.MANAGE_AGENCIES)
def request_parents_asked(request: StaffRequest, child_id: UUID, request_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/requests/<id>/parents-asked/`: for the copy that they hold."""
    child = child_or_404(request, child_id)
    found = request_behind(request, child, request_id)
    form = ParentsAskedForm(posted(request), child=child)
    if form.is_valid() and form.makes(
        lambda: actions.ask_parents(request=found, **form.cleaned_data, by=request.actor),
        request.actor,
    ):
        words = f"{form.cleaned_data['contact'].name} has been asked."
        return to_page(request, "agencies:requests", words, child_id=child.pk)
    context = {"form": form, "child": child, "asked": found}
    return show(request, "agencies/request_parents_asked.html", context, children=[child])


@staff_with(Permission.MANAGE_AGENCIES)
def request_close(request: StaffRequest, child_id: UUID, request_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/requests/<id>/close/`: without a report, with the reason."""
    child = child_or_404(request, child_id)
    found = request_behind(request, child, request_id)
    form = BecauseForm(posted(request))
    if form.is_valid() and form.saves(
        lambda: actions.close_request(
            request=found, because=form.cleaned_data["because"], by=request.actor
        )
    ):
        return to_page(request, "agencies:requests", "The request is closed.", child_id=child.pk)
    context = {"form": form, "child": child, "asked": found}
    return show(request, "agencies/request_close.html", context, children=[child])


def request_behind(request: StaffRequest, child: Child, request_id: UUID) -> ReportRequest:
    asked = ReportRequest.objects.visible_to(request.membership).select_related("agency", "child")
    return get_object_or_404(asked, child=child, pk=request_id)
