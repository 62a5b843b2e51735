"""Where each person can go, as the top bar and the tab bar show it."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.people import Cast

PLACES = {
    "ruth": [
        "Due",
        "Children",
        "Reviews",
        "Who is in",
        "Agencies",
        "Provision map",
        "Team",
        "Setting",
    ],
    "sam": [
        "Due",
        "My day",
        "Children",
        "Reviews",
        "Who is in",
        "Agencies",
        "Provision map",
        "Team",
    ],
    "kemi": ["My day", "Children", "Reviews", "Who is in", "Agencies", "Provision map", "Team"],
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


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/plans/children/{}/start/", "Children"),
        ("/plans/children/{}/answers/", "Children"),
        ("/agencies/children/{}/reports/add/", "Children"),
        ("/agencies/", "Agencies"),
        ("/plans/group-maps/add/", "Provision map"),
        ("/reviews/", "Reviews"),
        ("/reviews/children/{}/record/", "Children"),
    ],
)
def test_pages_about_a_child_are_found_under_children(
    people: Cast, browse: Callable[..., Client], address: str, place: str
) -> None:
    answer = browse(people.sam).get(address.format(people.seyi.pk))
    assert [place.label for place in answer.context["nav"] if place.is_current] == [place]


def test_the_rooms_are_found_under_the_setting(people: Cast, browse: Callable[..., Client]) -> None:
    answer = browse(people.ruth).get("/children/rooms/")
    assert [place.label for place in answer.context["nav"] if place.is_current] == ["Setting"]


def test_somebody_without_a_password_is_not_sent_to_change_it(
    people: Cast, browse: Callable[..., Client]
) -> None:
    sam = browse(people.sam)
    assert "Change password" in sam.get("/account/me/").content.decode()
    people.sam.user.set_unusable_password()
    people.sam.user.save()
    sam.force_login(people.sam.user)
    assert "Change password" not in browse_again(sam)


def browse_again(sam: Client) -> str:
    answer = sam.get("/account/me/", follow=True)
    assert answer.status_code == 200
    return answer.content.decode()
