"""The team: who works here and as what. Managers change it; everybody may read it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts import actions, queries
from accounts.access import StaffRequest, staff_with
from accounts.forms.team import LeavingForm, MemberForm
from accounts.models import Membership
from accounts.policies import can_leave
from accounts.rules.refusal import Refused
from accounts.rules.roles import Permission


@staff_with(Permission.VIEW_TEAM)
def team(request: StaffRequest) -> HttpResponse:
    """`account/team/`: members, open invitations, and what each role may do."""
    context = {
        "page": queries.team(request.membership),
        "may_manage": request.membership.may(Permission.MANAGE_TEAM),
        "may_view_mails": request.membership.may(Permission.VIEW_MAILS),
        "me": request.membership,
        "now": timezone.now(),
    }
    return render(request, "accounts/team.html", context)


@staff_with(Permission.MANAGE_TEAM)
def member(request: StaffRequest, membership_id: UUID) -> HttpResponse:
    """`account/team/<id>/`: roles and job title; leaving and ending sign-ins lead on from here."""
    person = _person(request, membership_id)
    form = MemberForm(_posted(request), record=person)
    if form.is_valid() and form.saves(
        lambda: actions.change_member(membership=person, **form.cleaned_data, by=request.actor)
    ):
        messages.success(request, f"Saved for {person.user.full_name}.")
        return redirect("accounts:team")
    return _member_page(request, person, form)


@staff_with(Permission.MANAGE_TEAM)
def leaving(request: StaffRequest, membership_id: UUID) -> HttpResponse:
    """`account/team/<id>/leaving/`: the first day without access."""
    person = _person(request, membership_id)
    form = LeavingForm(_posted(request), record=person)
    if form.is_valid() and form.saves(
        lambda: actions.leave(membership=person, **form.cleaned_data, by=request.actor)
    ):
        messages.success(request, f"{person.user.full_name} is out from that day.")
        return redirect("accounts:team")
    context = {"person": person, "form": form, "may_leave": can_leave(person)}
    return render(request, "accounts/leaving.html", context)


@staff_with(Permission.MANAGE_TEAM)
def come_back(request: StaffRequest, membership_id: UUID) -> HttpResponse:
    """POST `account/team/<id>/come-back/`: undoes a leaving."""
    person = _person(request, membership_id)
    return _come_back(request, person)


@require_POST
def _come_back(request: Any, person: Membership) -> HttpResponse:
    actions.bring_back_member(membership=person, by=request.actor)
    messages.success(request, f"{person.user.full_name} is in the team again.")
    return redirect("accounts:team")


@staff_with(Permission.MANAGE_TEAM)
def end_sessions(request: StaffRequest, membership_id: UUID) -> HttpResponse:
    """POST `account/team/<id>/end-sessions/`: a device was lost."""
    person = _person(request, membership_id)
    return _end_sessions(request, person)


@require_POST
def _end_sessions(request: Any, person: Membership) -> HttpResponse:
    actions.end_sessions(membership=person, by=request.actor)
    messages.success(request, f"{person.user.full_name} is signed out everywhere.")
    return redirect("accounts:team")


@staff_with(Permission.MANAGE_TEAM)
def forget_second_step(request: StaffRequest, membership_id: UUID) -> HttpResponse:
    """POST `account/team/<id>/forget-second-step/`: a phone and its codes were lost."""
    return _forget_second_step(request, _person(request, membership_id))


@require_POST
def _forget_second_step(request: Any, person: Membership) -> HttpResponse:
    try:
        actions.forget_second_step(membership=person, by=request.actor)
    except Refused as refusal:
        messages.warning(request, refusal.sentence)
        return redirect("accounts:member", membership_id=person.pk)
    name = person.user.full_name
    messages.success(request, f"{name} sets up a new second step at the next sign-in.")
    return redirect("accounts:team")


def _person(request: StaffRequest, membership_id: UUID) -> Membership:
    return get_object_or_404(Membership.objects.visible_to(request.membership), pk=membership_id)


def _posted(request: StaffRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _member_page(request: StaffRequest, person: Membership, form: MemberForm) -> HttpResponse:
    return render(request, "accounts/member.html", {"person": person, "form": form})
