"""The strategy bank beside a plan: looked through while writing."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import show
from children.rules import age_on
from plans.forms.bank import BankSearchForm
from plans.queries.bank import shelf_for
from plans.queries.desk import Desk, bank_of, desk_of

from .door import plan_behind


@staff_with(Permission.WRITE_PLAN)
def bank_shelf(request: StaffRequest, plan_id: UUID) -> HttpResponse:
    """`plans/<id>/bank/`: what was found, for the page's script to put in its place."""
    plan = plan_behind(request, plan_id)
    told = {"plan": plan, "child": plan.child, **bank_told(request, desk_of(plan))}
    return show(request, "plans/_bank_found.html", told, children=[plan.child])


def bank_told(request: StaffRequest, desk: Desk) -> dict[str, Any]:
    """The drawer: the search, the strategies of earlier plans, and those of the setting's bank.

    Without a search it shows the plan's own area, for the child's age.
    """
    plan = desk.plan
    years, months = age_on(plan.child.date_of_birth, timezone.localdate())
    search = BankSearchForm(request.GET, area=plan.primary_area, months=years * 12 + months)
    carried = bank_of(plan, desk.lines)
    return {
        "search": search,
        "carried": [kept for kept in carried if search.names(str(kept.strategy))],
        "shelf": shelf_for(plan, desk.lines, carried, search.wanted()),
    }
