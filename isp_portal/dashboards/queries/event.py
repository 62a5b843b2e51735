"""One thing that happened around a child."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, as the timeline component shows it."""

    on: date
    icon: str
    title: str
    words: str = ""
    url: str = ""
    link: str = ""
