"""What the Team and Setting pages read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from accounts.models import Closure, EarlyYearsSetting, Invitation, Membership
from accounts.rules.roles import ROLE_NAMES, ROLE_PERMISSIONS, ROLE_SENTENCES, Permission, Role


@dataclass(frozen=True, slots=True)
class RoleWords:
    """One role as the Team page explains it."""

    name: str
    sentence: str
    may: list[str]


@dataclass(frozen=True, slots=True)
class TeamPage:
    here: list[Membership]
    left: list[Membership]
    invitations: list[Invitation]
    roles: list[RoleWords]


def team(membership: Membership) -> TeamPage:
    """Everybody of the setting; three queries, however many they are."""
    today = timezone.localdate()
    everybody = list(Membership.objects.visible_to(membership))
    return TeamPage(
        here=[m for m in everybody if works_here(m, today)],
        left=[m for m in everybody if not works_here(m, today)],
        invitations=list(Invitation.objects.visible_to(membership).waiting()),
        roles=role_words(),
    )


def works_here(membership: Membership, on: date) -> bool:
    return membership.user.is_active and (membership.left_on is None or membership.left_on > on)


def role_words() -> list[RoleWords]:
    """Each role with everything it may do, in the order of the permissions."""
    return [
        RoleWords(
            ROLE_NAMES[role],
            ROLE_SENTENCES[role],
            [p.value for p in Permission if p in ROLE_PERMISSIONS[role]],
        )
        for role in Role
    ]


def closures_from(setting: EarlyYearsSetting, on: date) -> Iterable[Closure]:
    """Closures that are not over on that day, the nearest first."""
    return setting.closures.filter(last_on__gte=on).order_by("first_on")


def closures_before(setting: EarlyYearsSetting, on: date) -> Iterable[Closure]:
    return setting.closures.filter(last_on__lt=on).order_by("-first_on")
