"""Where the review of a cycle stands: held beats overdue, overdue beats booked (C4)."""

from datetime import date

import pytest

from plans.rules.window import Moved, ReviewWindow
from reviews.rules.review_state import ReviewState, review_state

WINDOW = ReviewWindow(date(2026, 11, 16), date(2026, 11, 30), Moved.NO)
DAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("today", "planned_on", "held_on", "state"),
    [
        (date(2026, 11, 15), None, None, ReviewState.RUNNING),
        (date(2026, 11, 15), DAY, None, ReviewState.BOOKED),
        (date(2026, 11, 16), None, None, ReviewState.IN_WINDOW),
        (DAY, DAY, None, ReviewState.BOOKED),
        (date(2026, 11, 27), DAY, None, ReviewState.IN_WINDOW),
        (date(2026, 12, 1), None, None, ReviewState.OVERDUE),
        (date(2026, 12, 1), date(2026, 12, 8), None, ReviewState.OVERDUE),
        (date(2026, 12, 20), DAY, DAY, ReviewState.MINUTES),
        (date(2026, 11, 10), None, date(2026, 11, 10), ReviewState.MINUTES),
    ],
)
def test_a_day_has_its_state(
    today: date, planned_on: date | None, held_on: date | None, state: ReviewState
) -> None:
    found = review_state(WINDOW, planned_on=planned_on, held_on=held_on, today=today)
    assert found is state
