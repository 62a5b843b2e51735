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
    """`/`: to what is due for who sees every child, else to her day."""
    sees_all = request.membership.may(Permission.VIEW_ALL_CHILDREN)
    return redirect("dashboards:due" if sees_all else "reviews:my_day")


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
