"""Check and finish: gaps, who agrees, and the steps from draft to finalised."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from accounts.access import StaffRequest, staff_with
from accounts.forms.base import PortalForm
from accounts.rules.roles import Permission
from children.access import show
from plans import actions, policies
from plans.forms.sign_off import ActForm, ParentAnswerForm, SignForm
from plans.models import Capacity, SupportPlan
from plans.queries.desk import desk_of
from plans.queries.reading import reading_of

from .desk_page import desk_told
from .door import plan_behind


@staff_with(Permission.VIEW_PLANS)
def finish(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`plans/<id>/finish/`"""
    return finish_page(request, plan_behind(request, plan_id))


def finish_page(
    request: StaffRequest, plan: SupportPlan, problem: PortalForm | None = None
) -> HttpResponse:
    """The page, with the form that was refused in its place."""
    member = request.membership
    parent = problem if isinstance(problem, ParentAnswerForm) else ParentAnswerForm(plan=plan)
    told = {
        **desk_told(desk_of(plan)),
        "plan": plan,
        "child": plan.child,
        "cycle": plan.cycle,
        "reading": reading_of(plan),
        "signatures": [sign_row(request, plan, c, problem) for c in policies.STAFF],
        "parent_form": parent,
        "may_write": member.may(Permission.WRITE_PLAN),
        "may_issue": member.may(Permission.ISSUE_DOCUMENT),
        "may_finalise": member.may(Permission.FINALISE_PLAN),
        "problem": problem,
    }
    return show(request, "plans/finish.html", told, children=[plan.child])


def sign_row(
    request: StaffRequest, plan: SupportPlan, capacity: Capacity, problem: PortalForm | None
) -> dict[str, Any]:
    """One capacity: what was answered, or the form for whoever may answer in it."""
    form: PortalForm | None = None
    if policies.can_sign_as(plan, capacity, request.membership):
        same = isinstance(problem, SignForm) and problem.capacity == capacity
        form = problem if same else SignForm(capacity=capacity)
    return {"capacity": capacity, "form": form}


def press(
    request: StaffRequest, plan_id: UUID, done: str, action: Callable[[SupportPlan], Any]
) -> HttpResponse:
    """A button: the step is made and said, or refused in words on the same page."""
    plan = plan_behind(request, plan_id)
    if request.method != "POST":
        return redirect("plans:finish", plan_id=plan.pk)
    form = ActForm(request.POST)
    if form.is_valid() and form.saves(lambda: action(plan)):
        messages.success(request, done)
        return redirect("plans:finish", plan_id=plan.pk)
    return finish_page(request, plan_behind(request, plan_id), form)


@staff_with(Permission.WRITE_PLAN)
def mark_ready(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`plans/<id>/ready/`"""
    done = "Ready: the key person and the SENCO can agree it now."
    return press(
        request, plan_id, done, lambda plan: actions.mark_ready(plan=plan, by=request.actor)
    )


@staff_with(Permission.WRITE_PLAN)
def back_to_draft(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`plans/<id>/back-to-draft/`"""
    done = "A draft again. What was agreed has to be agreed again."
    return press(
        request, plan_id, done, lambda plan: actions.back_to_draft(plan=plan, by=request.actor)
    )


@staff_with(Permission.FINALISE_PLAN)
def finalise(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`plans/<id>/finalise/`"""
    done = "Finalised. From now on this version does not change."
    return press(
        request, plan_id, done, lambda plan: actions.finalise_plan(plan=plan, by=request.actor)
    )


@staff_with(Permission.SIGN_PLAN)
def sign(request: StaffRequest, plan_id: UUID, capacity: str) -> HttpResponse:
    """`plans/<id>/sign/<capacity>/`: the answer of a member of staff in one capacity."""
    plan = plan_behind(request, plan_id)
    if request.method != "POST":
        return redirect("plans:finish", plan_id=plan.pk)
    form = SignForm(request.POST, capacity=capacity)
    if form.is_valid() and form.saves(
        lambda: actions.sign_plan(
            plan=plan,
            capacity=capacity,
            membership=request.membership,
            by=request.actor,
            **form.cleaned_data,
        )
    ):
        return redirect("plans:finish", plan_id=plan.pk)
    return finish_page(request, plan, form)


@staff_with(Permission.WRITE_PLAN)
def parent_answer(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`plans/<id>/parents/`: what a parent answered, as staff heard it."""
    plan = plan_behind(request, plan_id)
    if request.method != "POST":
        return redirect("plans:finish", plan_id=plan.pk)
    form = ParentAnswerForm(request.POST, plan=plan)
    if form.is_valid() and form.saves(
        lambda: actions.record_parent_answer(plan=plan, by=request.actor, **form.cleaned_data)
    ):
        return redirect("plans:finish", plan_id=plan.pk)
    return finish_page(request, plan, form)
