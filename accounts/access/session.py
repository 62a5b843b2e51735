"""What this browser's session has shown: a second step, a recent click, and for whom it acts."""

import time
from collections.abc import Iterable
from typing import Any

from allauth.account.internal.flows.login import (
    get_authentication_records,
    record_authentication,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.utils import timezone

from accounts.models import Membership, User
from accounts.rules.idle import is_idle

SETTING_IN_SESSION = "acting_for_setting"
LAST_REQUEST_AT = "last_request_at"
LOCKED = "is_locked"
NOTED_EVERY_SECONDS = 15
SECOND_STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_step(user: User) -> bool:
    """Has this person an authenticator app or a passkey? Recovery codes alone are none."""
    return bool(is_mfa_enabled(user, SECOND_STEPS))


def is_only_second_step(user: User) -> bool:
    """May nothing more be removed? Where a second step is required, one must stay."""
    steps = Authenticator.objects.filter(user=user, type__in=SECOND_STEPS)
    return settings.SECOND_FACTOR_REQUIRED and steps.count() <= 1


def second_step_taken(request: Any) -> bool:
    """Did this session show the second step, where one is required?"""
    if not settings.SECOND_FACTOR_REQUIRED:
        return True
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)


def note_second_step(request: Any) -> None:
    """This session has just set up a second step, and shown it in doing so."""
    record_authentication(request, request.user, method="mfa", set_up=True)


def is_locked(request: Any) -> bool:
    """Locked by hand, or no request for `IDLE_LOCK_MINUTES`."""
    if request.session.get(LOCKED):
        return True
    last = request.session.get(LAST_REQUEST_AT)
    return last is not None and is_idle(last, time.time(), settings.IDLE_LOCK_MINUTES)


def note_request(request: Any) -> None:
    """Remembers that somebody is there, writing the session four times a minute at most."""
    last = request.session.get(LAST_REQUEST_AT, 0)
    if abs(time.time() - last) > NOTED_EVERY_SECONDS:
        request.session[LAST_REQUEST_AT] = time.time()


def lock(request: Any) -> None:
    request.session[LOCKED] = True


def unlock(request: Any) -> None:
    request.session.pop(LOCKED, None)
    request.session[LAST_REQUEST_AT] = time.time()


def memberships_of(user: User) -> Iterable[Membership]:
    """Where this person works today."""
    return (
        Membership.objects.active(timezone.localdate())
        .filter(user=user)
        .select_related("user", "setting")
        .order_by("setting__name")
    )


def membership_of(request: Any) -> Membership | None:
    """The membership this session acts under, read afresh; None while it may reach nothing."""
    if not request.user.is_authenticated or not second_step_taken(request) or is_locked(request):
        return None
    mine = list(memberships_of(request.user))
    request.works_for_several = len(mine) > 1
    chosen = request.session.get(SETTING_IN_SESSION)
    return next((m for m in mine if str(m.setting_id) == chosen), mine[0] if mine else None)


def act_for(request: Any, setting_id: Any) -> bool:
    """From now on this session acts for another setting of the person's own. False: not theirs."""
    if not any(m.setting_id == setting_id for m in memberships_of(request.user)):
        return False
    request.session[SETTING_IN_SESSION] = str(setting_id)
    return True


def has_account(email: str) -> bool:
    """Does somebody sign in with this address already?"""
    return User.objects.filter(email__iexact=email).exists()
