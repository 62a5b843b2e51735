"""The review of a group provision map, and the map that follows it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.forms.base import PortalForm
from accounts.rules.roles import Permission
from children.access import show
from plans.actions import group_review as actions
from plans.forms.group_review import GroupReviewForm, NextMapForm
from plans.models import GroupProvisionMap
from plans.policies.group_review import can_copy_map
from plans.queries.group_review import gaps_of_review, rows_to_review


def _map_behind(request: StaffRequest, map_id: UUID) -> GroupProvisionMap:
    return get_object_or_404(GroupProvisionMap.objects.visible_to(request.membership), pk=map_id)


@staff_with(Permission.MANAGE_GROUP_MAPS)
def group_map_review(request: StaffRequest, map_id: UUID) -> HttpResponse:
    """`plans/group-maps/<id>/review/`: what each row came to, and what next; kept as one writes."""
    found = _map_behind(request, map_id)
    form = GroupReviewForm(
        request.POST if request.method == "POST" else None,
        record=found,
        rows=rows_to_review(found),
    )
    if form.is_valid() and form.saves(
        lambda: actions.write_group_map_review(group_map=found, **form.review(), by=request.actor)
    ):
        messages.success(request, "The review is kept.")
        return redirect("plans:group_map_review", map_id=found.pk)
    return _show_review(request, found, form, form)


def _show_review(
    request: StaffRequest, found: GroupProvisionMap, form: GroupReviewForm, refused: PortalForm
) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "group_map": found,
        "form": form,
        "refused": refused,
        "gaps": gaps_of_review(found, today),
        "today": today,
    }
    seen = {named.child for row in form.rows for named in row.named_children.all()}
    return show(request, "plans/group_map_review.html", context, children=seen)


@staff_with(Permission.MANAGE_GROUP_MAPS)
@require_POST
def group_map_review_finish(request: StaffRequest, map_id: UUID) -> HttpResponse:
    """`plans/group-maps/<id>/review/finish/`: the map is frozen, or the gaps are named."""
    found = _map_behind(request, map_id)
    refused = PortalForm(request.POST)
    if refused.is_valid() and refused.saves(
        lambda: actions.review_group_map(group_map=found, by=request.actor)
    ):
        messages.success(request, "The review is finished. The map stays as it is.")
        return redirect("plans:group_map", map_id=found.pk)
    form = GroupReviewForm(record=found, rows=rows_to_review(found))
    return _show_review(request, found, form, refused)


@staff_with(Permission.MANAGE_GROUP_MAPS)
def group_map_copy(request: StaffRequest, map_id: UUID) -> HttpResponse:
    """`plans/group-maps/<id>/next/`: the rows that go on, in a map of the next period."""
    found = _map_behind(request, map_id)
    form = NextMapForm(request.POST if request.method == "POST" else None, group_map=found)
    made = form.is_valid() and form.makes(
        lambda: actions.copy_group_map(group_map=found, **form.cleaned_data, by=request.actor),
        request.actor,
    )
    if made:
        return redirect("plans:group_map", map_id=made)
    context = {"form": form, "group_map": found, "may_copy": can_copy_map(found)}
    return render(request, "plans/group_map_copy.html", context)
