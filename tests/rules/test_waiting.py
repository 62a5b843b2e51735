"""How long children wait for an agency, in bands, and when there are too few to draw."""

from datetime import date, timedelta

import pytest

from agencies.rules.waiting import Wait, waiting_chart, waits_by_agency

TODAY = date(2026, 11, 23)


def wait(weeks: int, *, seen: bool = True, agency: str = "Portage") -> Wait:
    since = TODAY - timedelta(weeks=weeks)
    return Wait(agency, since, TODAY if seen else None)


def test_a_wait_counts_until_the_child_is_seen_or_until_today() -> None:
    seen = Wait("Portage", date(2026, 9, 1), date(2026, 9, 14))
    assert seen.weeks(TODAY) == 1
    assert Wait("Portage", date(2026, 11, 9), None).weeks(TODAY) == 2


@pytest.mark.parametrize(
    ("weeks", "band"), [(0, 0), (6, 0), (7, 1), (12, 1), (13, 2), (18, 2), (19, 3), (90, 3)]
)
def test_the_bands_end_with_six_twelve_and_eighteen_weeks(weeks: int, band: int) -> None:
    (row,) = waits_by_agency([wait(weeks)], TODAY)
    assert [at for at, count in enumerate(row.counts) if count] == [band]


def test_each_agency_has_its_figures() -> None:
    waits = [wait(4), wait(20, seen=False), wait(9, agency="Audiology")]
    audiology, portage = waits_by_agency(waits, TODAY)
    assert (audiology.agency, audiology.seen, audiology.waiting) == ("Audiology", 1, 0)
    assert (portage.shortest, portage.longest, portage.seen, portage.waiting) == (4, 20, 1, 1)


def test_fewer_than_five_waits_are_not_drawn() -> None:
    four = [wait(n) for n in range(4)]
    assert waiting_chart(waits_by_agency(four, TODAY)) is None
    chart = waiting_chart(waits_by_agency([*four, wait(30, seen=False)], TODAY))
    assert chart is not None
    assert chart.summary == (
        "5 children waited or wait, 1 of them still. The longest wait is 30 weeks."
    )
    assert [bar.total for bar in chart.bars] == [5]
