"""The lock page: it stands in for any page, and carries what was typed through to it.

The form goes back to the address that was asked for. A POST met by the lock travels as hidden
fields, and only to that address; a GET is asked again.
"""

from typing import Any

from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from accounts.access.session import unlock
from accounts.forms.base import PortalForm
from accounts.forms.lock import OneClickForm, UnlockForm

UNLOCKING, ASKED_BY_GET = "unlocking", "asked_by_get"
OWN_FIELDS = {UNLOCKING, ASKED_BY_GET, "unlock_password", "csrfmiddlewaretoken"}
LONGEST_CARRIED = 1_000_000
"""Characters of typed text that the lock page carries. No form of the portal takes as many."""
LOCKED_STATUS = 423
TOO_LONG_STATUS = 413


def tries_to_unlock(request: Any) -> bool:
    return request.method == "POST" and UNLOCKING in request.POST


def unlocked(request: Any) -> bool:
    """Checks the password; if it is right, opens the session and leaves only what was typed."""
    if not _may_try(request):
        request.tried_too_often = True  # and the password is not even looked at
        return False
    form = _form(request, request.POST)
    if not form.is_valid():
        request.unlock_form = form
        return False
    unlock(request)
    if ASKED_BY_GET in request.POST:
        request.method = "GET"
    typed = request.POST.copy()
    for name in OWN_FIELDS - {"csrfmiddlewaretoken"}:
        typed.pop(name, None)
    request.POST = typed
    return True


def answer_locked(request: Any) -> HttpResponse:
    """The lock page with everything that was posted in hidden fields."""
    carried = carried_words(request)
    if sum(len(value) for _, value in carried) > LONGEST_CARRIED:
        return render(request, "accounts/locked_too_long.html", status=TOO_LONG_STATUS)
    context = {
        "form": getattr(request, "unlock_form", None) or _form(request, None),
        "carried": carried,
        "too_often": getattr(request, "tried_too_often", False),
        "asked_by_get": request.method == "GET" or ASKED_BY_GET in request.POST,
        "has_files": bool(request.FILES),
        "address": request.get_full_path(),
    }
    return render(request, "accounts/locked.html", context, status=LOCKED_STATUS)


def _form(request: Any, data: Any) -> PortalForm:
    return OneClickForm(data) if settings.DEMO else UnlockForm(data, user=request.user)


def _may_try(request: Any) -> bool:
    return bool(ratelimit.consume(request, action="reauthenticate", user=request.user))


def carried_words(request: Any) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in OWN_FIELDS
        for value in values
    ]
