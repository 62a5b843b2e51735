"""What the pages of the team, the setting and its calendar read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from accounts.models import (
    CalendarLink,
    Closure,
    EarlyYearsSetting,
    Invitation,
    Membership,
    OutboxMail,
    RuleSet,
)
from accounts.rules.outbox import CLAIM_LASTS, MailState
from accounts.rules.roles import ROLE_NAMES, ROLE_PERMISSIONS, ROLE_SENTENCES, Permission, Role
from accounts.rules.school_year import (
    NamedDays,
    Part,
    copied_forward,
    first_of_year,
    last_of_year,
    parts_of_year,
)


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
    mails_failed: int


def team(membership: Membership) -> TeamPage:
    """Everybody of the setting; four queries at most, however many they are."""
    today = timezone.localdate()
    everybody = list(Membership.objects.visible_to(membership))
    return TeamPage(
        here=[m for m in everybody if works_here(m, today)],
        left=[m for m in everybody if not works_here(m, today)],
        invitations=list(Invitation.objects.visible_to(membership).waiting()),
        roles=role_words(),
        mails_failed=OutboxMail.objects.visible_to(membership).failed().count(),
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


@dataclass(frozen=True, slots=True)
class MailsPage:
    """The outbox of a setting. `nobody_looks`: a mail is due and no worker has taken it up."""

    failed: list[OutboxMail]
    waiting: list[OutboxMail]
    ended: list[OutboxMail]
    nobody_looks: bool


LATEST_MAILS = 30


def mails(membership: Membership, now: datetime) -> MailsPage:
    """What did not go, what waits, and the latest that went or were stopped; never what they say."""
    ours = OutboxMail.objects.visible_to(membership).defer("text", "html", "files")
    waiting = list(ours.waiting())
    done = ours.filter(state__in=[MailState.SENT.value, MailState.STOPPED.value])
    return MailsPage(
        failed=list(ours.failed()),
        waiting=waiting,
        ended=list(done[:LATEST_MAILS]),
        nobody_looks=any(mail.next_look_at < now - CLAIM_LASTS for mail in waiting),
    )


def closures_from(setting: EarlyYearsSetting, on: date) -> Iterable[Closure]:
    """Closures that are not over on that day, the nearest first."""
    return setting.closures.filter(last_on__gte=on).order_by("first_on")


def closures_before(setting: EarlyYearsSetting, on: date) -> Iterable[Closure]:
    return setting.closures.filter(last_on__lt=on).order_by("-first_on")


@dataclass(frozen=True, slots=True)
class YearPage:
    """A school year of the setting, part by part, and the closures by the days they name."""

    year: int
    parts: tuple[Part, ...]
    open_days: int
    open_weeks: float
    closures: tuple[Closure, ...]

    @property
    def is_empty(self) -> bool:
        return not self.closures


def closures_of_year(setting: EarlyYearsSetting, year: int) -> tuple[Closure, ...]:
    """Closures with a day in the school year that begins in `year`, in order."""
    rows = setting.closures.filter(
        first_on__lte=last_of_year(year), last_on__gte=first_of_year(year)
    )
    return tuple(rows.order_by("first_on", "last_on"))


def named_days(closures: Iterable[Closure]) -> list[NamedDays]:
    """The closures as the rules know them."""
    return [NamedDays(row.name, row.first_on, row.last_on) for row in closures]


def year_page(setting: EarlyYearsSetting, year: int) -> YearPage:
    """What the calendar page shows of a year. One query."""
    closures = closures_of_year(setting, year)
    parts = parts_of_year(year, setting.open_weekdays, named_days(closures))
    open_days = sum(part.open_days for part in parts)
    weeks = round(open_days / max(1, len(setting.open_weekdays)), 1)
    return YearPage(year, parts, open_days, weeks, closures)


def next_year_proposed(setting: EarlyYearsSetting, year: int) -> list[NamedDays]:
    """Last year's closures moved into the school year `year`, without those that are closed already."""
    there = named_days(closures_of_year(setting, year))
    before = named_days(closures_of_year(setting, year - 1))
    return [days for days in copied_forward(before, year - 1) if not any(map(days.meets, there))]


def ruleset_data(setting: EarlyYearsSetting, on: date) -> dict[str, Any]:
    """The stored ruleset that the setting follows on the day; empty where it follows none.

    For floors that need one value of it: whole and checked it is read by the plans.
    """
    versions = RuleSet.objects.filter(code=setting.ruleset_code, from_on__lte=on)
    newest = versions.order_by("from_on", "version").last()
    return dict(newest.data) if newest else {}


@dataclass(frozen=True, slots=True)
class MyCalendar:
    """Somebody's calendar link: the one that stands, and whether it still opens."""

    link: CalendarLink | None
    opens: bool


def calendar_of_mine(membership: Membership | None) -> MyCalendar | None:
    """None for somebody who sees no reviews, and so has no calendar to read."""
    if membership is None or not membership.may(Permission.VIEW_PLANS):
        return None
    link = CalendarLink.objects.standing().filter(membership=membership).first()
    if link is not None:
        link.membership = membership
    return MyCalendar(link, link is not None and link.is_in_force)
