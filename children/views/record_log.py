"""Who looked at a child's record, and what was changed in it."""

from typing import Any

from django.http import HttpResponse

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import child_or_404, show
from children.queries.record_log import what_changed, who_looked


@staff_with(Permission.VIEW_ACCESS_LOG)
def access_log(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`children/…/access-log/?page=…`: who, when, which page, under which right."""
    child = child_or_404(request, child_id)
    page = who_looked(child, request.membership, request.GET.get("page"))
    context = {"child": child, "page": page}
    return show(request, "children/access_log.html", context, children=[child])


@staff_with(Permission.EDIT_CHILD)
def history(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`children/…/history/?page=…`: every change, old and new in words."""
    child = child_or_404(request, child_id)
    page = what_changed(child, request.membership, request.GET.get("page"))
    context = {"child": child, "page": page}
    return show(request, "children/history.html", context, children=[child])
