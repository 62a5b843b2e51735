"""An id copied from another setting, or from another child, changes nothing wherever it is put."""

from datetime import date
from itertools import product
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from plans.models import Cycle, SupportPlan
from reviews.models import Review
from tests.doors.objects import ids_for
from tests.doors.table import Door
from tests.doors.test_doors import ours
from tests.people import STORY, Cast, seen_by_theo, signed_in_as

from .nonsense import send
from .page_forms import PageForm
from .story import HOLDS_FORMS, ada, forms_behind, sensible
from .strangers import crossings, strangers


@pytest.mark.parametrize("door", HOLDS_FORMS, ids=lambda d: d.name)
def test_an_id_of_somebody_elses_in_any_box_joins_nothing(people: Cast, door: Door) -> None:
    client = signed_in_as(ada(people))
    forms = forms_behind(client, people, door)
    copied = strangers(people)
    assert crossings() == []
    found = []
    for form in forms:
        words = sensible(people, door, form)
        for name, (what, key) in product(form.ids(), copied.items()):
            for kind in form.boxes[name].kinds_of_id():
                sent = {**words, name: [kind + key]}
                found += smuggled(client, form, sent, f"{name}: {what}")
    assert not found


def smuggled(client: Client, form: PageForm, words: dict[str, Any], what: str) -> list[str]:
    """The joins that this form made across a border. They are undone."""
    with transaction.atomic():
        status = send(client, form.action, words).status_code
        found = crossings() if status == 302 else []
        transaction.set_rollback(True)
    return [f"{form.action} {what}: {crossing}" for crossing in found]


def test_a_join_across_a_border_would_be_noticed(people: Cast) -> None:
    row = seen_by_theo(people)
    assert crossings() == []
    row.child = people.bilal
    row.record(by=STORY)
    assert crossings() == [f"Involvement.{key} of {row.pk}" for key in ("agency", "professional")]
    row.remove(by=STORY)
    people.seyi.room = people.bilal.room
    people.seyi.record(by=STORY)
    assert crossings() == [f"Child.room of {people.seyi.pk}"]


NESTED = [
    (name, address)
    for name, address in ours().items()
    if len([key for key in address.ids if key.endswith("_id")]) > 1
]


@pytest.mark.parametrize(("name", "address"), NESTED, ids=[name for name, _ in NESTED])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_record_is_not_reached_through_another_child_or_room(
    people: Cast, name: str, address: Any, method: str
) -> None:
    ids = ids_for(people, name, address.ids)
    ids |= elsewhere(people, set(ids))
    client = signed_in_as(ada_without_children(people))
    answer = getattr(client, method)(reverse(name, kwargs=ids))
    assert answer.status_code in {404, 405}


def elsewhere(people: Cast, keys: set[str]) -> dict[str, Any]:
    """What the address begins with, of another child or room."""
    if "review_id" in keys:
        return {"review_id": review_of_zofia(people).pk}
    if "child_id" in keys:
        return {"child_id": people.zofia.pk}
    if "plan_id" in keys:
        return {"plan_id": plan_of_zofia(people).pk}
    assert "room_id" in keys
    return {"room_id": people.meadow.pk}


def review_of_zofia(people: Cast) -> Review:
    run = Cycle(child=people.zofia, number=1, starts_on=date(2026, 10, 5)).record(by=STORY)
    return Review(child=people.zofia, cycle=run).record(by=STORY)


def plan_of_zofia(people: Cast) -> SupportPlan:
    run = Cycle(child=people.zofia, number=1, starts_on=date(2026, 10, 5)).record(by=STORY)
    return SupportPlan(child=people.zofia, cycle=run, status="finalised").record(by=STORY)


def ada_without_children(people: Cast) -> Any:
    """Ada before anybody made her a key person, so that Seyi has one key person only."""
    row = ada(people)
    row.key_children.get().remove(by=STORY)
    return row
