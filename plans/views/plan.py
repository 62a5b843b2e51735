"""Starting a plan, and reading one."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import show
from children.models import Child
from plans import actions, policies
from plans.forms.sign_off import StartPlanForm
from plans.models import SupportPlan
from plans.queries.desk import desk_of
from plans.queries.reading import ground_now, is_under_way, reading_of, reviewed_cycle

from .desk_page import rows_of
from .door import plan_behind


@staff_with(Permission.WRITE_PLAN)
def start(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`plans/children/<id>/start/`: when it begins, and why where none is required."""
    child = get_object_or_404(Child.objects.visible_to(request.membership), pk=child_id)
    ground = ground_now(child)
    writing = SupportPlan.objects.visible_to(request.membership).being_written()
    plan = writing.filter(child=child).select_related("cycle").first()
    form = StartPlanForm(
        request.POST if request.method == "POST" else None,
        reason_wanted=policies.has_no_ground(ground),
    )
    made: list[SupportPlan] = []
    if form.is_valid() and form.saves(
        lambda: made.append(actions.start_plan(child=child, by=request.actor, **form.cleaned_data))
    ):
        return redirect("plans:edit", plan_id=made[0].pk)
    told = {"child": child, "ground": ground, "writing": plan, "form": form}
    return show(request, "plans/start.html", told, children=[child])


@staff_with(Permission.VIEW_PLANS)
def plan(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`plans/<id>/`: the plan to be read, as it stands or stood."""
    plan = plan_behind(request, plan_id)
    desk = desk_of(plan)
    may_write = request.membership.may(Permission.WRITE_PLAN)
    may_close = request.membership.may(Permission.FINALISE_PLAN)
    told = {
        "plan": plan,
        "child": plan.child,
        "cycle": plan.cycle,
        "strategies": rows_of(desk.to_read(), "strategies", "", {}),
        "targets": rows_of(desk.to_read(), "targets", "", {}),
        "reading": reading_of(plan),
        "before": reviewed_cycle(plan, plan.cycle.number - 1),
        "reviewed": reviewed_cycle(plan, plan.cycle.number),
        "may_change": may_write and policies.can_change_plan(plan),
        "may_finish": may_write and plan.is_being_written,
        "may_correct": may_write and policies.can_correct_plan(plan),
        "may_close": may_close and policies.can_close_plan(plan),
        "may_agree_date": may_close and plan.cycle.closed_on is None,
        "may_review": request.membership.may(Permission.HOLD_REVIEW) and is_under_way(plan),
        "may_issue": request.membership.may(Permission.ISSUE_DOCUMENT),
    }
    return show(request, "plans/plan.html", told, children=[plan.child])
