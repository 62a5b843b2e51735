"""Lines of a plan: added, saved, moved, taken off and put back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from plans import actions
from plans.forms.lines import AddLineForm, LineForm, TargetForm
from plans.forms.sign_off import ActForm
from plans.models import Strategy, Target
from plans.queries.bank import offered_by
from plans.queries.desk import bank_of, desk_of, recommended_to

from .desk_page import drawn_again, line_form
from .door import (
    KINDS,
    answer_not_saved,
    answer_saved,
    back_to_desk,
    line_behind,
    plan_behind,
    saves_by_itself,
)
from .edit import desk_page


@staff_with(Permission.WRITE_PLAN)
def line_add(request: StaffRequest, plan_id: UUID, kind: str) -> HttpResponse:
    """`plans/<id>/<kind>/add/`: an empty line, or a strategy of an earlier plan or of the bank."""
    plan = plan_behind(request, plan_id)
    if kind not in KINDS:
        raise Http404
    if request.method != "POST":
        return back_to_desk(plan.pk, kind)
    asked = AddLineForm(request.POST)
    asked.offer(
        plan.child_id,
        [kept.strategy for kept in bank_of(plan, desk_of(plan).lines)],
        offered_by(plan.child.setting_id),
        recommended_to(plan, kind),
    )
    if not asked.is_valid():
        raise Http404
    key, kept = asked.cleaned_data["line_key"], asked.cleaned_data["carried_from"]
    words, recommended = asked.cleaned_data["words"], asked.cleaned_data["from_recommendation"]
    form = ActForm(request.POST)
    if form.is_valid() and form.saves(
        lambda: (
            actions.add_strategy(
                plan=plan,
                line_key=key,
                carried_from=kept,
                words=words,
                recommendation=recommended,
                by=request.actor,
            )
            if kind == "strategies"
            else actions.add_target(
                plan=plan, line_key=key, recommendation=recommended, by=request.actor
            )
        )
    ):
        return back_to_desk(plan.pk, f"line-{key}", key)
    return desk_page(request, plan, problem=form)


@staff_with(Permission.WRITE_PLAN)
def line(request: StaffRequest, kind: str, line_id: UUID) -> HttpResponse:
    """`plans/<kind>/<id>/`: one line, saved by its button or by the page's script."""
    row = line_behind(request, kind, line_id)
    key = str(row.line_key)
    if request.method != "POST":
        return back_to_desk(row.plan_id, f"line-{key}", key)
    plan = plan_behind(request, row.plan_id)
    form = line_form(desk_of(plan), row, request.POST)
    saved = form.is_valid() and form.saves(lambda: save_line(form, row, request))
    if saves_by_itself(request):
        return line_answer(request, form, row, saved)
    if saved:
        return back_to_desk(plan.pk, f"line-{key}")
    return desk_page(request, plan, {key: form}, form)


def save_line(form: LineForm, row: Strategy | Target, request: StaffRequest) -> None:
    seen = form.cleaned_data["seen_version"]
    if isinstance(row, Strategy):
        actions.change_strategy(line=row, values=form.values(), seen_version=seen, by=request.actor)
    elif isinstance(form, TargetForm):
        actions.change_target(
            line=row,
            values=form.values(),
            served_by=form.cleaned_data["strategies"],
            seen_version=seen,
            by=request.actor,
        )


def line_answer(
    request: StaffRequest, form: LineForm, row: Strategy | Target, saved: bool
) -> HttpResponse:
    if not saved:
        return answer_not_saved(form)
    desk = desk_of(plan_behind(request, row.plan_id))
    row.refresh_from_db(fields=["row_version"])
    return answer_saved(row.row_version, drawn_again(desk, row))


@staff_with(Permission.WRITE_PLAN)
def line_move(request: StaffRequest, kind: str, line_id: UUID, way: str) -> HttpResponse:
    """`plans/<kind>/<id>/move/up/` or `…/down/`."""
    row = line_behind(request, kind, line_id)
    if way not in ("up", "down"):
        raise Http404
    return act(request, row, lambda: actions.move_line(line=row, up=way == "up", by=request.actor))


@staff_with(Permission.WRITE_PLAN)
def line_remove(request: StaffRequest, kind: str, line_id: UUID) -> HttpResponse:
    """`plans/<kind>/<id>/take-off/`: the words stay, and the line can be put back."""
    row = line_behind(request, kind, line_id)
    return act(request, row, lambda: actions.remove_line(line=row, by=request.actor), "removed")


@staff_with(Permission.WRITE_PLAN)
def line_put_back(request: StaffRequest, kind: str, line_id: UUID) -> HttpResponse:
    """`plans/<kind>/<id>/put-back/`"""
    row = line_behind(request, kind, line_id)
    return act(request, row, lambda: actions.put_back_line(line=row, by=request.actor))


def act(
    request: StaffRequest, row: Any, action: Callable[[], Any], anchor: str = ""
) -> HttpResponse:
    """A press on a line: done and back to the editor, or refused in words."""
    if request.method != "POST":
        return back_to_desk(row.plan_id, f"line-{row.line_key}")
    form = ActForm(request.POST)
    if form.is_valid() and form.saves(action):
        return back_to_desk(row.plan_id, anchor or f"line-{row.line_key}")
    return desk_page(request, plan_behind(request, row.plan_id), problem=form)
