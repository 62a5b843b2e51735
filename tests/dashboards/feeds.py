"""Somebody's own calendar as the tests read it: the link, the file, and what stands in it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from django.test import Client
from icalendar import Calendar, Event

from accounts.actions.calendar_link import make_calendar_link
from accounts.models import Closure, Membership
from agencies.actions.visit import plan_visit
from reviews.models import Review
from tests.people import STORY, Cast
from tests.reviews.reviews_given import planned

from .strict_calendar import faults_of

Browse = Callable[..., Client]
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def link(who: Membership) -> str:
    _, secret = make_calendar_link(membership=who, by=who.as_actor())
    return f"/calendar/feed/{secret}.ics"


def read(address: str) -> Calendar:
    answer = Client().get(address)
    assert answer.status_code == 200
    assert faults_of(answer.content) == []
    found = Calendar.from_ical(answer.content)
    assert isinstance(found, Calendar)
    return found


def events(address: str) -> dict[str, Event]:
    return {str(event["uid"]): event for event in read(address).events}


def everything(people: Cast) -> tuple[Review, Any]:
    """A review, a visit and two closures, one of a single day."""
    for name, first, last in (
        ("Training; staff, all", date(2026, 12, 4), date(2026, 12, 4)),
        ("Christmas", date(2026, 12, 21), date(2027, 1, 4)),
    ):
        Closure(setting=people.acorns, name=name, first_on=first, last_on=last).record(by=STORY)
    values = {
        "agency": people.speech,
        "professional": people.theo,
        "on": date(2026, 11, 25),
        "at": None,
        "place": "Orchard, by the window",
        "what_for": "Seyi at snack",
    }
    visit = plan_visit(child=people.seyi, values=values, by=people.sam.as_actor())
    return planned(people), visit
