"""The door of somebody's own calendar program: a secret address, no sign-in, reading alone.

A miss is answered as any address that is not there, whatever the reason. Misses are counted by the
address they come from; past the limit nothing is looked up. A calendar that has the right address
misses nothing, so it is never held back, however often it asks.
"""

from functools import wraps
from typing import Any

from allauth.core.internal import ratelimit
from django.http import Http404, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access.marks import Mark, View
from accounts.models import SOMEBODY, CalendarLink, Membership

MISSES = {"feed_link": "30/10m/ip"}
TRY_AGAIN_AFTER = "600"
TOO_OFTEN_STATUS = 429


def by_feed_link(view: View) -> View:
    """Whoever has a calendar link that opens, as the member whose link it is, and only to read."""

    @wraps(view)
    def guarded(request: Any, token: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.membership, request.actor = None, SOMEBODY
        if not _count(request, dry_run=True):
            answer = HttpResponse(status=TOO_OFTEN_STATUS)
            answer["Retry-After"] = TRY_AGAIN_AFTER
            return answer
        request.membership = _owner(token)
        if request.membership is None:
            _count(request, dry_run=False)
            raise Http404
        return view(request, *args, **kwargs)

    safe = require_safe(guarded)
    safe.access_mark = Mark("feed_link", by_link=True)  # type: ignore[attr-defined]
    return safe


def _owner(token: str) -> Membership | None:
    """Read afresh each time: who has left, or holds a role no more, is nobody."""
    link = CalendarLink.objects.open_to(token, timezone.localdate()).first()
    return link.membership if link is not None and link.is_in_force else None


def _count(request: Any, *, dry_run: bool) -> bool:
    asked = {"app": "accounts", "action": "feed_link", "config": MISSES, "limit_get": True}
    return bool(ratelimit.consume(request, dry_run=dry_run, **asked))
