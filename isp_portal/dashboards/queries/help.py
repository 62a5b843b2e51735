"""The record of intervention on the child's page: how much help in this cycle, and what was seen."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from accounts.models import Membership
from accounts.rules.roles import Permission
from children.models import Child
from isp_portal.dashboards.queries.event import Event
from plans.models import Cycle
from reviews.models import InterventionEntry
from reviews.queries.entries import shown, with_lines
from reviews.queries.record import CycleRecord, cycle_record

ON_THE_TIMELINE = 40
"""The newest entries stand in the child's story; the record holds all of them."""


def help_part(child: Child, cycle: Cycle | None, today: date) -> CycleRecord | None:
    """What the running cycle's record adds up to; None before there is a plan to write about."""
    if cycle is None or cycle.starts_on is None or cycle.starts_on > today:
        return None
    record = cycle_record(cycle, child, today)
    return record if record.lines else None


def entry_events(child: Child, membership: Membership) -> Iterator[Event]:
    """The newest entries, as the timeline shows them."""
    may_open = membership.may(Permission.RECORD_ENTRY)
    rows = with_lines(InterventionEntry.objects.standing().filter(child=child))
    for row in rows[:ON_THE_TIMELINE]:
        one = shown(row)
        words = one.words if row.not_delivered_because else f"“{one.words}”" if one.words else ""
        title = f"{one.help_words.capitalize() or 'Seen'}, {one.who}"
        url = reverse("reviews:entry", args=[row.pk]) if may_open else ""
        yield Event(row.seen_on, "eye", title, words, url, "Open" if may_open else "")
