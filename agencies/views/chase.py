"""What agencies owe all children that somebody sees: reports (C6.1, C7, C7.1), and first visits."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from agencies.forms.request import ChaseFilterForm
from agencies.queries.chase import chase_page
from agencies.queries.waiting import waiting_page
from children.access import show


@staff_with(Permission.VIEW_AGENCIES)
def chase(request: StaffRequest) -> HttpResponse:
    """`agencies/chase/`: what to ask for, to chase, to read and to renew, each with its next step."""
    form = ChaseFilterForm(request.GET, membership=request.membership)
    page = chase_page(
        request.membership,
        today=timezone.localdate(),
        number=request.GET.get("page", 1),
        **form.wanted(),
    )
    shown = {row.child.pk: row.child for row in page.page}
    return show(
        request, "agencies/chase.html", {"form": form, "page": page}, children=shown.values()
    )


@staff_with(Permission.VIEW_AGENCIES)
def waiting(request: StaffRequest) -> HttpResponse:
    """`agencies/waiting/`: how long children wait for each agency. It names no child."""
    page = waiting_page(request.membership, timezone.localdate())
    return render(request, "agencies/waiting.html", {"page": page})
