"""Which birthdays belong to a stage on a day: what a database is asked for."""

from datetime import date

from children.rules import Stage, school_year

Birthdays = tuple[date | None, date | None]
YEARS_BEFORE: dict[Stage, tuple[int | None, int | None]] = {
    Stage.BELOW_PRESCHOOL: (3, None),
    Stage.PRESCHOOL: (4, 3),
    Stage.RECEPTION: (5, 4),
    Stage.OLDER: (None, 5),
}
"""How many years before this school year the first September and the last August of a stage lie."""


def birthdays_of(stage: Stage, on: date) -> Birthdays:
    """The first and the last birthday of the stage on the day, both included; None is no limit."""
    year = school_year(on)
    first, last = YEARS_BEFORE[stage]
    return (
        date(year - first, 9, 1) if first is not None else None,
        date(year - last, 8, 31) if last is not None else None,
    )
