"""The dashboard: what is due for every child of the setting."""

from django.http import HttpResponse
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import hand_out, show
from isp_portal.dashboards.forms.due import DueForm
from isp_portal.dashboards.queries.chosen import choices_for
from isp_portal.dashboards.queries.dashboard import dashboard
from isp_portal.dashboards.queries.due_table import due_table


@staff_with(Permission.VIEW_ALL_CHILDREN)
def due(request: StaffRequest) -> HttpResponse:
    """`due/`: complete lists of what is due, with the next step on each row (C4, C7, C8)."""
    today = timezone.localdate()
    form = DueForm(request.GET, offered=choices_for(request.membership, today))
    page = dashboard(
        request.membership,
        today=today,
        wanted=form.wanted(),
        only=form.said("list"),
        sort=form.said("sort") or "since",
        number=request.GET.get("page", 1),
    )
    return show(request, "dashboards/due.html", {"form": form, "page": page}, children=page.shown)


@staff_with(Permission.VIEW_ALL_CHILDREN)
def due_file(request: StaffRequest, file_kind: str) -> HttpResponse:
    """`due/file/csv/` or `due/file/xlsx/`: the same lists, whole, as a table."""
    today = timezone.localdate()
    form = DueForm(request.GET, offered=choices_for(request.membership, today))
    table, children = due_table(
        request.membership, today=today, wanted=form.wanted(), only=form.said("list")
    )
    return hand_out(request, table, file_kind, children=children)
