"""Who is acting, read afresh at every request: the member and the setting they act for."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponseBase

from accounts.access.session import membership_of


class WhoIsActing:
    """Puts `request.membership` (or None) and `request.actor` on every request.

    Nothing is cached between requests: a membership that ended or a role that was lowered a
    minute ago counts at the next click.
    """

    def __init__(self, get_response: Callable[[Any], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponseBase:
        request.membership = membership_of(request)
        request.actor = request.membership.as_actor() if request.membership else None
        return self.get_response(request)
