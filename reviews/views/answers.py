"""How the pages that record answer a form, sent by the browser or by the page's own script."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.access import StaffRequest
from accounts.rules.day_words import say_clock
from reviews.models import InterventionEntry
from reviews.queries.entries import with_lines


def posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def sent_by_script(request: HttpRequest) -> bool:
    """Did the page keep the form until the network was there?"""
    return request.headers.get("X-Kept-Form") == "yes"


def lead_on(request: HttpRequest, address: str) -> HttpResponse:
    """To the next page; the script is told the address."""
    return JsonResponse({"next": address}) if sent_by_script(request) else redirect(address)


def say_saved(request: HttpRequest, names: list[str]) -> None:
    now = say_clock(timezone.localtime().time())
    messages.success(request, f"Saved for {' and '.join(names)} at {now}.")


def entry_behind(request: StaffRequest, entry_id: object) -> InterventionEntry:
    """The door to one entry: when its child is theirs to see, else 404."""
    entries = with_lines(InterventionEntry.objects.visible_to(request.membership))
    return get_object_or_404(entries.select_related("child__setting"), pk=entry_id)
