"""The setting's year in pictures, and the same to print."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from isp_portal.dashboards.queries.pictures import pictures as pictures_of


@staff_with(Permission.VIEW_ALL_CHILDREN)
def pictures(request: StaffRequest) -> HttpResponse:
    """`pictures/`: counts of the setting as a whole. They show no child."""
    return render(request, "dashboards/pictures.html", _told(request))


@staff_with(Permission.VIEW_ALL_CHILDREN)
def pictures_print(request: StaffRequest) -> HttpResponse:
    """`pictures/print/`: the same drawings, with their tables open."""
    return render(request, "dashboards/pictures_print.html", _told(request))


def _told(request: StaffRequest) -> dict[str, object]:
    today = timezone.localdate()
    return {"pictures": pictures_of(request.membership, today), "today": today}
