"""Somebody's own calendar: a secret address, no child's name, and what moved has moved (C4)."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as some
from icalendar import Calendar

from accounts.models import Closure
from agencies.actions.visit import call_off_visit, change_visit, plan_visit
from plans.actions.plans import close_plan
from plans.models import Cycle
from reviews.actions.planning import move_review
from reviews.models import Review
from reviews.queries.invitations import meeting_of
from reviews.rules.calendar_feed import Entry, Whose, calendar_feed
from reviews.rules.calendar_file import Method, calendar_file
from tests.people import STORY, Cast
from tests.reviews.given import planned_child
from tests.reviews.reviews_given import PLANNED_ON, planned

from .feeds import NOW, events, everything, link
from .strict_calendar import faults_of


def test_the_feed_holds_reviews_visits_and_closed_days_and_keeps_the_strict_rules(
    people: Cast,
) -> None:
    review, visit = everything(people)
    found = events(link(people.sam))
    assert {str(review.calendar_uid), str(visit.calendar_uid)} < set(found)
    assert [str(event["summary"]) for event in found.values()] == [
        "Review meeting, Acorns Nursery",
        "Visit of Harrowby Speech and Language, Acorns Nursery",
        "Closed: Training; staff, all, Acorns Nursery",
        "Closed: Christmas, Acorns Nursery",
    ]
    meeting = found[str(review.calendar_uid)]
    assert meeting.start.hour == 10
    assert meeting["url"].endswith(f"/reviews/{review.pk}/")


def test_no_child_and_no_parent_is_named_c4_1(people: Cast) -> None:
    everything(people)
    review = Review.objects.get()
    review.place = "At the Adeyemi family's home"
    review.record(by=STORY)
    words = Client().get(link(people.sam)).content.decode().replace("\r\n ", "")
    named = ("Seyi", "Adeyemi", "Blackwood", "Oluwa", "Priya", "Zofia", "O. A", "OA")
    assert not [name for name in named if name in words]
    assert "Orchard" in words


def test_a_moved_review_has_moved_with_the_uid_of_the_invitation_and_a_higher_sequence(
    people: Cast,
) -> None:
    review, address = planned(people), link(people.sam)
    uid = str(review.calendar_uid)
    invited = Calendar.from_ical(
        calendar_file(meeting_of(review, "portal@localhost"), Method.PUBLISH, NOW, None)
    )
    before = events(address)[uid]
    assert (str(invited.events[0]["uid"]), invited.events[0]["sequence"]) == (uid, 0)
    assert before["sequence"] == 0
    move_review(
        review=review,
        planned_on=date(2026, 11, 27),
        planned_time=time(14, 30),
        place="",
        outside_window_because="",
        by=people.sam.as_actor(),
    )
    after = events(address)[uid]
    assert after["sequence"] == 1
    assert (after.start.date(), after.start.hour) == (date(2026, 11, 27), 14)


def test_a_review_that_was_overtaken_is_cancelled_with_a_higher_sequence(people: Cast) -> None:
    review, address = planned(people), link(people.sam)
    plan = review.cycle.plans.get()
    close_plan(plan=plan, because="Moved to another nursery", by=people.sam.as_actor())
    event = events(address)[str(review.calendar_uid)]
    assert (event["status"], event["sequence"]) == ("CANCELLED", 1)


def test_a_visit_that_moves_and_is_called_off_does_so_in_the_feed(people: Cast) -> None:
    _, visit = everything(people)
    address, by = link(people.sam), people.sam.as_actor()
    values = {n: getattr(visit, n) for n in ("agency", "professional", "at", "place", "what_for")}
    moved = change_visit(
        visit=visit, values=values | {"on": date(2026, 12, 2)}, seen_version=1, by=by
    )
    event = events(address)[str(visit.calendar_uid)]
    assert (event.start, event["sequence"]) == (date(2026, 12, 2), 1)
    call_off_visit(visit=moved, called_off_because="Ill", seen_version=moved.row_version, by=by)
    event = events(address)[str(visit.calendar_uid)]
    assert (event["status"], event["sequence"]) == ("CANCELLED", 2)


def test_a_feed_holds_the_children_of_its_owner_alone(people: Cast) -> None:
    review = planned(people)
    uid = str(review.calendar_uid)
    assert uid in events(link(people.kemi))
    assert uid not in events(link(people.dele))
    assert uid not in events(link(people.olga))


def test_a_feed_of_nothing_is_a_calendar_too(people: Cast) -> None:
    assert not events(link(people.mo))


# The address


def test_it_asks_the_same_few_questions_for_one_review_or_many(people: Cast) -> None:
    everything(people)
    address, client = link(people.sam), Client()
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    values = {"agency": people.speech, "professional": None, "place": "", "what_for": ""}
    for n in range(8):
        on = PLANNED_ON + timedelta(days=n)
        Closure(setting=people.acorns, name=f"Day {n}", first_on=on, last_on=on).record(by=STORY)
        plan_visit(
            child=people.seyi,
            values=values | {"on": PLANNED_ON, "at": time(9, n)},
            by=people.sam.as_actor(),
        )
        planned_child(people, n + 3)
    for cycle in Cycle.objects.exclude(child=people.seyi):
        Review(child=cycle.child, cycle=cycle, planned_on=PLANNED_ON, place="Den").record(by=STORY)
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) == len(few)


# The strict rules


@given(some.text(max_size=200), some.text(max_size=200))
def test_no_words_break_the_strict_rules(title: str, place: str) -> None:
    entry = Entry(
        uuid4(), 0, title, PLANNED_ON, time(10, 0), place=place, url="https://a.example/x"
    )
    file = calendar_feed([entry], Whose(title or "Acorns", "a@b.example"), NOW)
    assert faults_of(file) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b"\r\n", b"\n", "CRLF"),
        (b"SEQUENCE:0", b"SEQUENCE:one", "SEQUENCE"),
        (b"STATUS:CONFIRMED", b"STATUS:GONE", "STATUS"),
        (b"UID:", b"UUID:", "UUID"),
        (b"TZID:Europe/London", b"TZID:Elsewhere", "clock"),
        (b"END:VEVENT", b"END:VTODO", "ends nothing"),
        (b"SUMMARY:", b"SUMMARY:" + b"x" * 80, "75 octets"),
        (b"SUMMARY:", b"SUMMARY:one, two", "unescaped"),
        (b"T100000\r\nDTEND", b"T230000\r\nDTEND", "ends before"),
        (b"VERSION:2.0\r\n", b"", "VERSION"),
        (b"DTSTAMP:", b"COMMENT:", "DTSTAMP"),
        (b"20261123T100000Z", b"20261123T100000", "UTC"),
        (b"STATUS:", b"ATTENDEE:mailto:a@b.example\r\nSTATUS:", "guests"),
        (b"ORGANIZER;CN=Acorns:mailto:", b"ORGANIZER;CN=Acorns:", "ORGANIZER"),
        (b"END:VCALENDAR", b"END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR", "one VCALENDAR"),
        (b"SUMMARY:", b"SUMMARY:\x07", "control"),
    ],
)
def test_a_file_that_breaks_a_rule_is_found_out(old: bytes, new: bytes, fault: str) -> None:
    entry = Entry(uuid4(), 0, "Review", PLANNED_ON, time(10, 0))
    file = calendar_feed([entry], Whose("Acorns", "a@b.example"), NOW)
    assert faults_of(file) == []
    assert any(fault in said for said in faults_of(file.replace(old, new)))
