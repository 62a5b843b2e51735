"""The rows of a group provision map."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.forms.base import PortalForm
from accounts.rules.roles import Permission
from children.access import show
from plans.actions import group_maps as actions
from plans.forms.group_maps import GroupRowEditForm, GroupRowForm
from plans.models import GroupProvisionMap, GroupProvisionRow

from .group_maps import show_map


@staff_with(Permission.MANAGE_GROUP_MAPS)
def group_row_add(request: StaffRequest, map_id: UUID) -> HttpResponse:
    """`plans/group-maps/<id>/rows/add/`."""
    found = get_object_or_404(GroupProvisionMap.objects.visible_to(request.membership), pk=map_id)
    form = GroupRowForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        group_map=found,
    )
    if form.is_valid() and form.makes(
        lambda: actions.add_group_row(group_map=found, **form.parts(), by=request.actor),
        request.actor,
    ):
        return redirect("plans:group_map", map_id=found.pk)
    context = {"form": form, "group_map": found, "row": None}
    return show(request, "plans/group_row_form.html", context, children=form.offered())


@staff_with(Permission.MANAGE_GROUP_MAPS)
def group_row_edit(request: StaffRequest, row_id: UUID) -> HttpResponse:
    """`plans/group-rows/<id>/edit/`."""
    rows = GroupProvisionRow.objects.visible_to(request.membership).select_related("group_map")
    row = get_object_or_404(rows, pk=row_id)
    form = GroupRowEditForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        group_map=row.group_map,
        record=row,
    )
    if form.is_valid() and form.saves(
        lambda: actions.change_group_row(
            row=row,
            **form.parts(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        return redirect("plans:group_map", map_id=row.group_map_id)
    context = {"form": form, "group_map": row.group_map, "row": row}
    return show(request, "plans/group_row_form.html", context, children=form.offered())


@staff_with(Permission.MANAGE_GROUP_MAPS)
@require_POST
def group_row_remove(request: StaffRequest, row_id: UUID) -> HttpResponse:
    """`plans/group-rows/<id>/remove/`: off the map from today, kept in history."""
    rows = GroupProvisionRow.objects.visible_to(request.membership).select_related("group_map")
    row = get_object_or_404(rows, pk=row_id)
    form = PortalForm(request.POST)
    if form.is_valid() and form.saves(lambda: actions.remove_group_row(row=row, by=request.actor)):
        return redirect("plans:group_map", map_id=row.group_map_id)
    return show_map(request, row.group_map, form)
