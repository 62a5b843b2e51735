"""One's own calendar link: made, shown once, revoked."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.actions.calendar_link import make_calendar_link, revoke_calendar_link
from accounts.rules.roles import Permission


@staff_with(Permission.VIEW_PLANS)
@require_POST
def calendar_link_make(request: StaffRequest) -> HttpResponse:
    """POST `account/me/calendar/make/`: a new address, shown on this answer and never again."""
    _, secret = make_calendar_link(membership=request.membership, by=request.actor)
    path = reverse("dashboards:feed", kwargs={"token": secret})
    address = settings.SITE_ADDRESS.rstrip("/") + path
    return render(request, "accounts/calendar_link.html", {"address": address})


@staff_with(Permission.VIEW_PLANS)
@require_POST
def calendar_link_revoke(request: StaffRequest) -> HttpResponse:
    """POST `account/me/calendar/revoke/`: the address opens no more."""
    revoke_calendar_link(membership=request.membership, by=request.actor)
    messages.success(
        request, "The calendar link is revoked. Calendars that use it get nothing more."
    )
    return redirect(reverse("accounts:me") + "#calendar")
