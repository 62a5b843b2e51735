"""One thing that happened around a child."""

from dataclasses import dataclass, replace
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

    def without_link(self) -> "Event":
        """The same, for somebody who may not open what it leads to."""
        return replace(self, url="", link="")
