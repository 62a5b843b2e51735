"""What staff print and nobody issues: a record sheet for a week, a group provision map."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import child_or_404, note_seen, show
from isp_portal.documents import paper, queries
from isp_portal.documents.forms import WhichWeekForm
from isp_portal.documents.renderer import RenderFailed
from plans.models import GroupProvisionMap
from plans.queries.group_maps import MapPage, group_map_page

from .answers import download, print_page


@staff_with(Permission.RECORD_ENTRY)
@require_GET
def record_sheet(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`papers/children/<id>/record-sheet/?week=…`: a sheet to fill in; this week when none is said."""
    child = child_or_404(request, child_id)
    monday = WhichWeekForm(request.GET).monday()
    sheet = queries.sheet_facts(child, monday, timezone.localdate())
    if sheet is None:
        return show(request, "documents/no_sheet.html", {"child": child}, children=[child])
    try:
        drawn = paper.draw_sheet(sheet)
    except RenderFailed:
        address = reverse("documents:record_sheet_print", args=[child.pk])
        return redirect(f"{address}?week={monday.isoformat()}")
    note_seen(request, [child])
    return download(drawn.pdf, f"record-sheet-{monday.isoformat()}.pdf")


@staff_with(Permission.RECORD_ENTRY)
@require_GET
def record_sheet_print(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """`papers/children/<id>/record-sheet/print/`: the sheet as a page, for when no PDF can be made."""
    child = child_or_404(request, child_id)
    monday = WhichWeekForm(request.GET).monday()
    sheet = queries.sheet_facts(child, monday, timezone.localdate())
    if sheet is None:
        return show(request, "documents/no_sheet.html", {"child": child}, children=[child])
    note_seen(request, [child])
    return print_page(paper.sheet_print_view(sheet))


def _map_page(request: StaffRequest, map_id: UUID) -> MapPage:
    maps = GroupProvisionMap.objects.visible_to(request.membership).select_related("setting")
    found = get_object_or_404(maps, pk=map_id)
    return group_map_page(found, request.membership, timezone.localdate())


@staff_with(Permission.VIEW_GROUP_MAPS)
@require_GET
def group_map(request: StaffRequest, map_id: UUID) -> HttpResponse:
    """`papers/group-maps/<id>/`: the map as this member sees it, for staff."""
    page = _map_page(request, map_id)
    try:
        drawn = paper.draw_group_map(queries.group_map_facts(page, request.membership))
    except RenderFailed:
        return redirect("documents:group_map_print", map_id=map_id)
    note_seen(request, page.children)
    return download(drawn.pdf, f"group-map-{page.group_map.starts_on.isoformat()}.pdf")


@staff_with(Permission.VIEW_GROUP_MAPS)
@require_GET
def group_map_print(request: StaffRequest, map_id: UUID) -> HttpResponse:
    """`papers/group-maps/<id>/print/`: the map as a page, for when no PDF can be made."""
    page = _map_page(request, map_id)
    html = paper.group_map_print_view(queries.group_map_facts(page, request.membership))
    note_seen(request, page.children)
    return print_page(html)
