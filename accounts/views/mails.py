"""The outbox as people see it: which mails wait, which did not go, and trying them again."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts import queries
from accounts.access import StaffRequest, staff_with
from accounts.actions.outbox import try_mail_again
from accounts.forms.base import PortalForm
from accounts.models import OutboxMail
from accounts.rules.roles import Permission


@staff_with(Permission.VIEW_MAILS)
def mails(request: StaffRequest) -> HttpResponse:
    """`account/mails/`: to whom, about what, and how it stands. Never what a mail says."""
    return _page(request, PortalForm())


@staff_with(Permission.VIEW_MAILS)
def mail_try_again(request: StaffRequest, mail_id: UUID) -> HttpResponse:
    """POST `account/mails/<id>/try-again/`: the worker takes it up at once."""
    mail = get_object_or_404(OutboxMail.objects.visible_to(request.membership), pk=mail_id)
    return _try_again(request, mail)


@require_POST
def _try_again(request: Any, mail: OutboxMail) -> HttpResponse:
    form = PortalForm(request.POST)
    if form.is_valid() and form.saves(lambda: try_mail_again(mail=mail, by=request.actor)):
        messages.success(request, "It is tried again now.")
        return redirect("accounts:mails")
    return _page(request, form)


def _page(request: StaffRequest, form: PortalForm) -> HttpResponse:
    context = {"page": queries.mails(request.membership, timezone.now()), "form": form}
    return render(request, "accounts/mails.html", context)
