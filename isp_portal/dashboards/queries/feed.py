"""What somebody's own calendar program is given: reviews, visits and closed days, naming no child."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from accounts.models import Closure, Membership
from accounts.rules.roles import Permission
from agencies.models import AgencyVisit
from children.models import Child
from children.queries import archive_turns
from reviews.models import Review
from reviews.queries.calendar_copy import sender
from reviews.queries.calendar_place import place_in_calendars
from reviews.rules.calendar_feed import Entry, Whose, calendar_feed

KEPT = timedelta(days=92)
"""How far back a feed reaches: what is older has left the calendars of those who plan."""


def feed_of(membership: Membership, now: datetime) -> bytes:
    """The feed of what this member may see now. Five queries at most, however much there is.

    What a child who has left will not come to is cancelled, so that it leaves the calendars too.
    """
    setting = membership.setting
    since = timezone.localdate(now) - KEPT
    seen: Any = Child.objects.visible_to(membership)
    entries = [*_reviews(seen, since)]
    if membership.may(Permission.VIEW_AGENCIES):
        entries += _visits(seen, since)
    entries += _closures(membership, since)
    return calendar_feed(entries, Whose(setting.name, setting.email or sender()), now)


def _reviews(children: Any, since: date) -> Iterator[Entry]:
    """On the day it was held, else the day it is planned for; cancelled when it will not be held."""
    rows = Review.objects.filter(child__in=children, planned_on__gte=since)
    for review in _around(rows, "child", "cycle").order_by("planned_on", "pk"):
        assert review.planned_on is not None  # filtered just above
        on = review.held_on or review.planned_on
        has_moved = on != review.planned_on
        overtaken = review.held_on is None and review.cycle.closed_on is not None
        has_left = review.held_on is None and review.child.archived_on is not None
        yield Entry(
            uid=review.calendar_uid,
            sequence=review.calendar_sequence + review.turns + (has_moved or overtaken),
            title="Review meeting",
            on=on,
            at=None if has_moved else review.planned_time,
            place=place_in_calendars(review.place, review.child),
            url=_address("reviews:review", review.pk),
            is_cancelled=overtaken or has_left,
        )


def _visits(children: Any, since: date) -> Iterator[Entry]:
    """One that took place before the child left stays as it was."""
    rows = AgencyVisit.objects.filter(child__in=children, on__gte=since)
    for visit in _around(rows, "child", "agency").order_by("on", "pk"):
        left_on = visit.child.archived_on
        yield Entry(
            uid=visit.calendar_uid,
            sequence=visit.calendar_sequence + visit.turns,
            title=f"Visit of {visit.agency.name}",
            on=visit.on,
            at=visit.at,
            place=place_in_calendars(visit.place, visit.child),
            url=_address("dashboards:child", visit.child_id),
            is_cancelled=visit.called_off_on is not None or bool(left_on and visit.on >= left_on),
        )


def _around(rows: Any, *beside: str) -> Any:
    """With the child's contacts, and how often its record was archived or came back: each such turn
    is a later word to calendars than the one before, whether it cancels or takes that back."""
    told = rows.annotate(turns=archive_turns("child_id")).select_related(*beside)
    return told.prefetch_related("child__contacts")


def _closures(membership: Membership, since: date) -> Iterator[Entry]:
    rows = Closure.objects.visible_to(membership).filter(last_on__gte=since)
    for closure in rows.order_by("first_on", "pk"):
        yield Entry(
            uid=closure.pk,
            sequence=closure.row_version - 1,
            title=f"Closed: {closure.name}",
            on=closure.first_on,
            last_on=closure.last_on,
            is_busy=False,
        )


def _address(name: str, pk: Any) -> str:
    return settings.SITE_ADDRESS.rstrip("/") + reverse(name, args=[pk])
