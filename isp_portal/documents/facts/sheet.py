"""The facts of a record sheet: one child's week, to be filled in by hand (C8)."""

from dataclasses import dataclass
from datetime import date

from isp_portal.documents.facts.people import Child, Setting


@dataclass(frozen=True, kw_only=True)
class SheetLine:
    """A column: "Strategy 1" or "Target A", with its words."""

    name: str
    words: str


@dataclass(frozen=True, kw_only=True)
class SheetDay:
    """A row. `why_not` says why the day has no boxes: the child does not come, or it is closed."""

    on: date
    why_not: str = ""
    is_closed: bool = False


@dataclass(frozen=True, kw_only=True)
class RecordSheet:
    """The week of `monday` for one child, with the lines of the plan in force."""

    setting: Setting
    child: Child
    plan_number: int
    version: int
    version_of: date
    monday: date
    printed_on: date
    lines: tuple[SheetLine, ...]
    days: tuple[SheetDay, ...]
