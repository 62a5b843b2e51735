"""The drawings of the gallery that are about a setting: its half term, and counts as bars."""

from datetime import date, timedelta

from accounts.rules.bars import BarChart, Kind, Row, bar_chart
from accounts.rules.half_term import half_term_on
from accounts.rules.school_year import NamedDays
from reviews.rules.half_term import Last, Strip, strip_of

WEEK = (0, 1, 2, 3, 4)
CLOSED = (
    NamedDays("Autumn half term", date(2026, 10, 26), date(2026, 10, 30)),
    NamedDays("Christmas", date(2026, 12, 21), date(2027, 1, 4)),
)
LASTS = {
    date(2026, 11, 2): 2,
    date(2026, 11, 9): 1,
    date(2026, 11, 16): 1,
    date(2026, 11, 23): 1,
    date(2026, 11, 30): 3,
    date(2026, 12, 7): 1,
    date(2026, 12, 18): 7,
}
MEETINGS = (date(2026, 11, 23), date(2026, 11, 25), date(2026, 11, 26), date(2026, 12, 1))
WINDOW = timedelta(days=14)


def half_term_sample(today: date) -> Strip:
    """An autumn's second half term, with seven reviews that end on its last day."""
    term = half_term_on(today, WEEK, CLOSED)
    assert term is not None  # the closures above leave this half term open
    return strip_of(
        term,
        lasts=[Last(on - WINDOW, on) for on, count in LASTS.items() for _ in range(count)],
        meetings=MEETINGS,
        closures=[(days.first_on, days.last_on) for days in CLOSED],
        open_weekdays=WEEK,
        today=today,
    )


def bars_sample() -> BarChart:
    """Three half terms of reviews."""
    kinds = (Kind("In time"), Kind("Late", "tint"), Kind("Not held", "open"))
    rows = (
        Row("Summer, second half", (9, 2, 0)),
        Row("Autumn, first half", (11, 1, 1)),
        Row("Autumn, second half", (4, 3, 2), "Not over yet"),
    )
    return bar_chart("Reviews, half term by half term", "24 of 33 were held in time.", kinds, rows)
