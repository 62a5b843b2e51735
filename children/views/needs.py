"""The areas of need, the sessions of the week and the one-page profile."""

from typing import Any

from django.http import HttpResponse

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from children import actions
from children.access import child_or_404, show
from children.forms.needs import NeedsForm, SessionsForm
from children.forms.profile import ProfileForm
from children.models import ChildProfile

from .answers import posted, to_child


@staff_with(Permission.EDIT_CHILD)
def needs(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`children/…/needs/`: tick the areas, choose the one that comes first."""
    child = child_or_404(request, child_id)
    form = NeedsForm(posted(request), child=child)
    if form.is_valid() and form.saves(
        lambda: actions.record_needs(child=child, **form.values(), by=request.actor)
    ):
        return to_child(request, child, f"Areas of need saved for {child.called}.")
    context = {"child": child, "form": form}
    return show(request, "children/needs.html", context, children=[child])


@staff_with(Permission.EDIT_CHILD)
def sessions(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`children/…/sessions/`: the week as a grid."""
    child = child_or_404(request, child_id)
    form = SessionsForm(posted(request), child=child)
    if form.is_valid() and form.saves(
        lambda: actions.record_sessions(child=child, **form.values(), by=request.actor)
    ):
        return to_child(request, child, f"Sessions saved for {child.called}.")
    context = {"child": child, "form": form}
    return show(request, "children/sessions.html", context, children=[child])


@staff_with(Permission.EDIT_CHILD)
def profile(request: StaffRequest, child_id: Any) -> HttpResponse:
    """`children/…/profile/`: five short texts."""
    child = child_or_404(request, child_id)
    record = getattr(child, "profile", None) or ChildProfile(child=child)
    form = ProfileForm(posted(request), record=record)
    if form.is_valid() and form.saves(
        lambda: actions.write_profile(
            child=child,
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        return to_child(request, child, f"{child.called}'s profile is saved.")
    context = {"child": child, "form": form}
    return show(request, "children/profile.html", context, children=[child])
