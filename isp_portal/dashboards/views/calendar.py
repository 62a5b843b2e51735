"""The setting's month: as a grid, as an agenda, and the way from there to planning and moving."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from accounts.access import StaffRequest, staff_with
from accounts.rules.calendar_month import month_of
from accounts.rules.roles import Permission
from children.access import child_or_404, show
from isp_portal.dashboards.forms.calendar import BookForm, CalendarForm
from isp_portal.dashboards.queries.calendar import calendar_page
from reviews.queries.cycle_to_review import planned_review


@staff_with(Permission.VIEW_PLANS)
def calendar(request: StaffRequest) -> HttpResponse:
    """`calendar/?month=2026-12&room=…&key_person=…`: one month, this one unless another is asked."""
    return _calendar(request, BookForm(membership=request.membership))


@staff_with(Permission.HOLD_REVIEW)
def calendar_book(request: StaffRequest) -> HttpResponse:
    """`calendar/book/?child=…&on=…`: on to planning that review, or to moving it."""
    form = BookForm(request.GET, membership=request.membership)
    if not form.is_valid():
        return _calendar(request, form)
    return _lead_to_planning(request, UUID(form.cleaned_data["child"]), form.cleaned_data["on"])


def _lead_to_planning(request: StaffRequest, child_id: UUID, on: date | None) -> HttpResponse:
    child = child_or_404(request, child_id)
    review = planned_review(child)
    address = (
        reverse("reviews:review_move", args=[review.pk])
        if review
        else reverse("reviews:review_plan", args=[child.pk])
    )
    asked = {"calendar": month_of(on or timezone.localdate()).asked}
    return redirect(f"{address}?{urlencode(asked | ({'on': on.isoformat()} if on else {}))}")


def _calendar(request: StaffRequest, book: BookForm) -> HttpResponse:
    form = CalendarForm(request.GET, membership=request.membership)
    month, today = form.chosen_month(), timezone.localdate()
    page = calendar_page(request.membership, month, today=today, among=form.among())
    kept = {name: request.GET[name] for name in ("room", "key_person") if request.GET.get(name)}
    context = {
        "form": form,
        "book": book,
        "page": page,
        "kept": urlencode(kept),
        "this_month": month_of(today),
        "may_hold": request.membership.may(Permission.HOLD_REVIEW),
        "may_close": request.membership.may(Permission.MANAGE_SETTING),
    }
    return show(request, "dashboards/calendar.html", context, children=page.children)
