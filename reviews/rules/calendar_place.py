"""Which words of a place may stand in a calendar file: none that lead to a family (C4.1).

Calendars are copied to devices and providers that the setting does not know. The letter that
invites goes to one person and says the place as it was typed.
"""

import re
from collections.abc import Iterable

SHORTEST_NAME = 3
"""Shorter words than this are no name by themselves: "Al" stands in many places."""


def place_for_calendars(words: str, names: Iterable[str], addresses: Iterable[str]) -> str:
    """The words of a place; nothing where they hold part of one of the names or addresses.

    `names` are those of the child and of its contacts, `addresses` where these live.
    """
    said = words.casefold()
    parts = {part.casefold() for name in names for part in name.replace("-", " ").split()}
    if any(len(part) >= SHORTEST_NAME and part in said for part in parts):
        return ""
    plain = _plain(words)
    return "" if any(line in plain for one in addresses for line in _telling(one)) else words


def _telling(address: str) -> Iterable[str]:
    """The parts of an address that lead to a door: its first line, and each that holds a figure."""
    lines = [_plain(line) for line in re.split(r"[,;\n]", address)]
    for number, line in enumerate(line for line in lines if len(line) >= SHORTEST_NAME):
        if number == 0 or re.search(r"\d", line):
            yield line


def _plain(words: str) -> str:
    return "".join(re.findall(r"\w", words)).casefold()
