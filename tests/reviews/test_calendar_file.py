"""The calendar file of a review, read back as a calendar reads it (C4.1)."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some
from icalendar import Calendar, Event

from reviews.queries.calendar_copy import calendar_copy
from reviews.rules.calendar_file import Guest, Meeting, Method, calendar_file
from tests.dashboards.strict_calendar import faults_of
from tests.people import STORY, Cast

from .reviews_given import PLANNED_ON, planned

LONDON = ZoneInfo("Europe/London")
UID = UUID("0c6f9a54-6a9e-4d5e-9b53-0f8f0f6f9d11")
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def meeting(**values: object) -> Meeting:
    given: dict[str, object] = {
        "uid": UID,
        "sequence": 2,
        "on": PLANNED_ON,
        "at": time(10, 0),
        "place": "Orchard room",
        "setting": "Acorns Nursery",
        "setting_email": "hello@nursery.example",
    }
    return Meeting(**{**given, **values})  # type: ignore[arg-type]


def read(one: Meeting, guest: Guest | None = None) -> Calendar:
    method = Method.REQUEST if guest else Method.PUBLISH
    file = calendar_file(one, method, NOW, guest)
    assert faults_of(file) == []
    found = Calendar.from_ical(file)
    assert isinstance(found, Calendar)
    return found


def event(one: Meeting, guest: Guest | None = None) -> Event:
    return read(one, guest).events[0]


def test_it_is_a_request_with_the_uid_the_sequence_the_place_and_one_guest_c4_1() -> None:
    guest = Guest("Priya Blackwood", "priya@family.example")
    found = event(meeting(), guest)
    assert read(meeting(), guest)["method"] == "REQUEST"
    assert str(found["uid"]) == str(UID)
    assert found["sequence"] == 2
    assert found["location"] == "Orchard room"
    assert str(found["organizer"]) == "mailto:hello@nursery.example"
    assert str(found["attendee"]) == "mailto:priya@family.example"
    assert found["summary"] == "Review meeting, Acorns Nursery"


@pytest.mark.parametrize(
    ("on", "hours"), [(date(2026, 11, 26), 0), (date(2027, 6, 3), 1), (date(2027, 3, 28), 1)]
)
def test_ten_in_the_morning_is_ten_in_london_in_winter_and_in_summer_c4_1(
    on: date, hours: int
) -> None:
    found = event(meeting(on=on))
    assert found["dtstart"].params["TZID"] == "Europe/London"
    begins = found.start
    assert isinstance(begins, datetime)
    assert (begins.date(), begins.hour) == (on, 10)
    assert begins.utcoffset() == timedelta(hours=hours)
    assert found.end == begins + timedelta(hours=1)


@given(some.datetimes(datetime(2024, 1, 1), datetime(2040, 1, 1)))  # noqa: DTZ001
def test_the_clock_in_the_file_turns_when_londons_does(moment: datetime) -> None:
    zone = read(meeting()).timezones[0].to_tz(lookup_tzid=False)
    here = moment.replace(minute=30)
    assert here.replace(tzinfo=zone).utcoffset() == here.replace(tzinfo=LONDON).utcoffset()


def test_without_a_time_it_is_the_whole_day_and_needs_no_clock_c4_1() -> None:
    found = event(meeting(at=None))
    assert (found.start, found.end) == (PLANNED_ON, PLANNED_ON + timedelta(days=1))
    assert not isinstance(found.start, datetime)
    assert not read(meeting(at=None)).timezones


def test_without_a_place_nothing_is_said_of_one() -> None:
    assert "location" not in event(meeting(place=""))


@given(some.text(max_size=120))
def test_no_place_and_no_name_breaks_out_of_its_line(words: str) -> None:
    found = read(meeting(place=words, setting=words or "Acorns"), Guest(words, "a@b.example"))
    assert [part.name for part in found.subcomponents] == ["VTIMEZONE", "VEVENT"]
    assert set(found.events[0]) <= {
        *("UID", "SEQUENCE", "DTSTAMP", "SUMMARY", "STATUS", "DTSTART", "DTEND", "LOCATION"),
        *("ORGANIZER", "ATTENDEE"),
    }


def test_the_copy_for_ones_own_calendar_invites_nobody_and_names_no_child_c4_1(
    people: Cast,
) -> None:
    review = planned(people)
    file = calendar_copy(review, NOW)
    assert file is not None
    copy = Calendar.from_ical(file)
    assert copy["method"] == "PUBLISH"
    assert "attendee" not in copy.events[0]
    words = file.decode()
    assert not [name for name in ("Seyi", "Adeyemi", "Blackwood") if name in words]


def test_a_setting_without_an_email_asks_from_the_portals_address(people: Cast) -> None:
    people.acorns.email = ""
    people.acorns.record(by=STORY)
    people.seyi.refresh_from_db()
    file = calendar_copy(planned(people), NOW)
    assert file is not None
    assert str(Calendar.from_ical(file).events[0]["organizer"]) == "mailto:portal@localhost"


def test_a_review_without_a_day_has_no_file(people: Cast) -> None:
    review = planned(people)
    review.planned_on = None
    assert calendar_copy(review, NOW) is None
