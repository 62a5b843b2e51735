"""Adding a child."""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import MissingActor
from children.models import Child
from tests.people import Cast

WORDS = {
    "legal_name": "Caoimhe Ní Dhomhnaill",
    "preferred_name": "Caoimhe",
    "date_of_birth": "9 3 23",
    "home_language": "Irish",
}
Browse = Callable[..., Client]


def test_a_key_person_adds_a_child_and_becomes_its_key_person(people: Cast, browse: Browse) -> None:
    answer = browse(people.kemi).post("/children/add/", {**WORDS, "room": people.orchard.pk})
    child = Child.objects.get(legal_name="Caoimhe Ní Dhomhnaill")
    assert answer.status_code == 302
    assert [a.membership for a in child.key_people.all()] == [people.kemi]
    assert child.history.get().actor_label == "Kemi Adebayo"


def test_a_birth_date_in_the_future_is_explained_and_nothing_typed_is_lost(
    people: Cast, browse: Browse
) -> None:
    words = {**WORDS, "date_of_birth": "9 3 27", "room": people.orchard.pk}
    answer = browse(people.kemi).post("/children/add/", words)
    assert answer.status_code == 200
    assert "9 3 27" in answer.content.decode()
    assert not Child.objects.filter(legal_name=WORDS["legal_name"]).exists()


def test_a_room_of_another_setting_is_refused(people: Cast, browse: Browse) -> None:
    owls = people.bilal.room
    answer = browse(people.kemi).post("/children/add/", {**WORDS, "room": owls.pk if owls else ""})
    assert "Choose one of the rooms in the list" in answer.content.decode()


def test_a_practitioner_may_not_add_a_child(people: Cast, browse: Browse) -> None:
    assert browse(people.hannah).get("/children/add/").status_code == 403


def test_a_child_cannot_change_without_somebody_changing_it(people: Cast) -> None:
    people.seyi.legal_name = "Nobody"
    with pytest.raises(MissingActor):
        people.seyi.save()
