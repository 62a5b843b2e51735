"""The calendar file of a review (RFC 5545, RFC 5546). It never names a child (C4.1).

A calendar shows its titles to whoever looks at the screen, and is copied to devices that the
setting does not know; so the file says "Review meeting", in the guest's language too, and the
setting's name, and no more.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCalAddress,
    vText,
)

LONDON = ZoneInfo("Europe/London")
USUAL_LENGTH = timedelta(hours=1)
FILE_NAME = "review.ics"
TITLE = "Review meeting"


class Method(Enum):
    """REQUEST invites one person by mail, CANCEL tells them that it is off; PUBLISH is a copy for
    one's own calendar."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A review as calendars know it. `uid` stays when it moves, `sequence` rises."""

    uid: UUID
    sequence: int
    on: date
    at: time | None
    place: str
    setting: str
    setting_email: str


@dataclass(frozen=True, slots=True)
class Guest:
    """The one person whom a file invites: nobody else's address stands in it."""

    name: str
    email: str
    title: str = TITLE
    """What the meeting is called in their calendar."""


def calendar_file(
    meeting: Meeting, method: Method, made_at: datetime, guest: Guest | None
) -> bytes:
    """The file for one guest, or for nobody in particular. `made_at` is an aware instant.

    Without a time of day it is a day-long event; with one it lasts an hour, on London's clock.
    """
    file = Calendar()
    file.add("prodid", "-//ISP Portal//Reviews//EN")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", method.value)
    if meeting.at is not None:
        file.add_component(london())
    file.add_component(_event(meeting, method, made_at, guest))
    written: bytes = file.to_ical()
    return written


def _event(meeting: Meeting, method: Method, made_at: datetime, guest: Guest | None) -> Event:
    event = Event()
    event.add("uid", str(meeting.uid))
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", made_at)
    event.add("summary", one_line(f"{guest.title if guest else TITLE}, {meeting.setting}"))
    event.add("status", "CANCELLED" if method is Method.CANCEL else "CONFIRMED")
    add_when(event, meeting.on, meeting.at)
    if meeting.place:
        event.add("location", one_line(meeting.place))
    event.add("organizer", address_of(meeting.setting, meeting.setting_email))
    if guest is not None:
        event.add("attendee", _asked(guest))
    return event


def add_when(event: Event, on: date, at: time | None, last_on: date | None = None) -> None:
    """An hour on London's clock; without a time of day the whole day, or days to `last_on`."""
    if at is None:
        event.add("dtstart", on)
        event.add("dtend", (last_on or on) + timedelta(days=1))
        return
    begins = datetime.combine(on, at, LONDON)
    event.add("dtstart", begins)
    event.add("dtend", begins + USUAL_LENGTH)


def address_of(name: str, email: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{email}")
    address.params["CN"] = vText(one_line(name))
    return address


def one_line(words: str) -> str:
    """The words without anything that a calendar file may not hold: breaks and unseen characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def _asked(guest: Guest) -> vCalAddress:
    address = address_of(guest.name, guest.email)
    address.params["ROLE"] = vText("REQ-PARTICIPANT")
    address.params["PARTSTAT"] = vText("NEEDS-ACTION")
    address.params["RSVP"] = vText("TRUE")
    return address


def london() -> Timezone:
    """London's clock since 1996: summer time from the last Sunday of March to that of October."""
    zone = Timezone()
    zone.add("tzid", LONDON.key)
    zone.add_component(_turn(TimezoneDaylight(), "BST", datetime(1996, 3, 31, 1), (0, 1), 3))  # noqa: DTZ001
    zone.add_component(_turn(TimezoneStandard(), "GMT", datetime(1996, 10, 27, 2), (1, 0), 10))  # noqa: DTZ001
    return zone


def _turn(
    part: TimezoneDaylight | TimezoneStandard,
    name: str,
    first: datetime,
    hours: tuple[int, int],
    month: int,
) -> TimezoneDaylight | TimezoneStandard:
    before, after = hours
    part.add("tzname", name)
    part.add("dtstart", first)
    part.add("tzoffsetfrom", timedelta(hours=before))
    part.add("tzoffsetto", timedelta(hours=after))
    part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
    return part
