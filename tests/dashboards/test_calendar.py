"""The setting's month: windows, meetings, visits and closed days, and planning from it (C4)."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Closure
from agencies.models import AgencyVisit
from children.models import AccessEvent, Room
from reviews.models import Review
from tests.people import STORY, Cast
from tests.reviews.given import planned_child
from tests.reviews.reviews_given import PLANNED_ON, begun, cycle, planned

Browse = Callable[..., Client]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def page(browser: Client, asked: str = "") -> str:
    answer = browser.get(f"/calendar/{asked}")
    assert answer.status_code == 200
    return answer.content.decode()


def agenda(text: str) -> str:
    return text.partition("Day by day")[2]


def test_a_meeting_a_last_day_a_window_a_visit_and_a_closed_day_stand_on_their_days_c4(
    people: Cast, browse: Browse
) -> None:
    planned(people)
    Closure(
        setting=people.acorns,
        name="Training",
        first_on=date(2026, 11, 12),
        last_on=date(2026, 11, 12),
    ).record(by=STORY)
    AgencyVisit(
        child=people.seyi,
        agency=people.speech,
        professional=people.theo,
        on=date(2026, 11, 25),
        at=time(9, 30),
        what_for="An observation at snack",
    ).record(by=STORY)
    text = agenda(page(browse(people.sam)))
    order = [
        "Closed: Training",
        "The window opens for the review of Seyi Adeyemi-Blackwood",
        "09:30 Theo Marsh comes to see Seyi Adeyemi-Blackwood",
        "10:00 Review of Seyi Adeyemi-Blackwood",
        "Last day for the review of Seyi Adeyemi-Blackwood",
    ]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)
    assert "Meeting booked for Thu 26 Nov." in text


def test_the_grid_says_what_the_agenda_says(people: Cast, browse: Browse) -> None:
    planned(people)
    grid = page(browse(people.sam)).partition("Day by day")[0]
    assert "<span>10:00 Seyi</span>" in grid
    assert "<span>Last day: Seyi</span>" in grid
    assert 'href="#day-2026-11-26"' in grid


def test_a_meeting_whose_day_has_passed_looks_like_one_that_was_not_held(
    people: Cast, browse: Browse
) -> None:
    planned(people)
    marks = r'month-(\w+)"><svg[^>]*><use href="[^"]*#([\w-]+)"[^>]*>(?:</use>)?</svg><span>10:00 Seyi</span>'
    assert re.findall(marks, page(browse(people.sam))) == [("mulberry", "calendar")]
    with time_machine.travel(datetime(2026, 11, 27, 9, 0, tzinfo=ZoneInfo("Europe/London"))):
        text = page(browse(people.sam))
    assert re.findall(marks, text) == [("coral", "overdue")]
    assert "Planned, and not held yet" in text


def test_a_review_that_was_held_stands_on_the_day_it_was_held_and_moves_no_more(
    people: Cast, browse: Browse
) -> None:
    begun(people, planned(people))
    text = agenda(page(browse(people.sam)))
    assert 'id="day-2026-11-23"' in text
    assert "Held, Orchard room." in text
    assert "Last day" not in text
    assert "/move/" not in text


def test_nobody_sees_what_is_not_theirs(people: Cast, browse: Browse) -> None:
    planned(people)
    for who in (people.dele, people.olga):
        assert "Seyi" not in page(browse(who))
    assert "Seyi" in page(browse(people.kemi))
    assert browse(people.hannah).get("/calendar/").status_code == 403


def test_a_review_is_planned_from_the_calendar_with_the_day_filled_in_and_leads_back(
    people: Cast, browse: Browse
) -> None:
    cycle(people)
    sam = browse(people.sam)
    on = sam.get("/calendar/book/", {"child": people.seyi.pk, "on": "26 Nov"})
    assert "/review/plan/?calendar=2026-11&on=2026-11-26" in on.url
    form = sam.get(on.url)
    assert 'value="26 Nov 2026"' in form.content.decode()
    saved = sam.post(on.url, {"planned_on": "26 Nov", "planned_time": "10:00"})
    assert saved.url == "/calendar/?month=2026-11#day-2026-11-26"
    assert Review.objects.get().planned_on == PLANNED_ON
    text = page(sam, "?month=2026-11")
    assert "The review of Seyi is planned." in text


def test_a_review_is_moved_from_the_calendar_and_leads_back_to_its_new_month(
    people: Cast, browse: Browse
) -> None:
    review, sam = planned(people), browse(people.sam)
    address = f"/reviews/{review.pk}/move/?calendar=2026-11"
    assert f'href="{address}"' in page(sam)
    on = sam.get("/calendar/book/", {"child": people.seyi.pk, "on": "1 12 26"})
    assert on.url == f"{address.replace('2026-11', '2026-12')}&on=2026-12-01"
    assert 'value="1 Dec 2026"' in sam.get(on.url).content.decode()
    sent = {
        "planned_on": "1 12 26",
        "planned_time": "10:00",
        "outside_window_because": "The mother works until then",
        "seen_version": review.row_version,
    }
    assert sam.post(on.url, sent).url == "/calendar/?month=2026-12#day-2026-12-01"
    review.refresh_from_db()
    assert (review.planned_on, review.calendar_sequence) == (date(2026, 12, 1), 1)


def test_a_refusal_keeps_what_was_typed_and_the_way_back(people: Cast, browse: Browse) -> None:
    cycle(people)
    address = f"/reviews/children/{people.seyi.pk}/review/plan/?calendar=2026-12&on=2026-12-15"
    answer = browse(people.sam).post(address, {"planned_on": "15 12 26", "place": "The den"})
    assert "Say why it is planned for another day" in answer.content.decode()
    assert 'value="The den"' in answer.content.decode()
    assert not Review.objects.exists()


@pytest.mark.parametrize("asked", ["9999-01", "2026-13", "soon", "-1", "2026-11-01"])
def test_a_month_that_is_none_is_said_and_this_one_is_shown(
    people: Cast, browse: Browse, asked: str
) -> None:
    text = page(browse(people.sam), f"?month={asked}")
    assert "November 2026" in text
    assert "That is not a month, so this one is shown." in text


def test_a_month_at_the_edge_of_reach_leads_no_further(people: Cast, browse: Browse) -> None:
    assert "January 2101" not in page(browse(people.sam), "?month=2100-12")
    assert "December 1999" not in page(browse(people.sam), "?month=2000-01")


def test_another_settings_room_is_said_to_be_none_and_shows_everybody(
    people: Cast, browse: Browse
) -> None:
    planned(people)
    owls = Room.objects.get(name="Owls")
    for wrong in (f"room={owls.pk}", "room=x", f"key_person={people.olga.pk}"):
        text = page(browse(people.sam), f"?{wrong}")
        assert "That is not" in text
        assert "10:00 Seyi" in text
        assert "Owls" not in text


def test_a_room_or_key_person_leaves_out_the_others(people: Cast, browse: Browse) -> None:
    planned(people)
    sam = browse(people.sam)
    for left in (f"room={people.orchard.pk}", f"key_person={people.kemi.pk}"):
        assert "10:00 Seyi" in page(sam, f"?{left}")
    for left in (f"room={people.meadow.pk}", f"key_person={people.dele.pk}"):
        assert "10:00 Seyi" not in page(sam, f"?{left}")


def test_whose_review_must_be_one_of_ours(people: Cast, browse: Browse) -> None:
    cycle(people)
    sam = browse(people.sam)
    for wrong in ({}, {"child": people.bilal.pk}, {"child": "x"}, {"child": people.zofia.pk}):
        answer = sam.get("/calendar/book/", wrong)
        assert answer.status_code == 200
        assert "Choose " in answer.content.decode()


def test_an_address_leads_back_to_the_calendar_and_nowhere_else(
    people: Cast, browse: Browse
) -> None:
    review = planned(people)
    sent = {"planned_on": "27 Nov", "seen_version": review.row_version}
    address = f"/reviews/{review.pk}/move/?calendar=https://elsewhere.example&on=x"
    assert browse(people.sam).post(address, sent).url == f"/reviews/{review.pk}/invitations/"


def test_many_children_cost_as_many_queries_as_one(people: Cast, browse: Browse) -> None:
    planned(people)
    sam = browse(people.sam)
    counts = []
    for numbers in ((), range(3, 8)):
        for number in numbers:
            planned_child(people, number)
        page(sam)
        with CaptureQueriesContext(connection) as asked:
            page(sam)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_full_day_names_three_in_the_grid_and_every_one_in_the_agenda(
    people: Cast, browse: Browse
) -> None:
    for number in range(3, 10):
        planned_child(people, number)
    text = page(browse(people.sam))
    grid, _, listed = text.partition("Day by day")
    assert "4 more" in grid
    assert listed.count("No meeting is planned.") == 7
    assert "Seven reviews share Mon 30 Nov" in grid


def test_a_closure_of_many_days_stands_once_in_the_agenda_and_on_each_day_of_the_grid(
    people: Cast, browse: Browse
) -> None:
    first, last = date(2026, 12, 21), date(2027, 1, 4)
    Closure(setting=people.acorns, name="Christmas", first_on=first, last_on=last).record(by=STORY)
    grid, _, listed = page(browse(people.sam), "?month=2026-12").partition("Day by day")
    assert grid.count("Closed: Christmas") == 11
    assert grid.count('href="#day-2026-12-') == listed.count("Closed: Christmas") == 1
    assert "Until Mon 4 Jan." in listed
    listed = agenda(page(browse(people.sam), "?month=2027-01"))
    assert listed.count("Closed: Christmas") == 1
    assert 'id="day-2027-01-01"' in listed


def test_the_agenda_leads_past_the_days_that_are_over(people: Cast, browse: Browse) -> None:
    planned(people)
    sam = browse(people.sam)
    assert 'href="#day-2026-11-26">From Thu 26 Nov on' in page(sam)
    assert "From " not in agenda(page(sam, "?month=2026-12")).partition("Plan or move")[0]


def test_looking_at_the_month_is_kept_with_the_children_it_showed(
    people: Cast, browse: Browse
) -> None:
    planned(people)
    page(browse(people.sam))
    event = AccessEvent.objects.get(page="dashboards:calendar")
    assert [seen.child for seen in event.seen.all()] == [people.seyi]


def test_an_empty_month_says_what_will_stand_there(people: Cast, browse: Browse) -> None:
    text = page(browse(people.mo))
    assert "Nothing in this month" in text
    assert "No review waits to be planned" in text
