"""The facts of a group provision map as one member of staff may print it (C2.1)."""

from dataclasses import dataclass
from datetime import date

from isp_portal.documents.facts.people import Setting


@dataclass(frozen=True, kw_only=True)
class MapChild:
    """A child that a row names, and what it came to for this child.

    Came to `attended` of the `marked` sessions in which somebody marked this child.
    """

    name: str
    effect: str = ""
    attended: int = 0
    marked: int = 0


@dataclass(frozen=True, kw_only=True)
class MapRow:
    """One intervention. `others` counts the children whom this member may not see.

    `planned` are the sessions planned up to the day of printing; `decided` is what the map's review
    decided, in words.
    """

    area: str
    intervention: str
    aim: str
    lead: str
    delivered_by: str
    how_much: str
    starts_on: date
    ends_on: date
    entry_measure: str
    exit_measure: str = ""
    cost: str = ""
    children: tuple[MapChild, ...] = ()
    others: int = 0
    held: int = 0
    planned: int = 0
    decided: str = ""


@dataclass(frozen=True, kw_only=True)
class GroupMapPaper:
    """A map with its rows, in the order of their areas, as `printed_by` may see it."""

    setting: Setting
    title: str
    starts_on: date
    ends_on: date
    printed_on: date
    printed_by: str
    rows: tuple[MapRow, ...] = ()
