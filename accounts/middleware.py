"""Who is acting, read afresh at every request: the member and the setting they act for."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone

from accounts.models import Membership

SETTING_IN_SESSION = "acting_for_setting"


class WhoIsActing:
    """Puts `request.membership` (or None) and `request.actor` on every request.

    Nothing is cached between requests: a membership that ended or a role that was lowered a
    minute ago counts at the next click.
    """

    def __init__(self, get_response: Callable[[Any], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponseBase:
        request.membership = self._membership(request)
        request.actor = request.membership.as_actor() if request.membership else None
        return self.get_response(request)

    def _membership(self, request: Any) -> Membership | None:
        if not request.user.is_authenticated:
            return None
        mine = (
            Membership.objects.active(timezone.localdate())
            .filter(user=request.user)
            .select_related("user", "setting")
        )
        chosen = request.session.get(SETTING_IN_SESSION)
        found = list(mine)
        return next((m for m in found if str(m.setting_id) == chosen), found[0] if found else None)
