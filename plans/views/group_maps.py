"""Group provision maps: list, read, write, end."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.forms.base import PortalForm
from accounts.rules.roles import Permission
from children.access import show
from plans.actions import group_maps as actions
from plans.forms.group_maps import GroupMapEditForm, GroupMapForm
from plans.models import GroupProvisionMap
from plans.policies.group_review import can_copy_map
from plans.queries.group_maps import group_map_lines, group_map_page


@staff_with(Permission.VIEW_GROUP_MAPS)
def group_map_list(request: StaffRequest) -> HttpResponse:
    """`plans/group-maps/`."""
    context = {
        "lines": group_map_lines(request.membership, timezone.localdate()),
        "may_manage": request.membership.may(Permission.MANAGE_GROUP_MAPS),
    }
    return render(request, "plans/group_map_list.html", context)


@staff_with(Permission.VIEW_GROUP_MAPS)
def group_map(request: StaffRequest, map_id: UUID) -> HttpResponse:
    """`plans/group-maps/<id>/`: its rows, and the children that this member may see."""
    found = get_object_or_404(GroupProvisionMap.objects.visible_to(request.membership), pk=map_id)
    return show_map(request, found, PortalForm())


def show_map(request: StaffRequest, found: GroupProvisionMap, form: PortalForm) -> HttpResponse:
    """The map's page, with what an action refused."""
    page = group_map_page(found, request.membership, timezone.localdate())
    may_manage = request.membership.may(Permission.MANAGE_GROUP_MAPS)
    context = {
        "page": page,
        "form": form,
        "may_end": may_manage,
        "may_copy": may_manage and can_copy_map(found),
        "followed_by": found.followed_by.all(),
    }
    return show(request, "plans/group_map.html", context, children=page.children)


@staff_with(Permission.MANAGE_GROUP_MAPS)
def group_map_add(request: StaffRequest) -> HttpResponse:
    """`plans/group-maps/add/`."""
    form = GroupMapForm(request.POST if request.method == "POST" else None)
    made = form.is_valid() and form.makes(
        lambda: actions.add_group_map(
            setting=request.membership.setting, values=form.cleaned_data, by=request.actor
        ),
        request.actor,
    )
    if made:
        return redirect("plans:group_map", map_id=made)
    return render(request, "plans/group_map_form.html", {"form": form, "group_map": None})


@staff_with(Permission.MANAGE_GROUP_MAPS)
def group_map_edit(request: StaffRequest, map_id: UUID) -> HttpResponse:
    """`plans/group-maps/<id>/edit/`."""
    found = get_object_or_404(GroupProvisionMap.objects.visible_to(request.membership), pk=map_id)
    form = GroupMapEditForm(request.POST if request.method == "POST" else None, record=found)
    if form.is_valid() and form.saves(
        lambda: actions.change_group_map(
            group_map=found,
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        return redirect("plans:group_map", map_id=found.pk)
    return render(request, "plans/group_map_form.html", {"form": form, "group_map": found})


@staff_with(Permission.MANAGE_GROUP_MAPS)
@require_POST
def group_map_end(request: StaffRequest, map_id: UUID) -> HttpResponse:
    """`plans/group-maps/<id>/end/`: from today it exempts nobody."""
    found = get_object_or_404(GroupProvisionMap.objects.visible_to(request.membership), pk=map_id)
    form = PortalForm(request.POST)
    if form.is_valid() and form.saves(
        lambda: actions.end_group_map(group_map=found, by=request.actor)
    ):
        return redirect("plans:group_map", map_id=found.pk)
    return show_map(request, found, form)
