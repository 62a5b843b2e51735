"""Where each person can go, as the top bar and the tab bar show it."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.people import Cast

PLACES = {
    "ruth": ["Children", "Who is in", "Agencies", "Provision map", "Team", "Setting"],
    "sam": ["My day", "Children", "Who is in", "Agencies", "Provision map", "Team"],
    "kemi": ["My day", "Children", "Who is in", "Agencies", "Provision map", "Team"],
    "hannah": ["My day", "Children", "Who is in", "Team"],
}


@pytest.mark.parametrize("who", PLACES)
def test_each_role_is_shown_the_places_it_may_open(
    people: Cast, browse: Callable[..., Client], who: str
) -> None:
    answer = browse(getattr(people, who)).get("/children/")
    assert [place.label for place in answer.context["nav"]] == PLACES[who]


def test_only_the_nearest_place_is_marked_as_the_one_somebody_is_at(
    people: Cast, browse: Callable[..., Client]
) -> None:
    answer = browse(people.hannah).get("/children/attendance/")
    assert [place.label for place in answer.context["nav"] if place.is_current] == ["Who is in"]
