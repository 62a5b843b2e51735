"""A record sheet typed in afterwards, and what was saved of it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children.access import child_or_404, show
from children.models import Child
from reviews import actions, policies
from reviews.forms.sheet import SheetForm, WhichWeekForm
from reviews.queries.sheet import entries_of_sheet, read_sheet

from .answers import lead_on, posted, sent_by_script


@staff_with(Permission.RECORD_ENTRY)
def sheet(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`reviews/children/<id>/sheet/?week=…`: the paper's rows, typed in by keyboard."""
    child = child_or_404(request, child_id)
    today = timezone.localdate()
    week = read_sheet(child, WhichWeekForm(request.GET).chosen(), today)
    if week is None:
        return _page(request, child, {"sheet": None, "form": None})
    form = SheetForm(posted(request), sheet=week, membership=request.membership)
    if form.is_valid() and form.saves(
        lambda: actions.record_sheet(child=child, **form.values(), by=request.actor)
    ):
        saved = reverse("reviews:sheet_saved", args=[child.pk, form.cleaned_data["form_token"]])
        return lead_on(request, f"{saved}?week={week.monday.isoformat()}")
    return _page(request, child, {"sheet": week, "form": form})


def _page(request: StaffRequest, child: Child, context: dict[str, Any]) -> HttpResponse:
    """The page with everything that was typed; 422 tells the script that something is to be put right."""
    status = 422 if sent_by_script(request) else 200
    context = {**context, "child": child}
    return show(request, "reviews/sheet.html", context, children=[child], status=status)


@staff_with(Permission.RECORD_ENTRY)
def sheet_saved(request: StaffRequest, child_id: Any, form_token: UUID) -> HttpResponse:
    """`reviews/children/<id>/sheet/<token>/?week=…`: the entries it made, each with its Undo."""
    child = child_or_404(request, child_id)
    week_of = WhichWeekForm(request.GET).chosen()
    saved = entries_of_sheet(child, form_token, week_of)
    if not saved:
        raise Http404
    rows = [(one, policies.can_take_back(one.entry)) for one in saved]
    context = {"child": child, "rows": rows, "week_of": week_of}
    return show(request, "reviews/sheet_saved.html", context, children=[child])
