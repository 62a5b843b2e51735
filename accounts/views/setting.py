"""The setting: what stands on its papers, when it opens, and when it does not."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts import actions, queries
from accounts.access import StaffRequest, staff_with
from accounts.forms.base import PortalForm
from accounts.forms.calendar import YearForm
from accounts.forms.setting import ClosureForm, SettingForm
from accounts.models import Closure
from accounts.rules.roles import Permission
from accounts.views.calendar import calendar_page


@staff_with(Permission.MANAGE_SETTING)
def setting(request: StaffRequest) -> HttpResponse:
    """`account/setting/`: the setting's own words and days."""
    ours = request.membership.setting
    form = SettingForm(request.POST if request.method == "POST" else None, record=ours)
    if form.is_valid() and form.saves(
        lambda: actions.change_setting(
            setting=ours,
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        messages.success(request, "Saved.")
        return redirect("accounts:setting")
    return render(request, "accounts/setting.html", _page(request, form))


@staff_with(Permission.MANAGE_SETTING)
def closure_add(request: StaffRequest) -> HttpResponse:
    """`account/setting/closures/add/`: days on which nobody comes."""
    form = ClosureForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.makes(
        lambda: actions.add_closure(
            setting=request.membership.setting, **form.cleaned_data, by=request.actor
        ),
        request.actor,
    ):
        messages.success(request, f"{form.cleaned_data['name']} is on the list.")
        return redirect("accounts:setting")
    return render(request, "accounts/closure_add.html", {"form": form})


@staff_with(Permission.MANAGE_SETTING)
def closure_remove(request: StaffRequest, closure_id: UUID) -> HttpResponse:
    """POST: takes the days off the list."""
    closure = get_object_or_404(Closure.objects.visible_to(request.membership), pk=closure_id)
    return _closure_remove(request, closure)


@require_POST
def _closure_remove(request: Any, closure: Closure) -> HttpResponse:
    form = PortalForm(request.POST)
    if form.is_valid() and form.saves(
        lambda: actions.remove_closure(closure=closure, by=request.actor)
    ):
        messages.success(request, f"{closure.name} is off the list.")
        return redirect("accounts:setting")
    return calendar_page(request, YearForm({}), form)


def _page(request: StaffRequest, form: SettingForm) -> dict[str, Any]:
    ours, today = request.membership.setting, timezone.localdate()
    return {
        "form": form,
        "setting": ours,
        "closures": queries.closures_from(ours, today),
        "past": queries.closures_before(ours, today),
    }
