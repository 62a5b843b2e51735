"""Levels and the stage: what holds now, what held before, and a new entry."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children import actions
from children.access import child_or_404, show
from children.forms.path import LevelForm, StageEndForm, StageForm
from children.queries.record_pages import level_rows, stage_facts

from .answers import posted, to_child, to_page, today


@staff_with(Permission.EDIT_CHILD)
def level_add(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`children/…/level/add/`: a level from a day, under the levels so far."""
    child = child_or_404(request, child_id)
    form = LevelForm(posted(request), child=child)
    if form.is_valid() and form.saves(
        lambda: actions.record_level(child=child, **form.cleaned_data, by=request.actor)
    ):
        return to_child(request, child, f"Level saved for {child.called}.")
    context = {"child": child, "form": form, "levels": level_rows(child, today())}
    return show(request, "children/level_add.html", context, children=[child])


@staff_with(Permission.EDIT_CHILD)
def stage_override(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`children/…/stage/`: the stage by birthday, and one that was agreed instead."""
    child = child_or_404(request, child_id)
    form = StageForm(posted(request), child=child)
    if form.is_valid() and form.saves(
        lambda: actions.override_stage(child=child, **form.values(), by=request.actor)
    ):
        return to_child(request, child, f"Stage saved for {child.called}.")
    context = {"child": child, "form": form, "facts": stage_facts(child, today())}
    return show(request, "children/stage_override.html", context, children=[child])


@staff_with(Permission.EDIT_CHILD)
def stage_override_end(request: StaffRequest, child_id: Any, override_id: Any) -> HttpResponse:
    """`children/…/stage/…/end/`: the last day of an agreed stage."""
    child = child_or_404(request, child_id)
    override = get_object_or_404(child.stage_overrides, pk=override_id)
    form = StageEndForm(posted(request), record=override)
    if form.is_valid() and form.saves(
        lambda: actions.end_stage_override(override=override, **form.cleaned_data, by=request.actor)
    ):
        return to_page(
            request, "children:stage_override", "The last day is saved.", child_id=child.pk
        )
    context = {"child": child, "form": form, "override": override}
    return show(request, "children/stage_override_end.html", context, children=[child])
