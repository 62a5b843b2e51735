"""Any two versions or plans of a child, side by side."""

from uuid import UUID

from django.http import Http404, HttpResponse

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import show
from plans.models import SupportPlan
from plans.queries.compare import compare as compared
from plans.queries.reading import reading_of

from .door import plan_behind


@staff_with(Permission.VIEW_PLANS)
def compare(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`plans/<id>/compare/?with=<id>`: with the one before it, when no other is named."""
    plan = plan_behind(request, plan_id)
    others = reading_of(plan).versions
    other = chosen(others, request.GET.get("with", ""), plan)
    was, now = sorted([other, plan], key=age) if other else (None, plan)
    told = {
        "plan": plan,
        "child": plan.child,
        "others": others,
        "other": other,
        "was": was,
        "now": now,
        "rows": compared(was, now) if was else (),
    }
    return show(request, "plans/compare.html", told, children=[plan.child])


def age(plan: SupportPlan) -> tuple[int, int]:
    return plan.cycle.number, plan.version


def chosen(others: tuple[SupportPlan, ...], named: str, plan: SupportPlan) -> SupportPlan | None:
    """The plan of this child that was named; 404 for any other. Else the nearest older one."""
    if named:
        found = next((other for other in others if str(other.pk) == named), None)
        if found is None:
            raise Http404
        return found
    older = [other for other in others if age(other) < age(plan)]
    return older[0] if older else next(iter(others), None)
