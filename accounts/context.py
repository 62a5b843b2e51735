"""What every page knows: who acts, for which setting, and where they can go."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from accounts.models import Membership
from accounts.rules.roles import Permission


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation."""

    label: str
    url: str
    icon: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Acting:
    """Whose name will sign, as the top bar shows it."""

    person_name: str
    role_words: str
    setting_name: str
    shared_tablet: bool = True
    """Tablets are passed round in a nursery: Lock is always at hand."""
    works_for_several: bool = False
    """Then the way to act for another setting is offered beside the name."""


PLACES: tuple[tuple[str, str, str, Permission], ...] = (
    ("Due", "dashboards:due", "clock", Permission.VIEW_ALL_CHILDREN),
    ("My day", "reviews:my_day", "house", Permission.RECORD_ENTRY),
    ("Children", "dashboards:children", "people", Permission.VIEW_CHILDREN),
    ("Reviews", "reviews:reviews", "calendar", Permission.VIEW_PLANS),
    ("Who is in", "children:attendance", "door", Permission.MARK_ATTENDANCE),
    ("Agencies", "agencies:list", "envelope", Permission.VIEW_AGENCIES),
    ("Provision map", "plans:group_map_list", "map", Permission.VIEW_GROUP_MAPS),
    ("Team", "accounts:team", "person", Permission.VIEW_TEAM),
    ("Setting", "accounts:setting", "cog", Permission.MANAGE_SETTING),
)

ELSEWHERE: tuple[tuple[str, str], ...] = (
    ("/plans/", "dashboards:children"),
    ("/papers/", "dashboards:children"),
    ("/agencies/children/", "dashboards:children"),
    ("/children/import/", "dashboards:children"),
    ("/plans/group-", "plans:group_map_list"),
    ("/children/rooms/", "accounts:setting"),
    ("/account/mails/", "accounts:team"),
    ("/reviews/children/", "dashboards:children"),
    ("/calendar/", "reviews:reviews"),
    ("/pictures/", "reviews:reviews"),
    ("/reviews/entries/", "reviews:my_day"),
)
"""Addresses that belong to a place which they do not begin with."""


def acting(request: HttpRequest) -> dict[str, Any]:
    """`acting` and `nav` for base.html; empty for somebody who is not signed in to a setting."""
    membership: Membership | None = getattr(request, "membership", None)
    if membership is None:
        return {"acting": None, "nav": []}
    who = Acting(
        membership.user.full_name,
        membership.role_words,
        membership.setting.name,
        works_for_several=getattr(request, "works_for_several", False),
    )
    return {"acting": who, "nav": _places(request.path, membership)}


def _places(path: str, membership: Membership) -> list[Place]:
    open_to_them = [
        (label, reverse(name), icon)
        for label, name, icon, permission in PLACES
        if membership.may(permission)
    ]
    starts = {url: url for _, url, _ in open_to_them}
    starts |= {start: reverse(name) for start, name in ELSEWHERE}
    nearest = max((start for start in starts if path.startswith(start)), key=len, default="")
    here = starts.get(nearest)
    return [Place(label, url, icon, url == here) for label, url, icon in open_to_them]
