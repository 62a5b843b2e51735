"""Signing in with one click as somebody made up. The address exists in the demo and nowhere else."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import open_to_all
from accounts.access.session import act_for
from accounts.forms.fields import read_uuid
from accounts.models import Membership

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@open_to_all
@require_POST
def sign_in(request: Any) -> HttpResponse:
    """POST `demo/sign-in/` with a membership's id: a member of a demo setting, or 404."""
    if not settings.DEMO:
        raise Http404
    chosen = get_object_or_404(demo_people(), pk=read_uuid(request.POST.get("membership_id")))
    login(request, chosen.user, backend=BACKEND)
    act_for(request, chosen.setting_id)
    return redirect("/")


def demo_people() -> Any:
    """Everybody who works today for a setting that was made up."""
    return (
        Membership.objects.active(timezone.localdate())
        .filter(setting__is_demo=True)
        .select_related("user", "setting")
        .order_by("setting__name", "user__full_name")
    )
