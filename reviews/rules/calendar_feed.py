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

from .calendar_file import Method, add_when, address_of, london

LOOKED_AT_EVERY = timedelta(hours=6)
SHORTEST_NAME = 3
"""Shorter words than this are no name by themselves: "Al" stands in many places."""


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
    whose = Whose(_one_line(whose.name), whose.email)
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
    event.add("summary", _one_line(f"{entry.title}, {whose.name}"))
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.is_busy else "TRANSPARENT")
    event.add("class", "PRIVATE")
    add_when(event, entry.on, entry.at, entry.last_on)
    if entry.place:
        event.add("location", _one_line(entry.place))
    if entry.url:
        event.add("url", entry.url)
    event.add("organizer", address_of(whose.name, whose.email))
    return event


def _one_line(words: str) -> str:
    """The words without anything that a calendar file may not hold: breaks and unseen characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def without_name(words: str, names: Iterable[str]) -> str:
    """The words of a place; nothing where they hold a part of one of the names."""
    parts = {part.casefold() for name in names for part in name.replace("-", " ").split()}
    said = words.casefold()
    named = any(len(part) >= SHORTEST_NAME and part in said for part in parts)
    return "" if named else words
