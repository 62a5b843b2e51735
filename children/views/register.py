"""Bringing in a register from a file: choose it, say what its columns hold, check, add, undo."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from accounts.views.working import looked_again, work_shown
from children.access import show
from children.actions import register as actions
from children.forms.register import AddRegisterForm, ColumnsForm, RegisterFileForm
from children.models import RegisterImport
from children.queries.register import batch_of, children_to_be
from children.queries.register_pages import came_in_page, check_page

from .answers import posted, said_or_refused, to_page


def import_or_404(request: StaffRequest, import_id: UUID) -> RegisterImport:
    """The door to one import of this setting."""
    found = RegisterImport.objects.visible_to(request.membership).select_related("setting")
    return get_object_or_404(found, pk=import_id)


@staff_with(Permission.IMPORT_REGISTER)
def imports(request: StaffRequest) -> HttpResponse:
    """`children/import/`: a file to choose, and the files that came in before."""
    form = RegisterFileForm(posted(request), request.FILES or None)
    setting = request.membership.setting
    made = form.is_valid() and form.makes(
        lambda: actions.stage_register(
            setting=setting, sheet=form.cleaned_data["sheet"], by=request.actor
        ),
        request.actor,
    )
    if made:
        return redirect("children:import_columns", import_id=made)
    before = RegisterImport.objects.visible_to(request.membership)[:50]
    return render(request, "children/imports.html", {"form": form, "imports": before})


@staff_with(Permission.IMPORT_REGISTER)
def import_columns(request: StaffRequest, import_id: UUID) -> HttpResponse:
    """`children/import/…/columns/`: what each column holds, with examples beside it."""
    found = import_or_404(request, import_id)
    if not found.is_staged:
        return redirect("children:import_check", import_id=found.pk)
    form = ColumnsForm(posted(request), register_import=found)
    if form.is_valid() and form.saves(
        lambda: actions.name_columns(register_import=found, **form.cleaned_data, by=request.actor)
    ):
        return redirect("children:import_check", import_id=found.pk)
    return render(request, "children/import_columns.html", {"form": form, "register_import": found})


@staff_with(Permission.IMPORT_REGISTER)
def import_check(request: StaffRequest, import_id: UUID) -> HttpResponse:
    """`children/import/…/`: row by row what would come in; afterwards, what did."""
    found = import_or_404(request, import_id)
    number: Any = request.GET.get("page", 1)
    batch = batch_of(found)
    if batch and found.is_in_steps:
        return render(
            request,
            "children/import_in_steps.html",
            {"register_import": found, "work": work_shown(batch, request.membership)},
        )
    if not found.is_staged:
        page = came_in_page(found, number)
        context = {"register_import": found, "page": page, "batch": batch}
        answer = show(request, "children/import_added.html", context, children=page.object_list)
        return looked_again(request, answer, is_going_on=False)
    rows = children_to_be(found)
    form = AddRegisterForm(posted(request), rows=rows)
    if form.is_valid() and form.saves(
        lambda: actions.add_register(register_import=found, **form.said(), by=request.actor)
    ):
        return redirect("children:import_check", import_id=found.pk)
    context = {"register_import": found, "form": form, "page": check_page(found, rows, number)}
    return render(request, "children/import_check.html", context)


@staff_with(Permission.IMPORT_REGISTER)
@require_POST
def import_undo(request: StaffRequest, import_id: UUID) -> HttpResponse:
    """`children/import/…/undo/`: its children go off every list again."""
    found = import_or_404(request, import_id)
    said = said_or_refused(
        lambda: actions.undo_register(register_import=found, by=request.actor),
        "The import is taken back: its children go into the archive and off every list.",
    )
    return to_page(request, "children:import_check", said, import_id=found.pk)


@staff_with(Permission.IMPORT_REGISTER)
@require_POST
def import_give_up(request: StaffRequest, import_id: UUID) -> HttpResponse:
    """`children/import/…/give-up/`: nothing of the file is kept but its name."""
    found = import_or_404(request, import_id)
    said = said_or_refused(
        lambda: actions.give_up_register(register_import=found, by=request.actor),
        f"{found} is not added, and what stood in it is gone.",
    )
    return to_page(request, "children:imports", said)
