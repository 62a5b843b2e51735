"""Inviting people into the team, and what the invited person sees."""

from typing import Any
from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts import actions
from accounts.access import StaffRequest, open_to_all, signed_in, staff_with
from accounts.access.session import act_for, has_account
from accounts.forms.base import PortalForm
from accounts.forms.joining import JoinForm
from accounts.forms.team import InviteForm
from accounts.models import Invitation, Membership
from accounts.rules.roles import Permission


@staff_with(Permission.MANAGE_TEAM)
def invite(request: StaffRequest) -> HttpResponse:
    """`account/team/invite/`: name, email and roles; the email goes at once."""
    form = InviteForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.saves(
        lambda: actions.invite(
            setting=request.membership.setting, **form.cleaned_data, by=request.actor
        )
    ):
        messages.success(request, f"Invitation sent to {form.cleaned_data['email']}.")
        return redirect("accounts:team")
    return render(request, "accounts/invite.html", {"form": form})


@staff_with(Permission.MANAGE_TEAM)
def send_again(request: StaffRequest, invitation_id: UUID) -> HttpResponse:
    """POST: a new link for seven more days; the old one stops working."""
    return _send_again(request, _mine(request, invitation_id))


@require_POST
def _send_again(request: Any, invitation: Invitation) -> HttpResponse:
    form = PortalForm({})
    if form.is_valid() and form.saves(
        lambda: actions.send_invitation_again(invitation=invitation, by=request.actor)
    ):
        messages.success(request, f"A new link went to {invitation.email}.")
    return _told(request, form)


@staff_with(Permission.MANAGE_TEAM)
def withdraw(request: StaffRequest, invitation_id: UUID) -> HttpResponse:
    """POST: the link stops working at once."""
    return _withdraw(request, _mine(request, invitation_id))


@require_POST
def _withdraw(request: Any, invitation: Invitation) -> HttpResponse:
    form = PortalForm({})
    if form.is_valid() and form.saves(
        lambda: actions.withdraw_invitation(invitation=invitation, by=request.actor)
    ):
        messages.success(request, f"The invitation of {invitation.full_name} is withdrawn.")
    return _told(request, form)


@open_to_all
def invitation(request: Any, token: str) -> HttpResponseBase:
    """`account/invitation/<secret>/`: reading it uses nothing up; only the form does.

    A miss looks the same whatever the reason, and says what to do.
    """
    found = Invitation.objects.open_to(token, timezone.now()).first()
    if found is None:
        return render(request, "accounts/invitation_closed.html", status=404)
    if request.user.is_authenticated:
        return redirect("accounts:invitation_accept", token=token)
    if has_account(found.email):
        context = {"invitation": found, "token": token}
        return render(request, "accounts/invitation_sign_in.html", context)
    return _join(request, found)


@signed_in
def invitation_accept(request: Any, token: str) -> HttpResponse:
    """`account/invitation/<secret>/accept/`: one click, in the account that it is for."""
    found = Invitation.objects.open_to(token, timezone.now()).first()
    if found is None:
        return render(request, "accounts/invitation_closed.html", status=404)
    form = PortalForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.saves(
        lambda: actions.accept_invitation(invitation=found, user=request.user)
    ):
        act_for(request, found.setting_id)
        messages.success(request, f"You are in the team of {found.setting.name}.")
        return redirect("/")
    return render(request, "accounts/invitation_accept.html", {"invitation": found, "form": form})


def _join(request: Any, found: Invitation) -> HttpResponseBase:
    """Somebody new: a name and a password, then the second step."""
    form = JoinForm(request.POST if request.method == "POST" else None, invitation=found)
    joined: list[Membership] = []
    if form.is_valid() and form.saves(
        lambda: joined.append(
            actions.accept_as_new_user(
                invitation=found,
                full_name=form.cleaned_data["full_name"],
                password=form.cleaned_data["password"],
            )
        )
    ):
        user = joined[0].user
        record_authentication(request, user, method="password", reauthenticated=True)
        return perform_login(request, user, redirect_url=reverse("mfa_index"))
    return render(request, "accounts/join.html", {"invitation": found, "form": form})


def _mine(request: StaffRequest, invitation_id: UUID) -> Invitation:
    return get_object_or_404(Invitation.objects.visible_to(request.membership), pk=invitation_id)


def _told(request: Any, form: PortalForm) -> HttpResponse:
    for sentence in form.non_field_errors():
        messages.error(request, str(sentence))
    return redirect("accounts:team")
