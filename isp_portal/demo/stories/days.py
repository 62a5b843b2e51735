"""Days of the stories, counted from today, so that the demo is never out of date."""

from datetime import date, timedelta

from accounts.rules.day_words import school_year_of


def weeks_ago(today: date, weeks: int) -> date:
    """The Monday of the week so many weeks ago."""
    return today - timedelta(days=today.weekday(), weeks=weeks)


def days_ago(today: date, days: int) -> date:
    return today - timedelta(days=days)


def born(today: date, years_below_reception: int, month: int, day: int) -> date:
    """A birthday of a child who is so many school years below Reception today.

    One is the preschool year, two the year below, none is Reception.
    """
    reception = school_year_of(today) + years_below_reception
    return date(reception - (5 if month >= 9 else 4), month, day)


def closures(today: date) -> list[tuple[str, date, date]]:
    """The holidays of the school year that holds today: name, first and last day."""
    year = school_year_of(today)
    return [
        ("Autumn half term", date(year, 10, 26), date(year, 10, 30)),
        ("Christmas", date(year, 12, 21), date(year + 1, 1, 4)),
        ("Spring half term", date(year + 1, 2, 15), date(year + 1, 2, 19)),
        ("Easter", date(year + 1, 3, 26), date(year + 1, 4, 9)),
        ("Summer half term", date(year + 1, 5, 31), date(year + 1, 6, 4)),
        ("Summer", date(year + 1, 7, 17), date(year + 1, 9, 5)),
    ]
