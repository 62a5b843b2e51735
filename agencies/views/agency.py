"""The agencies of the setting and their professionals."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from agencies import actions
from agencies.forms.agency import (
    AgencyEditForm,
    AgencyForm,
    ProfessionalEditForm,
    ProfessionalForm,
)
from agencies.models import Agency, Professional
from agencies.queries.directory import begun_from, services_to_add


@staff_with(Permission.VIEW_AGENCIES)
def agency_list(request: StaffRequest) -> HttpResponse:
    """`agencies/`: the agencies we work with, their professionals, and those that have ended."""
    agencies = Agency.objects.visible_to(request.membership).prefetch_related("professionals")
    context = {
        "agencies": agencies.in_use(),
        "ended": agencies.ended(),
        "usual": services_to_add(request.membership.setting),
        "may_manage": request.membership.may(Permission.MANAGE_AGENCIES),
    }
    return render(request, "agencies/list.html", context)


@staff_with(Permission.MANAGE_AGENCIES)
def add(request: StaffRequest) -> HttpResponse:
    """`agencies/add/`: empty, or begun from a usual service."""
    form = AgencyForm(
        request.POST if request.method == "POST" else None,
        initial=begun_from(request.GET.get("service", "")),
    )
    if form.is_valid() and form.saves(
        lambda: actions.add_agency(
            setting=request.membership.setting, values=form.cleaned_data, by=request.actor
        )
    ):
        return redirect("agencies:list")
    return render(request, "agencies/agency_form.html", {"form": form, "agency": None})


@staff_with(Permission.MANAGE_AGENCIES)
def edit(request: StaffRequest, agency_id: UUID) -> HttpResponse:
    """`agencies/<id>/edit/`."""
    agency = get_object_or_404(Agency.objects.visible_to(request.membership), pk=agency_id)
    form = AgencyEditForm(request.POST if request.method == "POST" else None, record=agency)
    if form.is_valid() and form.saves(
        lambda: actions.change_agency(
            agency=agency,
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        return redirect("agencies:list")
    return render(request, "agencies/agency_form.html", {"form": form, "agency": agency})


@staff_with(Permission.MANAGE_AGENCIES)
@require_POST
def end(request: StaffRequest, agency_id: UUID) -> HttpResponse:
    """`agencies/<id>/end/`: no longer chosen for a child; everything it sent stays."""
    agency = get_object_or_404(Agency.objects.visible_to(request.membership), pk=agency_id)
    actions.end_agency(agency=agency, by=request.actor)
    return redirect("agencies:list")


@staff_with(Permission.MANAGE_AGENCIES)
@require_POST
def bring_back(request: StaffRequest, agency_id: UUID) -> HttpResponse:
    """`agencies/<id>/bring-back/`."""
    agency = get_object_or_404(Agency.objects.visible_to(request.membership), pk=agency_id)
    actions.bring_back_agency(agency=agency, by=request.actor)
    return redirect("agencies:list")


@staff_with(Permission.MANAGE_AGENCIES)
def professional_add(request: StaffRequest, agency_id: UUID) -> HttpResponse:
    """`agencies/<id>/professionals/add/`."""
    agency = get_object_or_404(Agency.objects.visible_to(request.membership), pk=agency_id)
    form = ProfessionalForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.makes(
        lambda: actions.add_professional(agency=agency, values=form.cleaned_data, by=request.actor),
        request.actor,
    ):
        return redirect("agencies:list")
    context = {"form": form, "agency": agency, "professional": None}
    return render(request, "agencies/professional_form.html", context)


@staff_with(Permission.MANAGE_AGENCIES)
def professional_edit(request: StaffRequest, professional_id: UUID) -> HttpResponse:
    """`agencies/professionals/<id>/edit/`."""
    professional = get_object_or_404(
        Professional.objects.visible_to(request.membership), pk=professional_id
    )
    form = ProfessionalEditForm(
        request.POST if request.method == "POST" else None, record=professional
    )
    if form.is_valid() and form.saves(
        lambda: actions.change_professional(
            professional=professional,
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        return redirect("agencies:list")
    context = {"form": form, "agency": professional.agency, "professional": professional}
    return render(request, "agencies/professional_form.html", context)
