"""Steps that ask for a reason first: correcting, closing, another date for the review."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import show
from plans import actions
from plans.forms.sign_off import DueDateForm, ReasonForm
from plans.models import SupportPlan

from .door import plan_behind


def ask_why(
    request: StaffRequest, plan: SupportPlan, words: dict[str, str], action: Callable[[str], Any]
) -> tuple[HttpResponse, Any]:
    """The page that asks for the reason, and what the action made once it was given."""
    form = ReasonForm(request.POST if request.method == "POST" else None)
    made: list[Any] = []
    if form.is_valid():
        form.saves(lambda: made.append(action(form.cleaned_data["because"])))
    told = {"plan": plan, "child": plan.child, "form": form, **words}
    if made:
        return redirect("plans:plan", plan_id=plan.pk), made[0]
    return show(request, "plans/ask.html", told, children=[plan.child]), None


@staff_with(Permission.WRITE_PLAN)
def correct(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`plans/<id>/correct/`: a new version, to be written."""
    plan = plan_behind(request, plan_id)
    words = {
        "question": f"Correct plan {plan.cycle.number}?",
        "words": "A new version begins with the words of this one. "
        "This one stays in force until the new one is finalised.",
        "button": "Correct the plan",
    }
    answer, made = ask_why(
        request,
        plan,
        words,
        lambda because: actions.correct_plan(plan=plan, because=because, by=request.actor),
    )
    return redirect("plans:edit", plan_id=made.pk) if made else answer


@staff_with(Permission.FINALISE_PLAN)
def close(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`plans/<id>/close/`"""
    plan = plan_behind(request, plan_id)
    words = {
        "question": f"Close plan {plan.cycle.number}?",
        "words": "A closed plan stays to be read. It cannot be opened again; the next plan has "
        "the next number.",
        "button": "Close the plan",
    }
    answer, _ = ask_why(
        request,
        plan,
        words,
        lambda because: actions.close_plan(plan=plan, because=because, by=request.actor),
    )
    return answer


@staff_with(Permission.FINALISE_PLAN)
def due_date(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`plans/<id>/due-date/`: another date for the review, with the reason (C4)."""
    plan = plan_behind(request, plan_id)
    data = request.POST if request.method == "POST" else None
    now = {"due_on": plan.cycle.due_on, "because": plan.cycle.agreed_because}
    form = DueDateForm(data, record=plan.cycle, initial=now)
    if form.is_valid() and form.saves(
        lambda: actions.agree_due_date(cycle=plan.cycle, by=request.actor, **form.cleaned_data)
    ):
        return redirect("plans:plan", plan_id=plan.pk)
    told = {
        "plan": plan,
        "child": plan.child,
        "form": form,
        "question": f"Which date for the review of plan {plan.cycle.number}?",
        "words": "The date that was worked out stays beside it, with your reason.",
        "button": "Agree the date",
    }
    return show(request, "plans/ask.html", told, children=[plan.child])
