"""Adding a child, changing its own fields, archiving and bringing back."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children import actions
from children.access import child_or_404, show
from children.forms.child import ArchiveForm, ChildEditForm, ChildForm

from .answers import posted, said_or_refused, to_child


@staff_with(Permission.ADD_CHILD)
def add(request: StaffRequest) -> HttpResponse:
    """`children/add/`: a few fields, then the child's page."""
    form = ChildForm(posted(request), membership=request.membership)
    made = form.is_valid() and form.makes(
        lambda: actions.add_child(
            setting=request.membership.setting,
            added_by=request.membership,
            values=form.cleaned_data,
            by=request.actor,
        ),
        request.actor,
    )
    if made:
        return redirect("dashboards:child", child_id=made)
    return render(request, "children/add.html", {"form": form})


@staff_with(Permission.EDIT_CHILD)
def edit(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`children/…/edit/`: every field that is one value per child."""
    child = child_or_404(request, child_id)
    form = ChildEditForm(posted(request), membership=request.membership, record=child)
    if form.is_valid() and form.saves(
        lambda: actions.change_child(
            child=child_or_404(request, child_id),
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        return to_child(request, child, f"Saved for {child.called}.")
    context = {"child": child, "form": form}
    return show(request, "children/edit.html", context, children=[child])


@staff_with(Permission.ARCHIVE_CHILD)
def archive(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`children/…/archive/`: off every list, nothing deleted; or back again."""
    child = child_or_404(request, child_id)
    form = ArchiveForm(posted(request), child=child)
    if form.is_valid() and form.saves(
        lambda: actions.archive_child(child=child, **form.cleaned_data, by=request.actor)
    ):
        undo = reverse("children:bring_back", args=[child.pk])
        return to_child(request, child, f"{child.called}'s record is archived.", undo)
    context = {"child": child, "form": form}
    return show(request, "children/archive.html", context, children=[child])


@staff_with(Permission.ARCHIVE_CHILD)
@require_POST
def bring_back(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`children/…/bring-back/`: undoes an archive."""
    child = child_or_404(request, child_id)
    words = f"{child.called}'s record is back on the lists."
    said = said_or_refused(lambda: actions.bring_back_child(child=child, by=request.actor), words)
    return to_child(request, child, said)
