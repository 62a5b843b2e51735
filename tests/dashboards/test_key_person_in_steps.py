"""One key person is chosen for many children by the worker, and each is told for itself."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import Batch
from accounts.rules.batch import AT_ONCE, CLAIM_LASTS
from children.actions import archive_child, key_people_several
from children.actions.key_people_several import CHILDREN_AT_A_TIME
from children.models import Child, KeyPersonAssignment
from tests.accounts.working import worked_off
from tests.people import STORY, Cast, child

from .packs import worked

Browse = Callable[..., Client]
KEY_PERSON = "/children/several/key-person/"
MANY = AT_ONCE + 2
pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def children(people: Cast) -> list[Child]:
    """Kemi's children, more than are changed while somebody waits."""
    return [
        child(people.orchard, f"Child Number {n:02}", "", date(2023, 3, 1), people.kemi)
        for n in range(MANY)
    ]


def chosen(browser: Client, people: Cast, children: list[Child], once: UUID | None = None) -> Any:
    words = {"member": people.dele.pk, "from_on": "23 Nov 2026", "step": "do"}
    ids = [row.pk for row in children]
    return browser.post(KEY_PERSON, {**words, "child": ids, "once": once or uuid4()})


def of_dele(people: Cast, children: list[Child]) -> int:
    rows = KeyPersonAssignment.objects.filter(child__in=children)
    return rows.running(date(2026, 11, 23)).filter(membership=people.dele).count()  # type: ignore[attr-defined,no-any-return]


def test_more_than_are_changed_at_once_are_changed_by_the_worker(
    people: Cast, browse: Browse, children: list[Child]
) -> None:
    sam = browse(people.sam)
    answer = chosen(sam, people, children)
    batch = Batch.objects.get()
    assert answer["Location"] == f"/children/several/{batch.pk}/"
    assert of_dele(people, children) == 0
    assert f"0 of {MANY}" in sam.get(answer["Location"]).content.decode()
    worked(batch)
    assert of_dele(people, children) == MANY
    assert f"{MANY} children are done" in sam.get(answer["Location"]).content.decode()
    latest = KeyPersonAssignment.history.filter(membership_id=people.dele.pk).latest()
    assert latest.actor_label == "Sam Whitlock"


def test_as_many_as_somebody_waits_for_are_changed_at_once(
    people: Cast, browse: Browse, children: list[Child]
) -> None:
    answer = chosen(browse(people.sam), people, children[:AT_ONCE])
    assert answer["Location"] == "/children/"
    assert of_dele(people, children) == AT_ONCE
    assert not Batch.objects.exists()


def test_pressed_twice_it_is_asked_for_once(
    people: Cast, browse: Browse, children: list[Child]
) -> None:
    sam, once = browse(people.sam), uuid4()
    places = {chosen(sam, people, children, once)["Location"] for _ in range(2)}
    assert len(places) == Batch.objects.count() == 1


def test_one_that_cannot_change_stops_no_other_and_says_why(
    people: Cast, browse: Browse, children: list[Child]
) -> None:
    answer = chosen(browse(people.sam), people, [*children, people.zofia])
    archive_child(child=children[0], left_on=date(2026, 11, 23), because="Moved", by=STORY)
    done = worked(Batch.objects.get())
    assert done.refused_keys == {
        str(children[0].pk): "No longer among the children in your care.",
        str(people.zofia.pk): "Dele Okafor looks after this child already.",
    }
    assert of_dele(people, children[1:]) == MANY - 1
    page = browse(people.sam).get(answer["Location"]).content.decode()
    assert "Dele Okafor looks after this child already." in page


def test_killed_on_the_way_the_next_worker_goes_on_and_each_changes_once(
    people: Cast, browse: Browse, children: list[Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(browse(people.sam), people, children)
    assign, count = key_people_several.assign_key_person, 0

    def assign_and_die(**how: Any) -> KeyPersonAssignment:
        nonlocal count
        made = assign(**how)
        count += 1
        if count == CHILDREN_AT_A_TIME + 2:
            raise KeyboardInterrupt
        return made

    monkeypatch.setattr(key_people_several, "assign_key_person", assign_and_die)
    with pytest.raises(KeyboardInterrupt):
        worked_off()
    assert of_dele(people, children) == CHILDREN_AT_A_TIME
    with time_machine.travel(timezone.now() + CLAIM_LASTS, tick=True):
        worked_off()
    assert of_dele(people, children) == MANY
    made = KeyPersonAssignment.history.filter(membership_id=people.dele.pk, child__in=children)
    assert made.count() == MANY


def test_a_right_that_ended_on_the_way_stops_it(
    people: Cast, browse: Browse, children: list[Child]
) -> None:
    chosen(browse(people.sam), people, children)
    people.sam.roles = ["practitioner"]
    people.sam.record(by=STORY)
    assert worked(Batch.objects.get()).state == "stopped"
    assert of_dele(people, children) == 0
