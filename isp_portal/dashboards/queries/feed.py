"""What somebody's own calendar program is given: reviews, visits and closed days, naming no child."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from accounts.models import Closure, Membership
from accounts.rules.roles import Permission
from agencies.models import AgencyVisit
from children.models import Child
from reviews.models import Review
from reviews.queries.calendar_copy import sender
from reviews.rules.calendar_feed import Entry, Whose, calendar_feed, without_name

KEPT = timedelta(days=92)
"""How far back a feed reaches: what is older has left the calendars of those who plan."""


def feed_of(membership: Membership, now: datetime) -> bytes:
    """The feed of what this member may see now. Three queries, however much there is."""
    setting = membership.setting
    since = timezone.localdate(now) - KEPT
    seen: Any = Child.objects.visible_to(membership)
    entries = [*_reviews(seen.active(), since)]
    if membership.may(Permission.VIEW_AGENCIES):
        entries += _visits(seen.active(), since)
    entries += _closures(membership, since)
    return calendar_feed(entries, Whose(setting.name, setting.email or sender()), now)


def _reviews(children: Any, since: Any) -> Iterator[Entry]:
    """One that its plan's end has overtaken is cancelled, which is a change more than the last move."""
    rows = Review.objects.filter(child__in=children, planned_on__gte=since)
    for review in rows.select_related("child", "cycle").order_by("planned_on", "pk"):
        assert review.planned_on is not None  # filtered just above
        cancelled = review.held_on is None and review.cycle.closed_on is not None
        yield Entry(
            uid=review.calendar_uid,
            sequence=review.calendar_sequence + cancelled,
            title="Review meeting",
            on=review.planned_on,
            at=review.planned_time,
            place=_place(review.place, review.child),
            url=_address("reviews:review", review.pk),
            is_cancelled=cancelled,
        )


def _visits(children: Any, since: Any) -> Iterator[Entry]:
    rows = AgencyVisit.objects.filter(child__in=children, on__gte=since)
    for visit in rows.select_related("child", "agency").order_by("on", "pk"):
        yield Entry(
            uid=visit.calendar_uid,
            sequence=visit.calendar_sequence,
            title=f"Visit of {visit.agency.name}",
            on=visit.on,
            at=visit.at,
            place=_place(visit.place, visit.child),
            url=_address("dashboards:child", visit.child_id),
            is_cancelled=visit.called_off_on is not None,
        )


def _closures(membership: Membership, since: Any) -> Iterator[Entry]:
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


def _place(words: str, child: Child) -> str:
    return without_name(words, (child.legal_name, child.preferred_name))


def _address(name: str, pk: Any) -> str:
    return settings.SITE_ADDRESS.rstrip("/") + reverse(name, args=[pk])
