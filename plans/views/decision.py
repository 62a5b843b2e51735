"""The kept answers to "is an ISP required?": all of them, and seeing that one changed."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.forms.base import PortalForm
from accounts.rules.roles import Permission
from children.access import show
from children.models import Child
from plans.actions.decision import acknowledge_decision
from plans.models import RequirementDecision
from plans.queries.answers import answers_of


@staff_with(Permission.VIEW_AGENCIES)
def decisions(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`plans/children/<id>/answers/`: every answer with its basis, the newest first."""
    child = get_object_or_404(Child.objects.visible_to(request.membership), pk=child_id)
    context = {"child": child, "answers": answers_of(child), "form": PortalForm()}
    return show(request, "plans/decisions.html", context, children=[child])


@staff_with(Permission.ACKNOWLEDGE_DECISION)
@require_POST
def decision_acknowledge(request: StaffRequest, child_id: UUID, decision_id: UUID) -> HttpResponse:
    """`plans/children/<id>/answers/<id>/acknowledge/`: it leaves the dashboard; nothing closes."""
    child = get_object_or_404(Child.objects.visible_to(request.membership), pk=child_id)
    decision = get_object_or_404(
        RequirementDecision.objects.visible_to(request.membership), child=child, pk=decision_id
    )
    form = PortalForm(request.POST)
    if form.is_valid() and form.saves(
        lambda: acknowledge_decision(decision=decision, by=request.actor)
    ):
        return redirect("dashboards:child", child_id=child.pk)
    context = {"child": child, "answers": answers_of(child), "form": form}
    return show(request, "plans/decisions.html", context, children=[child])
