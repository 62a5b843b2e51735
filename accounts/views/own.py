"""One's own account: where I work, how I sign in, and locking the screen."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts import actions
from accounts.access import StaffRequest, signed_in, staff_with
from accounts.access.session import act_for, has_second_step, memberships_of
from accounts.access.session import lock as lock_session
from accounts.actions.digest import choose_digest
from accounts.forms.fields import read_uuid
from accounts.forms.own import HourForm
from accounts.models import SettingGroup
from accounts.queries import calendar_of_mine
from accounts.rules.roles import Permission


@signed_in
def me(request: Any) -> HttpResponse:
    """`account/me/`: my settings, my password, my second step."""
    context = {
        "memberships": memberships_of(request.user),
        "current": request.membership,
        "has_second_step": has_second_step(request.user),
        "calendar": calendar_of_mine(request.membership),
        "may_have_digest": request.membership is not None
        and request.membership.may(Permission.VIEW_PLANS),
        "groups": SettingGroup.objects.visible_to(request.user),
    }
    return render(request, "accounts/me.html", context)


@signed_in
@require_POST
def switch(request: Any) -> HttpResponse:
    """POST `account/switch/`: act for another setting of my own; 404 for any other."""
    if not act_for(request, read_uuid(request.POST.get("setting"))):
        raise Http404
    return redirect("/")


@staff_with(Permission.VIEW_PLANS)
@require_POST
def weekly_email(request: StaffRequest) -> HttpResponse:
    """POST `account/weekly-email/`: whether I am emailed every week what is due; my own choice."""
    wanted = request.POST.get("wanted") == "yes"
    choose_digest(membership=request.membership, wanted=wanted, by=request.actor)
    said = "You get the weekly email." if wanted else "You get no weekly email any more."
    messages.success(request, said)
    return redirect("accounts:me")


@signed_in
@require_POST
def lock(request: Any) -> HttpResponse:
    """POST `account/lock/`: the next page asks for the password."""
    lock_session(request)
    return redirect("/")


@staff_with(Permission.FINALISE_REVIEW)
def my_hour(request: StaffRequest) -> HttpResponse:
    """`account/my-hour/`: how many minutes a week a SENCO has; her own choice, and nobody else's."""
    mine = request.membership
    form = HourForm(request.POST if request.method == "POST" else None, record=mine)
    if form.is_valid() and form.saves(
        lambda: actions.change_own_hour(membership=mine, **form.cleaned_data, by=request.actor)
    ):
        messages.success(request, f"Your week holds {form.cleaned_data['hour_minutes']} minutes.")
        return redirect("/")
    return render(request, "accounts/my_hour.html", {"form": form})
