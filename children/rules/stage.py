"""The child's stage: which school year a child of this birthday belongs to, on a given day.

Pure dates, no Django, no clock. A stage is never decided by age in years (see "Stage by date of
birth" in the guidance): the school year runs from 1 September to 31 August.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

OLDEST_LIKELY_AGE = 12


class Stage(Enum):
    """Where the child stands, from the youngest to the oldest."""

    BELOW_PRESCHOOL = "below_preschool"
    PRESCHOOL = "preschool"
    RECEPTION = "reception"
    OLDER = "older"

    @property
    def label(self) -> str:
        """What people call it."""
        return _LABELS[self]


_LABELS = {
    Stage.BELOW_PRESCHOOL: "Below the preschool year",
    Stage.PRESCHOOL: "Preschool year",
    Stage.RECEPTION: "Reception",
    Stage.OLDER: "Older than Reception",
}
_YOUNGEST_FIRST = tuple(Stage)


@dataclass(frozen=True, slots=True)
class StageOverride:
    """The stage that a child attends instead of the one by birthday, both days included.

    `until_on` None has no end; an override that ends before it begins never applies.
    """

    stage: Stage
    from_on: date
    until_on: date | None

    def applies_on(self, on: date) -> bool:
        """Is the override in force on this day?"""
        return self.from_on <= on and (self.until_on is None or on <= self.until_on)


def school_year(on: date) -> int:
    """The year in which the school year of this day began: 2026 for 31 August 2027."""
    return on.year if on.month >= 9 else on.year - 1


def reception_start(date_of_birth: date) -> int:
    """The year whose September is the child's first in Reception, by date of birth alone."""
    return school_year(date_of_birth) + 5


def stage_on(date_of_birth: date, on: date, override: StageOverride | None = None) -> Stage:
    """The child's stage on a day (C1, C2); a dated override wins while it applies.

    Raises ValueError when the child is born after that day.
    """
    if date_of_birth > on:
        raise ValueError(f"A child born on {date_of_birth} has no stage on {on}.")
    if override is not None and override.applies_on(on):
        return override.stage
    years_to_reception = reception_start(date_of_birth) - school_year(on)
    if years_to_reception < 0:
        return Stage.OLDER
    return {0: Stage.RECEPTION, 1: Stage.PRESCHOOL}.get(years_to_reception, Stage.BELOW_PRESCHOOL)


def at_or_below(stage: Stage, oldest: Stage) -> bool:
    """Is the stage no older than the oldest one that the setting's ruleset names?"""
    return _YOUNGEST_FIRST.index(stage) <= _YOUNGEST_FIRST.index(oldest)


def preschool_or_below(stage: Stage) -> bool:
    """Is the child in the preschool year or below (C1, C2)?"""
    return at_or_below(stage, Stage.PRESCHOOL)


def age_on(date_of_birth: date, on: date) -> tuple[int, int]:
    """Whole years and whole months of age, for display only, never for a decision.

    Raises ValueError when the child is born after that day.
    """
    if date_of_birth > on:
        raise ValueError(f"A child born on {date_of_birth} has no age on {on}.")
    months = (on.year - date_of_birth.year) * 12 + on.month - date_of_birth.month
    if on.day < date_of_birth.day:
        months -= 1
    return divmod(months, 12)


def check_date_of_birth(date_of_birth: date, today: date) -> str | None:
    """A sentence when a date of birth cannot be right for a nursery child, else None."""
    if date_of_birth > today:
        return "The date of birth is in the future. Check the year."
    oldest = (today.year - OLDEST_LIKELY_AGE, today.month, today.day)
    if (date_of_birth.year, date_of_birth.month, date_of_birth.day) < oldest:
        return f"The date of birth is more than {OLDEST_LIKELY_AGE} years ago. Check the year."
    return None
