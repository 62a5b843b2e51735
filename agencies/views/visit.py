"""Agencies' visits in the diary. They are shown in the calendar, among everything else of a month."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.access.calendar import asked_day, back_to_calendar
from accounts.rules.roles import Permission
from agencies.actions.visit import call_off_visit, change_visit, plan_visit
from agencies.forms.visit import CallOffForm, VisitEditForm, VisitForm
from agencies.models import AgencyVisit
from agencies.policies.visits import can_change_visit
from agencies.views.doors import back_to, child_or_404
from children.access import show


@staff_with(Permission.MANAGE_AGENCIES)
def visit_add(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/visits/add/?on=…`: who comes, when and where."""
    child = child_or_404(request, child_id)
    form = VisitForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        initial=asked_day(request, "on"),
    )
    if form.is_valid() and form.makes(
        lambda: plan_visit(child=child, values=form.cleaned_data, by=request.actor), request.actor
    ):
        return back_to_calendar(request, form.cleaned_data["on"], "Written down.") or back_to(child)
    context = {"form": form, "child": child, "visit": None, "may_call_off": False}
    return show(request, "agencies/visit_form.html", context, children=[child])


@staff_with(Permission.MANAGE_AGENCIES)
def visit_edit(request: StaffRequest, child_id: UUID, visit_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/visits/<id>/edit/`: another day, time or place."""
    child, visit = child_or_404(request, child_id), visit_behind(request, child_id, visit_id)
    form = VisitEditForm(
        request.POST if request.method == "POST" else None,
        record=visit,
        membership=request.membership,
        initial=asked_day(request, "on"),
    )
    if form.is_valid() and form.saves(
        lambda: change_visit(
            visit=visit,
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        return back_to_calendar(request, form.cleaned_data["on"], "Saved.") or back_to(child)
    context = {
        "form": form,
        "child": child,
        "visit": visit,
        "may_call_off": can_change_visit(visit, timezone.localdate()),
    }
    return show(request, "agencies/visit_form.html", context, children=[child])


@staff_with(Permission.MANAGE_AGENCIES)
def visit_call_off(request: StaffRequest, child_id: UUID, visit_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/visits/<id>/call-off/`: it does not take place, and why."""
    child, visit = child_or_404(request, child_id), visit_behind(request, child_id, visit_id)
    form = CallOffForm(request.POST if request.method == "POST" else None, record=visit)
    if form.is_valid() and form.saves(
        lambda: call_off_visit(
            visit=visit,
            called_off_because=form.cleaned_data["called_off_because"],
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        return back_to_calendar(request, visit.on, "The visit is called off.") or back_to(child)
    context = {"form": form, "child": child, "visit": visit}
    return show(request, "agencies/visit_call_off.html", context, children=[child])


def visit_behind(request: StaffRequest, child_id: UUID, visit_id: UUID) -> AgencyVisit:
    """The door to one visit: when its child is theirs to see, else 404."""
    visits = AgencyVisit.objects.visible_to(request.membership)
    return get_object_or_404(
        visits.select_related("agency", "professional", "child"), child=child_id, pk=visit_id
    )
