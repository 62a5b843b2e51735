"""The next review: the day that a cycle begun today offers, or another with its reason."""

from collections.abc import Callable
from datetime import date, time

import pytest
from django.test import Client

from accounts.models import Closure
from accounts.rules.refusal import Refused
from reviews.actions import decide, set_next_review
from reviews.models import Review
from reviews.queries.next_review import next_offered, offered_window
from tests.people import STORY, Cast
from tests.reviews.review_pages import being_held, send, text, url
from tests.reviews.reviews_given import TODAY, planned

Browse = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("monday")
OFFERED = date(2027, 1, 18)


def set_for(people: Cast, on: date, because: str = "") -> Review:
    return set_next_review(
        review=being_held(people),
        next_review_on=on,
        next_review_time=None,
        next_review_because=because,
        by=people.kemi.as_actor(),
    )


def test_eight_weeks_from_today_are_offered_with_the_reason_c4(
    people: Cast, browse: Browse
) -> None:
    review = being_held(people)
    page = browse(people.kemi).get(url(review, "next"))
    assert page.context["form"]["next_review_on"].value() == "18 Jan 2027"
    assert "due between Mon 4 Jan and Mon 18 Jan" in text(page)


def test_a_closure_moves_the_offer_and_says_so_c4(people: Cast) -> None:
    Closure(
        setting=people.acorns,
        first_on=date(2027, 1, 13),
        last_on=date(2027, 1, 20),
        name="Burst pipe",
    ).record(by=STORY, why="Closed")
    offered = next_offered(being_held(people), TODAY)
    assert offered.on == date(2027, 1, 12)
    assert "moved to before you are closed" in offered.words


def test_the_offered_day_is_saved_with_its_time(people: Cast, browse: Browse) -> None:
    review = being_held(people)
    answer = send(browse(people.kemi), url(review, "next"), next_review_time="10:30")
    assert answer.url == url(review, "finish")
    review.refresh_from_db()
    assert (review.next_review_on, review.next_review_time) == (OFFERED, time(10, 30))


@pytest.mark.parametrize("on", [date(2027, 1, 3), date(2027, 1, 19)])
def test_outside_the_window_a_reason_is_needed_c4(people: Cast, on: date) -> None:
    with pytest.raises(Refused) as error:
        set_for(people, on)
    assert error.value.field == "next_review_because"


@pytest.mark.parametrize("on", [date(2027, 1, 4), OFFERED])
def test_both_ends_of_the_window_need_none_c4(people: Cast, on: date) -> None:
    assert set_for(people, on).next_review_on == on


def test_with_a_reason_another_day_is_kept_c4(people: Cast) -> None:
    review = set_for(people, date(2027, 2, 1), "Priya is away until then")
    assert review.next_review_because == "Priya is away until then"


@pytest.mark.parametrize(
    ("on", "words"), [(TODAY, "comes after this one"), (date(2028, 1, 1), "more than a year")]
)
def test_it_comes_after_this_review_and_within_a_year(people: Cast, on: date, words: str) -> None:
    with pytest.raises(Refused, match=words):
        set_for(people, on, "Because")


def test_a_decision_that_ends_support_needs_no_next_review(people: Cast, browse: Browse) -> None:
    review = being_held(people)
    decide(review=review, values={"decision": "step_down"}, by=STORY)
    page = text(browse(people.kemi).get(url(review, "next")))
    assert "no next review is needed" in page
    assert "Go on without one" in page


def test_without_opening_days_any_day_may_be_chosen(people: Cast, browse: Browse) -> None:
    review = being_held(people)
    people.acorns.open_weekdays = []
    people.acorns.record(by=STORY, why="Not said")
    fresh = Review.objects.get(pk=review.pk)
    assert offered_window(fresh) is None
    page = text(browse(people.kemi).get(url(review, "next")))
    assert "gives no window yet" in page
    answer = send(browse(people.kemi), url(review, "next"), next_review_on="3 Feb 27")
    assert answer.status_code == 302


@pytest.mark.parametrize("typed", ["25:00", "ten", "10"])
def test_what_is_no_time_is_said_beside_the_field(people: Cast, browse: Browse, typed: str) -> None:
    answer = send(browse(people.kemi), url(being_held(people), "next"), next_review_time=typed)
    assert "Write the time as 10:00" in text(answer)


def test_nothing_is_offered_before_the_review_is_held(people: Cast) -> None:
    assert offered_window(planned(people)) is None
