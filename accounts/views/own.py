"""One's own account: where I work, how I sign in, and locking the screen."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.access import signed_in
from accounts.access.session import act_for, has_second_step, memberships_of
from accounts.access.session import lock as lock_session
from accounts.forms.fields import read_uuid


@signed_in
def me(request: Any) -> HttpResponse:
    """`account/me/`: my settings, my password, my second step."""
    context = {
        "memberships": memberships_of(request.user),
        "current": request.membership,
        "has_second_step": has_second_step(request.user),
    }
    return render(request, "accounts/me.html", context)


@signed_in
@require_POST
def switch(request: Any) -> HttpResponse:
    """POST `account/switch/`: act for another setting of my own; 404 for any other."""
    if not act_for(request, read_uuid(request.POST.get("setting"))):
        raise Http404
    return redirect("/")


@signed_in
@require_POST
def lock(request: Any) -> HttpResponse:
    """POST `account/lock/`: the next page asks for the password."""
    lock_session(request)
    return redirect("/")
