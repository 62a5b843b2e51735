"""Who looked at a child's record, and what was changed in it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from children import actions
from children.models import AccessEvent, RestrictionKind
from children.queries.record_log import PAGE_ROWS
from tests.children.given import page, text_of
from tests.children.test_contacts import restrict
from tests.people import Cast

Browse = Callable[..., Client]


def test_the_access_log_says_who_looked_at_which_page_under_which_right(
    people: Cast, browse: Browse
) -> None:
    browse(people.kemi).get(page("contacts", people.seyi))
    shown = text_of(browse(people.sam).get(page("access_log", people.seyi)))
    assert "Kemi Adebayo Today 10:00 Contacts Key person 127.0.0.1" in shown


def test_the_access_log_of_one_child_does_not_show_who_looked_at_another(
    people: Cast, browse: Browse
) -> None:
    browse(people.dele).get(page("edit", people.zofia))
    shown = text_of(browse(people.sam).get(page("access_log", people.seyi)))
    assert "Dele" not in shown


@pytest.mark.parametrize(("proxies", "seen_from"), [(0, "127.0.0.1"), (1, "198.51.100.7")])
def test_the_log_says_from_where_as_far_as_the_proxies_can_be_trusted(
    people: Cast, browse: Browse, settings: Any, proxies: int, seen_from: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    browse(people.kemi).get(
        page("edit", people.seyi), headers={"x-forwarded-for": "203.0.113.9, 198.51.100.7"}
    )
    assert AccessEvent.objects.of_child(people.seyi).latest("at").from_address == seen_from


def test_looking_at_the_access_log_is_noted_too(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)
    sam.get(page("access_log", people.seyi))
    assert AccessEvent.objects.of_child(people.seyi).get().page == "children:access_log"


def test_the_access_log_is_paged_from_two_hundred_rows_and_every_row_is_reachable(
    people: Cast, browse: Browse
) -> None:
    for n in range(PAGE_ROWS + 1):
        actions.log_access(
            setting=people.acorns,
            children=[people.seyi],
            page=f"children:page_{n}",
            under_right="SENCO",
            from_address="127.0.0.1",
            by=people.sam.as_actor(),
        )
    sam = browse(people.sam)
    first, second = (
        sam.get(f"{page('access_log', people.seyi)}?page={n}").context["page"] for n in (1, 2)
    )
    assert (len(first.object_list), first.paginator.num_pages) == (200, 2)
    assert len(second.object_list) == 2
    assert "Page 1 of 2" in text_of(sam.get(page("access_log", people.seyi)))


def test_the_access_log_is_for_managers_and_sencos(people: Cast, browse: Browse) -> None:
    assert browse(people.kemi).get(page("access_log", people.seyi)).status_code == 403
    assert browse(people.olga).get(page("access_log", people.seyi)).status_code == 404


def test_history_says_what_changed_from_what_to_what_by_whom_and_why(
    people: Cast, browse: Browse
) -> None:
    by = people.kemi.as_actor()
    actions.change_child(
        child=people.seyi,
        values={"hours": "9 to 3", "room": people.meadow},
        seen_version=1,
        by=by,
        why="New hours",
    )
    actions.record_level(
        child=people.seyi, level="GR1", from_on=date(2026, 11, 2), because="Agreed", by=by
    )
    shown = text_of(browse(people.kemi).get(page("history", people.seyi)))
    assert "The child changed Today 10:00 · Kemi Adebayo New hours" in shown
    assert "Room Orchard Meadow" in shown
    assert "Hours (nothing) 9 to 3" in shown
    assert "Level added Today 10:00 · Kemi Adebayo Agreed Level GR1 First day 2 Nov 2026" in shown
    assert shown.index("Level added") < shown.index("The child changed")
    assert "Contact added" in shown


def test_history_keeps_what_somebody_may_not_see_from_them(people: Cast, browse: Browse) -> None:
    restrict(people, RestrictionKind.NO_CONTACT)
    people.seyi.social_care = "Looked after since June"
    people.seyi.record(by=people.sam.as_actor())
    to_sam = text_of(browse(people.sam).get(page("history", people.seyi)))
    to_kemi = text_of(browse(people.kemi).get(page("history", people.seyi)))
    assert "Looked after since June" in to_sam
    assert "HB/114" in to_sam
    assert "Looked after" not in to_kemi
    assert "HB/114" not in to_kemi
    assert "Restriction" not in to_kemi


def test_history_of_one_child_does_not_tell_of_another(people: Cast, browse: Browse) -> None:
    actions.change_child(
        child=people.zofia,
        values={"hours": "1 to 3"},
        seen_version=1,
        by=people.dele.as_actor(),
    )
    assert "1 to 3" not in text_of(browse(people.sam).get(page("history", people.seyi)))
