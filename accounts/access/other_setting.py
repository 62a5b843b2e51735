"""A form that was opened for one setting is not taken for another.

Whoever works for two settings may have both open at once. Their forms say for which setting they
were opened; one that comes while the person acts for the other is met by a page that carries what
was typed, and one press takes it where it belongs. Somebody with one setting never sees any of this.
"""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from accounts.access.lock import carried_words
from accounts.access.session import act_for, membership_of, memberships_of

OPENED_FOR, TAKE_IT_THERE = "opened_for", "take_it_there"
CONFLICT = 409


def is_for_another(request: Any) -> bool:
    """Was this form opened for a setting that the person does not act for now?"""
    said = request.POST.get(OPENED_FOR) if request.method == "POST" else None
    return bool(said and request.membership and said != str(request.membership.setting_id))


def taken_there(request: Any) -> bool:
    """The person said so: from now on they act for the setting of the form. False: not theirs."""
    if TAKE_IT_THERE not in request.POST or not act_for(request, _opened_for(request)):
        return False
    request.membership = membership_of(request)
    request.actor = request.membership.as_actor()
    return True


def answer_for_another(request: Any) -> HttpResponse:
    """Says what happened, with everything that was typed in hidden fields."""
    opened_for = _opened_for(request)
    mine = {m.setting_id: m.setting for m in memberships_of(request.user)}
    context = {
        "opened_for": mine.get(opened_for) if opened_for else None,
        "acts_for": request.membership.setting,
        "carried": [pair for pair in carried_words(request) if pair[0] != TAKE_IT_THERE],
        "has_files": bool(request.FILES),
        "address": request.get_full_path(),
    }
    return render(request, "accounts/other_setting.html", context, status=CONFLICT)


def _opened_for(request: Any) -> UUID | None:
    try:
        return UUID(request.POST[OPENED_FOR])
    except ValueError:
        return None
