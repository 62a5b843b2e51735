"""What each thing of asking an agency says: reminders, links, answers, and what went to it (C7, C7.1)."""

from typing import Any

from django.urls import reverse

from agencies.models import StepKind
from isp_portal.dashboards.queries.event import Event


def step(row: Any) -> Event:
    asked = row.request
    url = reverse("agencies:requests", args=[asked.child_id])
    if row.kind == StepKind.CHASED:
        return Event(row.done_on, "envelope-ringing", f"Chased: {asked}", row.how, url, "Open")
    title = f"{row.contact.name if row.contact else 'The parents'} asked for a copy"
    return Event(row.done_on, "speech", title, f"{asked}, {row.how.lower()}", url, "Open")


def no_longer(request: Any) -> Event:
    return Event(request.closed_on, "dash", f"Closed: {request}", request.closed_because)


def linked(link: Any) -> Event:
    title = f"Link to a request made for {link.professional.name}"
    return Event(link.made_at, "link", title, f"{link.request}, by {link.made_by}", *_links(link))


def link_closed(link: Any) -> Event:
    title = f"Link to a request for {link.professional.name} closed"
    words = f"{link.request}, by {link.revoked_by}"
    return Event(link.revoked_at, "lock", title, words, *_links(link))


def _links(link: Any) -> tuple[str, str]:
    return reverse("agencies:request_links", args=[link.request.child_id, link.request_id]), "Open"


def answered(row: Any) -> Event:
    url = reverse("agencies:requests", args=[row.request.child_id])
    title = f"{row.professional.name}: {row.get_kind_display()}"
    return Event(row.answered_at, "speech", title, str(row.request), url, "Open")


def told(row: Any) -> Event:
    return Event(row.contacted_on, "envelope", str(row), f"{row.what}, {row.how}")
