"""The list of children, which is also the first page."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import show
from isp_portal.dashboards.forms.children import ChildrenFilterForm
from isp_portal.dashboards.queries.children import children_page


@staff_with(Permission.VIEW_CHILDREN)
def home(request: StaffRequest) -> HttpResponse:
    """`/`: to her day for somebody who works with key or room children, else to the children."""
    membership = request.membership
    records = membership.may(Permission.RECORD_ENTRY)
    sees_all = membership.may(Permission.VIEW_ALL_CHILDREN)
    return redirect("reviews:my_day" if records and not sees_all else "dashboards:children")


@staff_with(Permission.VIEW_CHILDREN)
def children(request: StaffRequest) -> HttpResponse:
    """`children/`: every child in the person's care, found by name and room."""
    form = ChildrenFilterForm(request.GET, membership=request.membership)
    page = children_page(
        request.membership,
        today=timezone.localdate(),
        number=request.GET.get("page", 1),
        **form.wanted(),
    )
    context = {
        "form": form,
        "page": page,
        "may_add": request.membership.may(Permission.ADD_CHILD),
        "may_mark": request.membership.may(Permission.MARK_ATTENDANCE),
    }
    return show(
        request, "dashboards/children.html", context, children=[row.child for row in page.rows]
    )
