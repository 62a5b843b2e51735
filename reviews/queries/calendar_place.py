"""The place of a meeting about a child as every calendar file says it: the invitation's, the feed's."""

from children.models import Child
from reviews.rules.calendar_place import place_for_calendars


def place_in_calendars(words: str, child: Child) -> str:
    """The words, or "" where they lead to the family (C4.1).

    One query; none where `child.contacts` was fetched before.
    """
    contacts = child.contacts.all()
    names = (child.legal_name, child.preferred_name, *(one.name for one in contacts))
    return place_for_calendars(words, names, [one.address for one in contacts])
