"""Somebody's own calendar: a secret address, no child's name, and what moved has moved (C4)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some
from icalendar import Calendar, Event

from accounts.actions.calendar_link import make_calendar_link, revoke_calendar_link
from accounts.models import CalendarLink, Closure, Membership
from accounts.rules.link import secret_hash
from agencies.actions.visit import call_off_visit, change_visit, plan_visit
from children.models import AccessEvent
from plans.actions.plans import close_plan
from reviews.actions.planning import move_review
from reviews.models import Review
from reviews.queries.invitations import meeting_of
from reviews.rules.calendar_feed import Entry, Whose, calendar_feed, without_name
from reviews.rules.calendar_file import Method, calendar_file
from tests.people import STORY, Cast
from tests.reviews.reviews_given import PLANNED_ON, planned

from .strict_calendar import faults_of

Browse = Callable[..., Client]
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nobody_has_guessed_yet() -> None:
    cache.clear()


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


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Orchard room", "Orchard room"),
        ("seyi's home", ""),
        ("14 BLACKWOOD Road", ""),
        ("By video", "By video"),
        ("", ""),
    ],
)
def test_a_place_that_holds_a_childs_name_is_left_out_c4_1(words: str, left: str) -> None:
    assert without_name(words, ("Oluwaseyifunmi Adeyemi-Blackwood", "Seyi")) == left


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


def test_only_the_hash_of_the_secret_is_kept_and_it_is_256_bits(people: Cast) -> None:
    address = link(people.sam)
    secret = address.removeprefix("/calendar/feed/").removesuffix(".ics")
    row = CalendarLink.objects.get()
    assert row.token_hash == secret_hash(secret)
    assert len(secret) == 43
    kept = [str(value) for one in (row, row.history.get()) for value in vars(one).values()]
    assert not any(secret in value for value in kept)


def test_it_is_shown_once_on_the_answer_that_made_it(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)
    assert "None yet" in sam.get("/account/me/").content.decode()
    made = sam.post("/account/me/calendar/make/").content.decode()
    path = made.partition('value="http://localhost:8000')[2].partition('"')[0]
    assert Client().get(path).status_code == 200
    text = sam.get("/account/me/").content.decode()
    assert "Make a new link" in text
    assert path not in text
    assert sam.get("/account/me/calendar/make/").status_code == 405


def test_a_new_link_takes_the_place_of_the_old_and_a_revoked_one_opens_nothing(
    people: Cast, browse: Browse
) -> None:
    old, sam = link(people.sam), browse(people.sam)
    new = link(people.sam)
    assert [Client().get(one).status_code for one in (old, new)] == [404, 200]
    assert sam.post("/account/me/calendar/revoke/").url == "/account/me/#calendar"
    assert Client().get(new).status_code == 404
    assert [row.revoked_by for row in CalendarLink.objects.all()] == ["Sam Whitlock"] * 2


def test_a_miss_is_answered_as_any_address_that_is_not_there(people: Cast) -> None:
    revoked = link(people.sam)
    revoke_calendar_link(membership=people.sam, by=people.sam.as_actor())
    client = Client()
    answers = [
        client.get(one)
        for one in (revoked, "/calendar/feed/guess.ics", "/calendar/feed/%00%ff.ics", "/nowhere/")
    ]
    assert [answer.status_code for answer in answers] == [404] * 4
    assert len({answer.content for answer in answers}) == 1


def test_guessing_is_slowed_down_and_a_right_address_elsewhere_is_not(people: Cast) -> None:
    address = link(people.sam)
    guesser = Client(REMOTE_ADDR="203.0.113.9")
    seen = [guesser.get(f"/calendar/feed/guess-{n}.ics").status_code for n in range(32)]
    assert seen[:30] == [404] * 30
    assert seen[30:] == [429] * 2
    assert guesser.get(address).status_code == 429
    assert int(guesser.get(address)["Retry-After"]) > 0
    assert Client(REMOTE_ADDR="203.0.113.10").get(address).status_code == 200


def test_a_calendar_with_the_right_address_may_ask_as_often_as_it_likes(people: Cast) -> None:
    address = link(people.sam)
    assert {Client().get(address).status_code for _ in range(40)} == {200}


def test_it_is_kept_by_nobody_and_reads_only(people: Cast) -> None:
    planned(people)
    address, client = link(people.sam), Client()
    before = CalendarLink.objects.get().row_version
    answer = client.get(address)
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    head = client.head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert client.post(address).status_code == 405
    assert CalendarLink.objects.get().row_version == before
    assert not AccessEvent.objects.exists()


def test_who_has_left_reads_nothing_more_from_the_next_request_on(people: Cast) -> None:
    address = link(people.sam)
    people.sam.left_on = timezone.localdate()
    people.sam.record(by=STORY)
    assert Client().get(address).status_code == 404


def test_who_loses_a_role_reads_nothing_more_and_who_gains_one_reads_on(
    people: Cast, browse: Browse
) -> None:
    address = link(people.sam)
    people.sam.roles = ["manager", "senco"]
    people.sam.record(by=STORY)
    assert Client().get(address).status_code == 200
    people.sam.roles = ["key_person"]
    people.sam.record(by=STORY)
    assert Client().get(address).status_code == 404
    assert "your roles here have changed" in browse(people.sam).get("/account/me/").content.decode()


def test_somebody_who_sees_no_plans_has_no_link(people: Cast, browse: Browse) -> None:
    hannah = browse(people.hannah)
    assert hannah.post("/account/me/calendar/make/").status_code == 403
    assert "Calendar link" not in hannah.get("/account/me/").content.decode()


def test_being_signed_in_as_somebody_else_changes_nothing(people: Cast, browse: Browse) -> None:
    review, address = planned(people), link(people.kemi)
    answer = browse(people.olga).get(address)
    assert str(review.calendar_uid) in answer.content.decode()


def test_it_asks_the_same_few_questions_for_one_review_or_many(people: Cast) -> None:
    planned(people)
    address, client = link(people.sam), Client()
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for n in range(8):
        Closure(
            setting=people.acorns,
            name=f"Day {n}",
            first_on=PLANNED_ON + timedelta(days=n),
            last_on=PLANNED_ON + timedelta(days=n),
        ).record(by=STORY)
        plan_visit(
            child=people.seyi,
            values={
                "agency": people.speech,
                "professional": None,
                "on": PLANNED_ON,
                "at": time(9, n),
                "place": "",
                "what_for": "",
            },
            by=people.sam.as_actor(),
        )
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
    ],
)
def test_a_file_that_breaks_a_rule_is_found_out(old: bytes, new: bytes, fault: str) -> None:
    entry = Entry(uuid4(), 0, "Review", PLANNED_ON, time(10, 0))
    file = calendar_feed([entry], Whose("Acorns", "a@b.example"), NOW)
    assert faults_of(file) == []
    assert any(fault in said for said in faults_of(file.replace(old, new)))
