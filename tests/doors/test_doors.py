"""Each address × method × person gets the answer that the table says, and nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from accounts.access import Mark
from accounts.access.doors import ALLAUTH_DOORS
from children.models import AccessEvent
from tests.people import Cast, signed_in_as

from .objects import ids_for
from .people_at_doors import VISITORS, Answer, Probe, answered, membership_of
from .table import DOORS, Door, Owner

A_BODY = {"line_key": "5f0c7c1e-6a53-4f0f-9a55-0d6f6c1f3a10"}


@dataclass(frozen=True, slots=True)
class Address:
    """One address of the portal: its view, and the names of the ids in it."""

    view: Callable[..., object]
    ids: tuple[str, ...]


def walk(resolver: URLResolver, space: str, ids: tuple[str, ...]) -> Iterator[tuple[str, Address]]:
    for pattern in resolver.url_patterns:
        found = (*ids, *pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from walk(pattern, inner, found)
        else:
            yield f"{space}{pattern.name}", Address(pattern.callback, found)


def ours() -> dict[str, Address]:
    """Every address but allauth's own, whose doors `tests/accounts` knocks at."""
    found = walk(get_resolver(), "", ())
    return {name: address for name, address in found if name not in ALLAUTH_DOORS}


def address_of(people: Cast, door: Door) -> str:
    return reverse(door.name, kwargs=ids_for(people, door.name, ours()[door.name].ids))


def test_every_address_has_a_row_in_the_table() -> None:
    assert sorted(ours()) == sorted(door.name for door in DOORS)


@pytest.mark.parametrize("door", DOORS, ids=lambda d: d.name)
def test_the_view_carries_the_mark_that_the_table_says(door: Door) -> None:
    mark = getattr(ours()[door.name].view, "access_mark", None)
    assert isinstance(mark, Mark)
    said = mark.permission.name if mark.permission else mark.door
    assert said == door.permission


@pytest.mark.parametrize("door", DOORS, ids=lambda d: d.name)
def test_each_person_is_answered_as_the_table_says(people: Cast, door: Door) -> None:
    address = address_of(people, door)
    wrong = []
    for visitor, method in product(VISITORS, door.methods):
        expected = Probe(visitor, door).expected()
        answer = knock(people, visitor, method, address)
        if answer not in (expected, Answer.OTHER_METHOD):
            wrong.append(f"{visitor} {method} {address}: {answer}, expected {expected}")
    assert not wrong


def knock(people: Cast, visitor: str, method: str, address: str) -> Answer:
    """What the visitor is answered. Whatever the visit changed is undone, the count of presses too."""
    cache.clear()
    with transaction.atomic():
        client = Client() if visitor == "nobody" else signed_in_as(membership_of(people, visitor))
        response = getattr(client, method)(address, A_BODY if method == "post" else {})
        transaction.set_rollback(True)
    answer = answered(response.status_code, response.get("Location", ""))
    if answer in (Answer.NOT_FOUND, Answer.FORBIDDEN):
        assert b"Seyi" not in response.content
    return answer


@pytest.mark.parametrize(
    "door", [d for d in DOORS if d.owner is Owner.CHILD and d.is_page], ids=lambda d: d.name
)
def test_a_page_that_shows_a_child_is_logged(people: Cast, door: Door) -> None:
    address = address_of(people, door)
    by = membership_of(people, door.shown_to)
    client = signed_in_as(by)
    before = AccessEvent.objects.of_child(people.seyi).count()
    assert client.get(address).status_code == 200
    after = AccessEvent.objects.of_child(people.seyi)
    assert after.count() == before + 1
    assert after.order_by("-at")[0].actor_label == by.user.full_name
