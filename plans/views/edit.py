"""The editor: every section and line on one page, each saved by itself."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from accounts.access import StaffRequest, staff_with
from accounts.forms.base import PortalForm
from accounts.rules.roles import Permission
from children.access import show
from plans import actions, policies
from plans.forms.sections import PART_FORMS, PartForm, StartForm, part_form
from plans.models import SupportPlan
from plans.queries.desk import desk_of
from plans.queries.reading import reviewed_cycle

from .bank_shelf import bank_told
from .desk_page import drawn_again, page_told
from .door import answer_not_saved, answer_saved, back_to_desk, plan_behind, saves_by_itself


@staff_with(Permission.WRITE_PLAN)
def edit(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`plans/<id>/write/`: the draft. A plan that no longer changes is shown to be read."""
    plan = plan_behind(request, plan_id)
    if not policies.can_change_plan(plan):
        return redirect("plans:plan", plan_id=plan.pk)
    return desk_page(request, plan)


def desk_page(
    request: StaffRequest,
    plan: SupportPlan,
    bound: Mapping[str, PortalForm] | None = None,
    problem: PortalForm | None = None,
) -> HttpResponse:
    """The editor, with the form that was not saved in its place and every word still in it."""
    desk = desk_of(plan)
    told = page_told(desk, request.GET.get("open", ""), bound or {}, problem)
    told |= bank_told(request, desk) | {"before": reviewed_cycle(plan, plan.cycle.number - 1)}
    return show(request, "plans/edit.html", told, children=[plan.child])


@staff_with(Permission.WRITE_PLAN)
def section(request: StaffRequest, plan_id: UUID, part: str) -> HttpResponse:
    """`plans/<id>/write/<part>/`: one section, saved by its button or by the page's script."""
    plan = plan_behind(request, plan_id)
    if part not in PART_FORMS:
        raise Http404
    if request.method != "POST":
        return back_to_desk(plan.pk, part)
    form = part_form(part, plan, request.POST)
    saved = form.is_valid() and form.saves(saver(form, plan, request))
    if saves_by_itself(request):
        return section_answer(request, form, saved)
    if saved:
        return back_to_desk(plan.pk, part)
    return desk_page(request, plan, {part: form}, form)


def saver(form: PartForm, plan: SupportPlan, request: StaffRequest) -> Callable[[], Any]:
    """The action of a part: the start belongs to the cycle, all other words to the plan."""
    seen = form.cleaned_data["seen_version"]
    if isinstance(form, StartForm):
        starts_on = form.cleaned_data["starts_on"]
        return lambda: actions.set_start(
            plan=plan, starts_on=starts_on, seen_version=seen, by=request.actor
        )
    return lambda: actions.change_section(
        plan=plan, values=form.values(), seen_version=seen, by=request.actor
    )


def section_answer(request: StaffRequest, form: PartForm, saved: bool) -> HttpResponse:
    if not saved:
        return answer_not_saved(form)
    plan = plan_behind(request, form.plan.pk)
    record = plan.cycle if isinstance(form, StartForm) else plan
    return answer_saved(record.row_version, drawn_again(desk_of(plan)))
