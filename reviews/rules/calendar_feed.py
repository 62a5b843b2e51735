"""The dates of a setting as a calendar program reads them, again and again (RFC 5545, RFC 7986).

No child is named. A title says what kind of thing it is; whose review it is stands behind the link,
after signing in. Initials would name a child to everybody who knows the setting, and a calendar is
shown on screens, synchronised to phones and shared with families whom the setting does not know.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from icalendar import Calendar, Event, vText

from .calendar_file import Method, add_when, address_of, london, one_line

LOOKED_AT_EVERY = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the feed. `uid` stays when it moves, `sequence` rises; cancelled, it stays too."""

    uid: UUID
    sequence: int
    title: str
    on: date
    at: time | None = None
    last_on: date | None = None
    place: str = ""
    url: str = ""
    is_cancelled: bool = False
    is_busy: bool = True


@dataclass(frozen=True, slots=True)
class Whose:
    """The setting that the feed comes from."""

    name: str
    email: str


def calendar_feed(entries: Iterable[Entry], whose: Whose, made_at: datetime) -> bytes:
    """The whole feed. `made_at` is an aware instant."""
    listed = list(entries)
    whose = Whose(one_line(whose.name), whose.email)
    file = Calendar()
    file.add("prodid", "-//ISP Portal//Calendar//EN")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", Method.PUBLISH.value)
    file.add("name", vText(whose.name))
    file.add("x-wr-calname", vText(whose.name))
    file.add("refresh-interval", LOOKED_AT_EVERY, parameters={"VALUE": "DURATION"})
    if any(entry.at for entry in listed):
        file.add_component(london())
    for entry in listed:
        file.add_component(_event(entry, whose, made_at))
    written: bytes = file.to_ical()
    return written


def _event(entry: Entry, whose: Whose, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", str(entry.uid))
    event.add("sequence", entry.sequence)
    event.add("dtstamp", made_at)
    event.add("summary", one_line(f"{entry.title}, {whose.name}"))
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.is_busy else "TRANSPARENT")
    event.add("class", "PRIVATE")
    add_when(event, entry.on, entry.at, entry.last_on)
    if entry.place:
        event.add("location", one_line(entry.place))
    if entry.url:
        event.add("url", entry.url)
    event.add("organizer", address_of(whose.name, whose.email))
    return event
