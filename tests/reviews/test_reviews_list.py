"""The list of reviews: complete, by state, for the children in somebody's care."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reviews.queries.listing import reviews_listed
from reviews.queries.standing_review import standing_review
from tests.people import Cast
from tests.plans import stories
from tests.reviews.given import plan_now, planned_child
from tests.reviews.review_pages import being_held, text
from tests.reviews.reviews_given import TODAY, begun, cycle, planned
from tests.reviews.whole import finalised

Browse = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("monday")


def listed(people: Cast, today: date = TODAY) -> list[tuple[str, list[str]]]:
    sections = reviews_listed(people.sam, today)
    return [(part.title, [row.now.pill for row in part.rows]) for part in sections]


@pytest.mark.parametrize(
    ("today", "section", "pill"),
    [
        (date(2026, 11, 15), "Running", "Running"),
        (date(2026, 11, 16), "In the window", "Window opens today"),
        (date(2026, 11, 30), "In the window", "Due today"),
        (date(2026, 12, 1), "Overdue", "1 day overdue"),
    ],
)
def test_a_cycle_moves_through_its_states_c4(
    people: Cast, today: date, section: str, pill: str
) -> None:
    plan_now(people)
    assert listed(people, today) == [(section, [pill])]


def test_a_booked_review_says_when_c4(people: Cast) -> None:
    planned(people)
    assert listed(people) == [("Booked", ["Booked Thu 26 Nov"])]


def test_a_booked_day_does_not_hide_that_the_window_has_closed_c4(people: Cast) -> None:
    planned(people, planned_on=date(2026, 12, 8), outside_window_because="Priya is away")
    (section,) = reviews_listed(people.sam, date(2026, 12, 2))
    assert section.title == "Overdue"
    assert section.rows[0].now.line == "Booked Tue 8 Dec, 10:00"


def test_a_booked_day_that_passed_books_nothing_any_more_c4(people: Cast) -> None:
    review = planned(people)
    now = standing_review(review.cycle, review, date(2026, 11, 27))
    assert now is not None
    assert (now.state.value, now.pill, now.act) == ("in_window", "3 days left", "Begin the review")


def test_a_held_review_says_minutes_to_finish_instead_of_overdue_c4(people: Cast) -> None:
    being_held(people)
    assert listed(people, date(2026, 12, 20)) == [("Minutes to finish", ["Minutes to finish"])]


def test_finalised_minutes_leave_the_list(people: Cast) -> None:
    review = finalised(people)
    assert standing_review(review.cycle, review, TODAY) is None
    assert listed(people) == []


def test_a_plan_that_is_still_a_draft_has_no_review_yet(people: Cast) -> None:
    stories.complete(people, date(2026, 10, 5))
    assert listed(people) == []


def test_each_row_leads_to_what_comes_next(people: Cast, browse: Browse) -> None:
    running = cycle(people)
    page = text(browse(people.sam).get("/reviews/"))
    assert f"/reviews/children/{people.seyi.pk}/review/plan/" in page
    assert "Plan the review" in page
    review = begun(people, planned(people, cycle=running))
    page = text(browse(people.sam).get("/reviews/"))
    assert f'href="/reviews/{review.pk}/"' in page
    assert "Finish the minutes" in page


def test_a_key_person_finds_her_own_children_only(people: Cast, browse: Browse) -> None:
    cycle(people)
    assert people.seyi.legal_name in text(browse(people.kemi).get("/reviews/"))
    for other in (people.dele, people.olga):
        assert people.seyi.legal_name not in text(browse(other).get("/reviews/"))
    assert browse(people.hannah).get("/reviews/").status_code == 403


def test_a_date_outside_six_to_eight_weeks_is_put_to_the_senco_on_its_row_c4(
    people: Cast, browse: Browse
) -> None:
    now = plan_now(people)
    running = now.plan.cycle
    assert "Confirm it or agree another" not in text(browse(people.sam).get("/reviews/"))
    running.due_on = running.starts_on + timedelta(weeks=10)
    running.record(by=people.sam.as_actor(), why="The holiday lies between")
    page = text(browse(people.sam).get("/reviews/"))
    assert "10.0 weeks after the start" in page
    assert f'href="/plans/{now.plan.pk}/due-date/"' in page
    kemis = text(browse(people.kemi).get("/reviews/"))
    assert "10.0 weeks after the start" in kemis
    assert "due-date" not in kemis
    running.agreed_because = "The family is away"
    running.record(by=people.sam.as_actor(), why="Agreed")
    assert "10.0 weeks after the start" not in text(browse(people.sam).get("/reviews/"))


def test_an_archived_child_is_not_listed(people: Cast) -> None:
    cycle(people)
    people.seyi.refresh_from_db()
    people.seyi.archived_on = TODAY
    people.seyi.record(by=people.sam.as_actor(), why="Left")
    assert listed(people) == []


def test_the_list_is_whole_and_asks_the_same_for_few_and_for_many(people: Cast) -> None:
    planned_child(people, 1)
    planned_child(people, 2)
    with CaptureQueriesContext(connection) as few:
        reviews_listed(people.sam, TODAY)
    for number in range(3, 8):
        planned_child(people, number)
    with CaptureQueriesContext(connection) as many:
        (section,) = reviews_listed(people.sam, TODAY)
    assert len(section.rows) == 7
    assert len(many) == len(few)
    assert [row.is_first for row in section.rows] == [True] + [False] * 6


def test_my_day_says_minutes_to_finish_and_leads_there(people: Cast, browse: Browse) -> None:
    review = being_held(people)
    page = text(browse(people.kemi).get("/reviews/my-day/"))
    assert "Minutes to finish" in page
    assert f'href="/reviews/{review.pk}/"' in page


def test_the_childs_page_shows_the_review_and_what_comes_next(people: Cast, browse: Browse) -> None:
    running = cycle(people)
    kemi, page_url = browse(people.kemi), f"/children/{people.seyi.pk}/"
    assert "Plan the review" in text(kemi.get(page_url))
    review = planned(people, cycle=running)
    assert "Booked Thu 26 Nov" in text(kemi.get(page_url))
    begun(people, review)
    page = text(kemi.get(page_url))
    assert "Minutes to finish" in page
    assert "Finish the minutes" in page
    assert "Finish the minutes" not in text(browse(people.ruth).get(page_url))


def test_the_childs_page_leads_to_earlier_minutes(people: Cast, browse: Browse) -> None:
    review = finalised(people)
    page = text(browse(people.ruth).get(f"/children/{people.seyi.pk}/"))
    assert "Minutes of the review of plan 1" in page
    assert f'href="/reviews/{review.pk}/"' in page


def test_the_plan_and_the_record_lead_to_the_review(people: Cast, browse: Browse) -> None:
    now = plan_now(people)
    plan_page = text(browse(people.kemi).get(f"/plans/{now.plan.pk}/"))
    assert f"/reviews/children/{people.seyi.pk}/review/plan/" in plan_page
    record = f"/reviews/children/{people.seyi.pk}/record/"
    assert "Plan the review" in text(browse(people.kemi).get(record))
    assert "Plan the review" not in text(browse(people.hannah).get(record))
    review = planned(people, cycle=now.plan.cycle)
    page = text(browse(people.kemi).get(record))
    assert "Open the review" in page
    assert f"/reviews/{review.pk}/" in page
