"""Which birthdays belong to a stage on a day: what a database is asked for."""

from datetime import date

from children.rules import Stage, school_year

Birthdays = tuple[date | None, date | None]
YEARS_BEFORE = {Stage.PRESCHOOL: 4, Stage.RECEPTION: 5}
"""How many school years before this one the children of a stage were born."""


def birthdays_of(stage: Stage, on: date) -> Birthdays:
    """The first and the last birthday of the stage on the day, both included; None is no limit."""
    year = school_year(on)
    if stage is Stage.BELOW_PRESCHOOL:
        return date(year - YEARS_BEFORE[Stage.PRESCHOOL] + 1, 9, 1), None
    if stage is Stage.OLDER:
        return None, date(year - YEARS_BEFORE[Stage.RECEPTION], 8, 31)
    born = year - YEARS_BEFORE[stage]
    return date(born, 9, 1), date(born + 1, 8, 31)
