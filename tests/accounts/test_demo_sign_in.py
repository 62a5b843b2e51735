"""One click signs in as somebody made up: in the demo, and nowhere else."""

from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.accounts.steps import is_in
from tests.people import STORY, Cast

ADDRESS = "/demo/sign-in/"


@pytest.fixture
def demo(settings: Any, people: Cast) -> None:
    settings.ROOT_URLCONF = "tests.accounts.demo_urls"
    settings.DEMO, settings.SECOND_FACTOR_REQUIRED = True, False
    people.acorns.is_demo = True
    people.acorns.record(by=STORY)


def test_one_click_signs_in(people: Cast, demo: None) -> None:
    client = Client()
    answer = client.post(ADDRESS, {"membership_id": str(people.sam.pk)})
    assert answer["Location"] == "/"
    assert is_in(client)


@pytest.mark.parametrize("who", ["olga", "lee"])
def test_only_people_of_a_demo_setting_who_work_there(people: Cast, demo: None, who: str) -> None:
    client = Client()
    chosen = getattr(people, who)
    assert client.post(ADDRESS, {"membership_id": str(chosen.pk)}).status_code == 404
    assert not is_in(client)


def test_an_id_that_is_none_is_not_found(people: Cast, demo: None) -> None:
    assert Client().post(ADDRESS, {"membership_id": "sam"}).status_code == 404


def test_outside_the_demo_there_is_no_such_address() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("demo:sign_in")


def test_outside_the_demo_the_view_itself_refuses(people: Cast, demo: None, settings: Any) -> None:
    settings.DEMO = False
    client = Client()
    assert client.post(ADDRESS, {"membership_id": str(people.sam.pk)}).status_code == 404
    assert "_auth_user_id" not in client.session
