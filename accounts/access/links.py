"""The doors of people without an account: a secret link, and inside it a code.

Each kind of link has one `LinkDoor`, whose two marks stand above its views: `outside` asks for the
link alone and shows nothing of what is behind; `inside` asks for the code as well. Whoever is
signed in as staff in the same browser is nobody here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.access.marks import Mark, View
from accounts.actions.links import LinkKind, is_inside, link_opens
from accounts.models import SOMEBODY, SecretLink
from accounts.rules.actor import Actor
from accounts.rules.link import INSIDE_LASTS

COOKIE = "__Secure-door" if settings.SESSION_COOKIE_SECURE else "door"
SHUT_PAGE, TOO_OFTEN_PAGE = "accounts/link_shut.html", "accounts/link_too_often.html"
TOO_OFTEN_STATUS = 429


class LinkRequest(HttpRequest):
    """A request that has passed a link's mark. `actor` is the holder, once the code was shown."""

    link: Any
    actor: Actor


@dataclass(frozen=True, slots=True)
class LinkDoor:
    """`first_page` is the name of the address where the code is asked for. Its one argument is the
    `token`, and every address of the door begins with it."""

    kind: LinkKind
    first_page: str

    def outside(self, view: View) -> View:
        """Whoever has a link that opens. A miss looks the same whatever the reason."""
        return self._marked(view, lambda request, token: None)

    def inside(self, view: View) -> View:
        """Whoever has shown the code too, in this browser, within the hour; others are asked for it."""

        def asked_for_the_code(request: Any, token: str) -> HttpResponseBase | None:
            if not is_inside(request.link, request.COOKIES.get(COOKIE, "")):
                return redirect(self.first_page, token=token)
            request.actor = request.link.holder()
            return None

        return self._marked(view, asked_for_the_code)

    def come_in(self, answer: HttpResponse, token: str, secret: str) -> HttpResponse:
        """The browser that showed the code is known again, below this door's addresses only."""
        answer.set_cookie(
            COOKIE,
            secret,
            max_age=INSIDE_LASTS,
            path=reverse(self.first_page, kwargs={"token": token}),
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        return answer

    def go_out(self, answer: HttpResponse, token: str) -> HttpResponse:
        answer.delete_cookie(COOKIE, path=reverse(self.first_page, kwargs={"token": token}))
        return answer

    def _marked(self, view: View, stop: Callable[[Any, str], HttpResponseBase | None]) -> View:
        @wraps(view)
        def guarded(request: Any, token: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
            request.membership, request.actor = None, SOMEBODY
            if not _may_press(request):
                return render(request, TOO_OFTEN_PAGE, status=TOO_OFTEN_STATUS)
            request.link = self._found(token)
            if request.link is None:
                return render(request, SHUT_PAGE, status=404)
            return stop(request, token) or view(request, token, *args, **kwargs)

        guarded.access_mark = Mark(self.kind.name, by_link=True)  # type: ignore[attr-defined]
        return guarded

    def _found(self, token: str) -> SecretLink | None:
        links: Any = self.kind.model._default_manager
        found: SecretLink | None = links.open_to(token, timezone.now()).first()
        return found if found is not None and link_opens(found) else None


def _may_press(request: Any) -> bool:
    """Reading counts for nothing, since mail scanners follow links; pressing is limited by address."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return True
    return bool(ratelimit.consume(request, action="secret_link"))
