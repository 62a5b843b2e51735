"""Pictures of the setting as a whole: what is counted, what is too few, and what they cost."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.rules.bars import BarChart
from isp_portal.dashboards.queries import pictures as queries
from isp_portal.dashboards.queries.pictures import pictures
from tests.people import Cast, child
from tests.reviews.given import planned_child
from tests.reviews.reviews_given import begun, cycle, planned
from tests.reviews.whole import finalised

Browse = Callable[..., Client]
TODAY = date(2026, 11, 23)
AFTER_THE_LAST_DAY = date(2026, 12, 7)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def charts(people: Cast, today: date = TODAY, who: str = "sam") -> dict[str, BarChart]:
    return {p.chart.title: p.chart for p in pictures(getattr(people, who), today)}


def reviews(people: Cast, today: date) -> tuple[int, ...]:
    """In time, late, not held: over all half terms."""
    bars = charts(people, today)["Reviews, half term by half term"].bars
    return tuple(sum(counts) for counts in zip(*(bar.row.counts for bar in bars), strict=True))


def test_a_review_counts_once_its_last_day_has_passed_or_it_was_held_c4(people: Cast) -> None:
    cycle(people)
    assert reviews(people, TODAY) == (0, 0, 0)
    assert reviews(people, AFTER_THE_LAST_DAY) == (0, 0, 1)


def test_one_that_was_held_by_its_last_day_is_in_time_c4(people: Cast) -> None:
    begun(people, planned(people))
    assert reviews(people, AFTER_THE_LAST_DAY) == (1, 0, 0)


def test_one_that_was_held_after_it_is_late_c4(people: Cast) -> None:
    review = begun(people, planned(people))
    review.cycle.due_on = TODAY - timedelta(days=4)
    review.cycle.record(by=people.sam.as_actor())
    assert reviews(people, TODAY) == (0, 1, 0)


def test_half_terms_before_the_first_review_and_what_is_empty_do_not_come_first(
    people: Cast,
) -> None:
    cycle(people)
    bars = charts(people, AFTER_THE_LAST_DAY)["Reviews, half term by half term"].bars
    assert bars[0].row.counts == (0, 0, 1)
    titles = [p.chart.title for p in pictures(people.sam, AFTER_THE_LAST_DAY)]
    assert titles == [
        *("Reviews, half term by half term", "Children by key person", "Verdicts by area of need")
    ]


def test_an_area_with_few_verdicts_is_not_drawn(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    finalised(people)
    title = "Verdicts by area of need"
    assert "Too few to say" in charts(people)[title].summary
    assert not charts(people)[title].bars
    monkeypatch.setattr(queries, "FEW", 1)
    assert [bar.row.words for bar in charts(people)[title].bars] == [
        "Communication and interaction"
    ]


def test_children_are_counted_by_key_person_with_and_without_a_plan(people: Cast) -> None:
    cycle(people)
    child(people.meadow, "Ottilie Grey", "", date(2023, 3, 3), people.dele)
    found = charts(people)["Children by key person"]
    assert {bar.row.words: bar.row.counts for bar in found.bars} == {
        "Kemi Adebayo": (1, 0),
        "Dele Okafor": (0, 2),
    }


def test_no_child_is_named_and_no_other_setting_counted(people: Cast, browse: Browse) -> None:
    finalised(people)
    for address in ("/pictures/", "/pictures/print/"):
        text = browse(people.sam).get(address).content.decode()
        assert "Seyi" not in text
        assert "Zofia" not in text
        assert 'role="img"' in text
        assert "Show as a table" in text
    assert "Kemi" not in browse(people.olga).get("/pictures/").content.decode()
    assert browse(people.kemi).get("/pictures/").status_code == 403


def test_the_print_has_every_table_open(people: Cast, browse: Browse) -> None:
    cycle(people)
    text = browse(people.sam).get("/pictures/print/").content.decode()
    assert text.count("<details") == text.count('<details class="more chart-table" open')
    assert "<nav" not in text


def test_a_setting_with_nothing_yet_says_so(people: Cast, browse: Browse) -> None:
    text = browse(people.mo).get("/pictures/").content.decode()
    assert "No review has had its last day yet." in text
    assert "Too few to say" in text


def test_pictures_of_many_children_cost_as_many_queries_as_of_one(people: Cast) -> None:
    cycle(people)
    with CaptureQueriesContext(connection) as few:
        pictures(people.sam, TODAY)
    for number in range(3, 7):
        planned_child(people, number)
    with CaptureQueriesContext(connection) as many:
        pictures(people.sam, TODAY)
    assert len(many) == len(few) <= 8
