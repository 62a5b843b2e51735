"""One thing for several children: looked at first, told row by row, and done once."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from children.models import AccessEvent, Child, KeyPersonAssignment
from reviews.models import Review
from tests.people import Cast, child
from tests.reviews.given import plan_now, planned_child

Browse = Callable[..., Client]
KEY_PERSON, REVIEWS = "/children/several/key-person/", "/children/several/reviews/"
pytestmark = pytest.mark.usefixtures("monday")


def sent(browser: Client, address: str, *children: Child, **words: Any) -> Any:
    return browser.post(address, {"child": [row.pk for row in children], **words})


def key_person(people: Cast, step: str, **more: Any) -> dict[str, Any]:
    return {"member": people.dele.pk, "from_on": "23 Nov 2026", "step": step, **more}


def test_the_register_offers_what_somebody_may_do_for_several(people: Cast, browse: Browse) -> None:
    def register(member: object) -> str:
        text: str = browse(member).get("/children/").content.decode()
        return text

    assert KEY_PERSON in register(people.sam)
    assert REVIEWS in register(people.sam)
    assert KEY_PERSON not in register(people.kemi)
    assert REVIEWS in register(people.kemi)
    assert "For those who are ticked" not in register(people.hannah)


def test_who_is_ticked_stands_on_the_page_and_nothing_is_done_yet(
    people: Cast, browse: Browse
) -> None:
    text = sent(browse(people.sam), KEY_PERSON, people.seyi, people.zofia).content.decode()
    assert "Seyi Adeyemi-Blackwood" in text
    assert "Kemi Adebayo" in text
    assert "Choose somebody</a>" not in text
    assert KeyPersonAssignment.objects.count() == 3


def test_looking_first_says_what_comes_of_each_and_saves_nothing(
    people: Cast, browse: Browse
) -> None:
    words = key_person(people, "look")
    text = sent(browse(people.sam), KEY_PERSON, people.seyi, people.zofia, **words)
    said = text.content.decode()
    assert "Nothing is saved yet. 1 can be done, 1 cannot." in said
    assert "Dele Okafor looks after this child already." in said
    assert KeyPersonAssignment.history.count() == 3


def test_one_that_is_refused_stops_no_other(people: Cast, browse: Browse) -> None:
    words = key_person(people, "do", once=uuid4())
    said = sent(browse(people.sam), KEY_PERSON, people.seyi, people.zofia, **words)
    assert "1 done, 1 not" in said.content.decode()
    today = date(2026, 11, 23)
    running = KeyPersonAssignment.objects.filter(child=people.seyi).running(today)  # type: ignore[attr-defined]
    assert [row.membership for row in running] == [people.dele]


def test_pressed_twice_it_is_done_once(people: Cast, browse: Browse) -> None:
    sam, words = browse(people.sam), key_person(people, "do", once=uuid4())
    for _ in range(2):
        answer = sent(sam, KEY_PERSON, people.seyi, **words)
        assert answer["Location"] == "/children/"
    assert KeyPersonAssignment.objects.filter(child=people.seyi).count() == 2


def test_a_child_of_another_setting_is_not_among_the_choices(people: Cast, browse: Browse) -> None:
    sam, words = browse(people.sam), key_person(people, "do", once=uuid4())
    answer = sent(sam, KEY_PERSON, people.seyi, people.bilal, **words)
    text = answer.content.decode()
    assert "Choose children of the register" in text
    assert "Bilal" not in text
    assert KeyPersonAssignment.history.count() == 3
    nonsense = sam.post(KEY_PERSON, {"child": ["x", "", str(people.bilal.pk)], "step": "choose"})
    assert "Nobody is chosen" in nonsense.content.decode()


def test_without_a_member_or_a_day_nothing_is_done_and_the_ticks_stay(
    people: Cast, browse: Browse
) -> None:
    answer = sent(browse(people.sam), KEY_PERSON, people.seyi, step="do", from_on="31 2 26")
    text = answer.content.decode()
    assert "Choose somebody" in text
    assert "31 2 26" in text
    assert f'value="{people.seyi.pk}" id="child-{people.seyi.pk}" checked' in text
    assert KeyPersonAssignment.history.count() == 3


def test_reviews_are_planned_each_on_its_own_day_c4(people: Cast, browse: Browse) -> None:
    plan_now(people)
    sam = browse(people.sam)
    text = sent(sam, REVIEWS, people.seyi, people.zofia).content.decode()
    assert "30 Nov 2026" in text
    assert "Nothing to plan" in text
    day = f"day_{people.seyi.pk}"
    words = {day: "26 Nov", "planned_time": "10:00", "place": "Sunroom", "once": uuid4()}
    for _ in range(2):
        answer = sent(sam, REVIEWS, people.seyi, **words, step="do")
    review = Review.objects.get()
    assert (review.planned_on, review.place) == (date(2026, 11, 26), "Sunroom")
    assert answer.status_code in (200, 302)


def test_a_day_outside_the_window_is_refused_for_its_child_alone_c4(
    people: Cast, browse: Browse
) -> None:
    plan_now(people)
    planned_child(people, 1)
    other = Child.objects.get(legal_name__startswith="Ottilie")
    days = {f"day_{people.seyi.pk}": "26 Nov", f"day_{other.pk}": "15 Dec"}
    answer = sent(browse(people.sam), REVIEWS, people.seyi, other, **days, step="do", once=uuid4())
    assert "1 done, 1 not" in answer.content.decode()
    assert [review.child for review in Review.objects.all()] == [people.seyi]


def test_a_key_person_plans_for_her_own_children_only(people: Cast, browse: Browse) -> None:
    plan_now(people)
    text = sent(browse(people.kemi), REVIEWS, people.seyi, people.zofia).content.decode()
    assert "Seyi" in text
    assert "Zofia" not in text
    assert browse(people.hannah).get(REVIEWS).status_code == 403


def test_the_page_asks_as_many_queries_for_twelve_as_for_two(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)

    def asked(children: list[Child]) -> int:
        sent(sam, REVIEWS, *children)
        with CaptureQueriesContext(connection) as queries:
            sent(sam, REVIEWS, *children)
        return len(queries)

    few = asked([people.seyi, people.zofia])
    more = [
        child(people.meadow, f"Child Number{n}", "", date(2023, 3, 1), people.dele)
        for n in range(10)
    ]
    assert asked([people.seyi, people.zofia, *more]) == few
    event = AccessEvent.objects.filter(page="dashboards:reviews_several").order_by("-at")[0]
    assert event.seen.count() == 12


def test_everyone_on_a_page_of_the_register_is_ticked_at_once(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)
    page = sam.get("/children/?room=&ticked=all").content.decode()
    for row in (people.seyi, people.zofia):
        assert f'id="tick-{row.pk}" checked>' in page
    assert f'id="tick-{people.seyi.pk}">' in sam.get("/children/").content.decode()
