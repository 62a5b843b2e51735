"""Access marks: every view says who may come in. A system check refuses a view without one.

`staff_with(Permission.X)` lets in members of the acting setting who hold the permission: nobody
signed in is sent to sign in, a wrong role gets 403. Which rows they see is the door's business
(`visible_to`), which answers 404 for anything that is not theirs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from accounts.models import Membership
from accounts.rules.actor import Actor
from accounts.rules.roles import Permission

View = Callable[..., HttpResponseBase]


class StaffRequest(HttpRequest):
    """A request that has passed `staff_with`: the membership is known and fresh."""

    membership: Membership

    @property
    def actor(self) -> Actor:
        return self.membership.as_actor()


@dataclass(frozen=True, slots=True)
class Mark:
    """What a view's access mark says. `permission` is None for a door that is not staff's;
    `by_link` is True where a secret link is what lets somebody in."""

    door: str
    permission: Permission | None = None
    by_link: bool = False


def staff_with(permission: Permission) -> Callable[[View], View]:
    """Members who hold `permission` in the setting they act for."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            membership = getattr(request, "membership", None)
            if membership is None:
                if request.user.is_authenticated:
                    raise PermissionDenied("You are not a member of a setting at present.")
                return redirect_to_login(request.get_full_path())
            if not membership.may(permission):
                raise PermissionDenied(f"Your role here may not {permission.value}.")
            return view(request, *args, **kwargs)

        guarded.access_mark = Mark("staff", permission)  # type: ignore[attr-defined]
        return guarded

    return mark


def signed_in(view: View) -> View:
    """Anyone signed in, member of a setting or not: their own account and nothing of a child."""

    @wraps(view)
    def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    guarded.access_mark = Mark("signed_in")  # type: ignore[attr-defined]
    return guarded


def open_to_all(view: View) -> View:
    """No sign-in: the page holds nothing about anybody."""

    @wraps(view)
    def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    guarded.access_mark = Mark("open")  # type: ignore[attr-defined]
    return guarded
