"""The pages of groups ask the same number of questions for two rows and children as for twelve."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.models import GroupProvisionRow
from tests import people as cast
from tests.people import Cast
from tests.plans.groups import Browse, autumn, met, talk_group


def more_children(people: Cast, many: int) -> list[Any]:
    born = date(2023, 1, 5)
    return [
        cast.child(people.orchard, f"Child Number {n:02}", f"N{n:02}", born, people.kemi)
        for n in range(many)
    ]


def a_map(people: Cast, many: int) -> GroupProvisionRow:
    """So many rows, each with as many children and as many sessions."""
    children = more_children(people, many)
    group_map = autumn(people)
    for number in range(many):
        row = talk_group(people, *children, group_map=group_map, intervention=f"Group {number}")
        met(people, row)
    return row


PAGES: dict[str, Callable[[GroupProvisionRow], str]] = {
    "the map": lambda row: reverse("plans:group_map", args=[row.group_map_id]),
    "the review": lambda row: reverse("plans:group_map_review", args=[row.group_map_id]),
    "a session": lambda row: reverse("plans:group_session", args=[row.sessions.get().pk]),
    "a new session": lambda row: reverse("plans:group_session_add", args=[row.pk]),
    "how it went": lambda row: reverse("plans:group_went", args=[row.pk]),
    "the groups": lambda row: reverse("plans:group_sessions"),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_groups_asks_as_much_for_two_as_for_twelve(
    people: Cast, browse: Browse, page: str
) -> None:
    sam, asked = browse(people.sam), []
    for many in (2, 12):
        address = PAGES[page](a_map(people, many))
        sam.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert sam.get(address).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]
