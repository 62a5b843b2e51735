"""Who is emailed this week: members who may read plans, want it, and have not been written to yet."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from accounts.models import DigestOfWeek, Membership
from accounts.rules.roles import Permission

MEMBERS_AT_A_TIME = 200


def readers(today: date, monday: date) -> Iterator[Membership]:
    """One after the other, some hundreds read at a time, setting by setting."""
    done = DigestOfWeek.objects.filter(monday=monday).values("membership")
    wanting = (
        Membership.objects.active(today)
        .filter(wants_digest=True)
        .exclude(pk__in=done)
        .select_related("user", "setting")
        .order_by("pk")
    )
    after: UUID | None = None
    while batch := list((wanting.filter(pk__gt=after) if after else wanting)[:MEMBERS_AT_A_TIME]):
        yield from (member for member in batch if member.may(Permission.VIEW_PLANS))
        after = batch[-1].pk
