"""Between signing in and the first page: the second step, and the lock of a session left alone.

Runs when the address is known and the form's CSRF token has been checked, and before the view.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect

from accounts.access.doors import CLOSED, SET_UP_PAGES, door_of
from accounts.access.lock import answer_locked, tries_to_unlock, unlocked
from accounts.access.other_setting import answer_for_another, is_for_another, taken_there
from accounts.access.session import (
    has_second_step,
    is_locked,
    is_only_second_step,
    membership_of,
    note_request,
    second_step_taken,
)

OF_STAFF = {"staff", "signed_in", None}
"""Doors that ask for a whole sign-in. The others know their visitor by a link, or not at all."""

REMOVES_A_PASSKEY = "mfa_remove_webauthn"
"""allauth asks its adapter before an app is removed, but not before a passkey is."""


class Doorkeeper:
    def __init__(self, get_response: Callable[[Any], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: Any, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        name = request.resolver_match.view_name
        door = door_of(view, name)
        if door == CLOSED:
            raise Http404
        if door not in OF_STAFF or not request.user.is_authenticated:
            return None
        if not second_step_taken(request):
            return self._second_step(request, name)
        if is_locked(request):
            return self._locked(request)
        if name == REMOVES_A_PASSKEY and is_only_second_step(request.user):
            raise PermissionDenied("This is your only second step. Add another one first.")
        note_request(request)
        if door == "staff" and is_for_another(request) and not taken_there(request):
            return answer_for_another(request)
        return None

    def _second_step(self, request: Any, name: str) -> HttpResponseBase | None:
        """A password alone reaches nothing; who has no second step yet may set one up."""
        if has_second_step(request.user):
            logout(request)
            return redirect_to_login(request.get_full_path())
        return None if name in SET_UP_PAGES else redirect("mfa_index")

    def _locked(self, request: Any) -> HttpResponseBase | None:
        """The lock page; or, with the right password, on to the view with what was typed."""
        if not tries_to_unlock(request) or not unlocked(request):
            return answer_locked(request)
        if request.method == "GET":
            return redirect(request.get_full_path())
        request.membership = membership_of(request)
        request.actor = request.membership.as_actor() if request.membership else None
        return None
