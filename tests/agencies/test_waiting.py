"""The page of waiting times: of the children whom somebody sees, naming none of them."""

from collections.abc import Callable
from datetime import date, timedelta

from django.test import Client
from django.urls import reverse

from agencies.models import Involvement
from tests.people import STORY, Cast, child

Browse = Callable[..., Client]
TODAY = date(2026, 11, 23)


def waits(people: Cast, number: int) -> Involvement:
    one = child(people.orchard, f"Child {number}", "", date(2023, 2, 1), people.kemi)
    return Involvement(
        child=one, agency=people.speech, referred_on=TODAY - timedelta(weeks=number)
    ).record(by=STORY)


def test_the_page_says_how_long_children_wait_and_draws_it_from_five_on(
    people: Cast, browse: Browse
) -> None:
    page, sam = reverse("agencies:waiting"), browse(people.sam)
    assert "Nobody waits" in sam.get(page).content.decode()
    for number in range(4):
        waits(people, number)
    assert "Too few to draw" in sam.get(page).content.decode()
    waits(people, 30)
    shown = sam.get(page).content.decode()
    assert "The longest wait is 30 weeks." in shown
    assert "Show as a table" in shown
    assert "Child 30" not in shown


def test_a_wait_of_another_setting_or_one_that_was_ended_unseen_does_not_count(
    people: Cast, browse: Browse
) -> None:
    ended = waits(people, 8)
    assert "8 weeks" in browse(people.sam).get(reverse("agencies:waiting")).content.decode()
    assert "8 weeks" not in browse(people.olga).get(reverse("agencies:waiting")).content.decode()
    ended.discharged_on = TODAY
    ended.record(by=STORY, why="Moved")
    assert "8 weeks" not in browse(people.sam).get(reverse("agencies:waiting")).content.decode()
