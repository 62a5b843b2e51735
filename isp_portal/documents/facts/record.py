"""The facts of a record of intervention: what was seen in a cycle, day by day (C8)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class HelpGiven:
    """One help level ("full", "some", "prompted", "alone", "not_tried") and the lines it is about."""

    level: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One entry. `lines` are as on the plan: "1" for a strategy, "A" for a target.

    `tries` reads "A 4 of 6". `not_delivered` is the reason, in words, where nothing was done.
    `written_on` is set where the entry was written down on a later day. `from_home` is gathered for
    the child's file alone.
    """

    on: date
    who: str
    lines: tuple[str, ...] = ()
    help: tuple[HelpGiven, ...] = ()
    words: str = ""
    tries: tuple[str, ...] = ()
    where: str = ""
    next_time: str = ""
    from_home: str = ""
    not_delivered: str = ""
    written_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class OldLine:
    """A line that entries are about and that is not in this version; `label` reads "old 1"."""

    label: str
    words: str


@dataclass(frozen=True, kw_only=True)
class ClosedDays:
    """Days on which the setting was closed, both included: a chart draws no line across them."""

    first_on: date
    last_on: date


@dataclass(frozen=True, kw_only=True)
class InterventionRecord:
    """The entries of one cycle, oldest first, with the sessions from its first day to `last_on`.

    `last_on` is the day of the latest entry, or the day the cycle ended: the same entries give the
    same facts on whichever day they are gathered. Sessions that nobody marked are `unknown`.
    """

    first_on: date
    last_on: date
    attended: int
    possible: int
    unknown: int
    seen: tuple[Seen, ...]
    old_lines: tuple[OldLine, ...] = ()
    closed: tuple[ClosedDays, ...] = ()
