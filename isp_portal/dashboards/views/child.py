"""The child's own page, which joins every floor."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import show
from children.models import Child
from isp_portal.dashboards.queries.child import child_page


@staff_with(Permission.VIEW_CHILDREN)
def child(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`children/<id>/`: who the child is, the answer, plans, agencies, family, and the story."""
    found = get_object_or_404(Child.objects.visible_to(request.membership), pk=child_id)
    page = child_page(found, request.membership, today=timezone.localdate())
    return show(request, "dashboards/child.html", {"page": page}, children=[found])
