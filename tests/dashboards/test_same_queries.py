"""The calendar, the pictures and a child's page ask as much of two children as of two hundred."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from isp_portal.bench.crowd import make_crowd
from isp_portal.bench.made_up import browser_of
from tests.people import Cast, child
from tests.reviews.reviews_given import planned

Browse = Callable[..., Client]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def asked(browser: Client, address: str) -> int:
    browser.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("address", ["/calendar/", "/pictures/", "/pictures/print/"])
def test_a_page_of_the_setting_asks_the_same_of_2_and_of_200_children(
    people: Cast, browse: Browse, address: str
) -> None:
    planned(people)
    crowd = browser_of(make_crowd(200, "Beeches"))
    assert asked(browse(people.sam), address) == asked(crowd, address)


@pytest.mark.parametrize("page", ["", "story/", "story/print/"])
def test_a_childs_page_asks_the_same_in_a_setting_of_2_and_of_200_children(
    people: Cast, browse: Browse, page: str
) -> None:
    planned(people)
    sam = browse(people.sam)
    address = f"/children/{people.seyi.pk}/{page}"
    before = asked(sam, address)
    for number in range(198):
        born = timezone.localdate() - timedelta(days=1200 + number)
        child(people.meadow, f"Ottilie Grey the {number}th", "", born, people.dele)
    assert asked(sam, address) == before
