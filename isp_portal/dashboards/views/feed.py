"""What a calendar program reads under somebody's secret address."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from accounts.access.feed import by_feed_link
from isp_portal.dashboards.queries.feed import feed_of


@by_feed_link
def feed(request: Any) -> HttpResponse:
    """`calendar/feed/<secret>.ics`: what its owner may see now, without any child's name.

    Who looked is not noted: it shows no child, and a program asks many times a day.
    """
    file = feed_of(request.membership, timezone.now())
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="calendar.ics"'
    return response
