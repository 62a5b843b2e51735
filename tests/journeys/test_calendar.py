"""Sam opens the calendar, moves a review, and finds it moved in the calendar of her own."""

import re
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone
from icalendar import Calendar
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from reviews.actions.planning import plan_review
from tests.journeys.conftest import accessibility_faults, picture, sign_in
from tests.people import Cast
from tests.plans import stories

LATER = "The mother works until then"


def test_a_review_is_moved_in_the_calendar_and_moves_in_the_feed(
    people: Cast, desk: Page, live_server: LiveServer
) -> None:
    today = timezone.localdate()
    review = plan_review(
        cycle=stories.finalised(people, today - timedelta(days=49)).cycle,
        planned_on=today,
        planned_time=None,
        place="Orchard room",
        outside_window_because=LATER,
        by=people.sam.as_actor(),
    )
    sign_in(desk.context, live_server, people.sam)

    desk.goto("/account/me/")
    desk.get_by_role("button", name="Make a link").click()
    address = re.sub(r"^https?://[^/]+", "", desk.get_by_label("Address").input_value())
    before = event_of(address, review)

    desk.goto("/calendar/")
    assert accessibility_faults(desk) == []
    picture(desk, "calendar")
    desk.get_by_role("link", name=re.compile("^Move ?: Review of Seyi")).click()
    moved_to = today + timedelta(days=3)
    desk.get_by_label("Day", exact=True).fill(f"{moved_to.day} {moved_to.month} {moved_to.year}")
    desk.get_by_label(re.compile("^Why this day")).fill(LATER)
    desk.get_by_role("button", name="Move the review").click()
    desk.wait_for_url(re.compile(rf"/calendar/\?month=.*#day-{moved_to.isoformat()}$"))
    assert desk.get_by_text("The review of Seyi is moved.").is_visible()

    after = event_of(address, review)
    assert after["uid"] == before["uid"]
    assert after["sequence"] == before["sequence"] + 1
    assert after.start == moved_to


def event_of(address: str, review: Any) -> Any:
    """The review as a calendar program reads it."""
    answer = Client().get(address)
    assert answer.status_code == 200
    found = list(Calendar.from_ical(answer.content).events)  # type: ignore[union-attr]
    return next(event for event in found if str(event["uid"]) == str(review.calendar_uid))
