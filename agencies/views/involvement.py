"""An agency's path with a child."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from agencies import actions
from agencies.forms.involvement import InvolvementEditForm, InvolvementForm
from agencies.models import Involvement
from agencies.views.doors import back_to, child_or_404
from children.access import show


@staff_with(Permission.MANAGE_AGENCIES)
def involvement_add(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/involvements/add/`."""
    child = child_or_404(request, child_id)
    form = InvolvementForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        child=child,
    )
    if form.is_valid() and form.saves(
        lambda: actions.add_involvement(child=child, values=form.cleaned_data, by=request.actor)
    ):
        return back_to(child)
    context = {"form": form, "child": child, "involvement": None}
    return show(request, "agencies/involvement_form.html", context, children=[child])


@staff_with(Permission.MANAGE_AGENCIES)
def involvement_edit(request: StaffRequest, child_id: UUID, involvement_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/involvements/<id>/edit/`."""
    child = child_or_404(request, child_id)
    involvement = get_object_or_404(
        Involvement.objects.visible_to(request.membership), child=child, pk=involvement_id
    )
    form = InvolvementEditForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        child=child,
        record=involvement,
    )
    if form.is_valid() and form.saves(
        lambda: actions.change_involvement(
            involvement=involvement,
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        return back_to(child)
    context = {"form": form, "child": child, "involvement": involvement}
    return show(request, "agencies/involvement_form.html", context, children=[child])
