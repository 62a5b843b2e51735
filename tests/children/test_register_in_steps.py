"""Many children come in by the worker, some at a time: all of them in the end, or nobody."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions.batches import working
from accounts.models import Batch, Membership
from accounts.rules.batch import AT_ONCE, CLAIM_LASTS
from accounts.rules.refusal import Refused
from children.actions import add_contact
from children.actions import register as actions
from children.actions.register.bringing import Bringing
from children.actions.register.in_steps import CHILDREN_AT_A_TIME
from children.models import Child, ImportState, RegisterImport, Room, StagedRows
from children.queries.register import built_upon
from children.rules.register.row import ChildToBe
from tests.accounts.working import worked_off
from tests.people import STORY, Cast

from .registers import HEADS, letters, stage

Browse = Callable[[Membership], Client]
MANY = 25


def waiting(people: Cast) -> RegisterImport:
    """A file of more children than come in while somebody waits, and a new room with them."""
    rows = [HEADS, *((f"Ada {letters(n)}", "3/4/23", "New") for n in range(MANY))]
    return actions.add_register(
        register_import=stage(people.sam, rows), leave_out_wrong=False, by=people.sam.as_actor()
    )


def now(found: RegisterImport) -> RegisterImport:
    return RegisterImport.objects.get(pk=found.pk)


def came_in() -> int:
    return Child.objects.active().filter(legal_name__startswith="Ada ").count()


@pytest.fixture
def stops(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """The second step meets this error, after its children were written."""
    bring = Bringing.bring

    def arm(error: BaseException) -> None:
        def fails(self: Bringing, rows: Sequence[ChildToBe]) -> None:
            bring(self, rows)
            if came_in() > CHILDREN_AT_A_TIME:
                raise error

        monkeypatch.setattr(Bringing, "bring", fails)

    return arm


def test_many_wait_for_the_worker_and_are_all_in_when_it_is_done(people: Cast) -> None:
    assert MANY > AT_ONCE
    found = waiting(people)
    assert (found.state, came_in()) == (ImportState.ADDING, 0)
    assert StagedRows.objects.exists()
    worked_off()
    done = now(found)
    assert (done.state, done.added_count, came_in()) == (ImportState.ADDED, MANY, MANY)
    assert (done.added_by, StagedRows.objects.count()) == ("Sam Whitlock", 0)


def test_a_step_holds_the_database_for_few_children(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    bring = Bringing.bring

    def counted(self: Bringing, rows: Sequence[ChildToBe]) -> None:
        sizes.append(len(rows))
        bring(self, rows)

    monkeypatch.setattr(Bringing, "bring", counted)
    waiting(people)
    worked_off()
    assert sizes == [10, 10, 5]


def test_the_page_says_how_far_it_is_and_looks_again_by_itself(
    people: Cast, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = waiting(people)
    page = reverse("children:import_check", args=[found.pk])
    sam = browse(people.sam)
    text = sam.get(page).content.decode()
    assert f"0 of {MANY}" in text
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in text
    assert 'hx-trigger="every 2s"' in text
    step = working._step
    monkeypatch.setattr(working, "_step", lambda *at: step(*at) and False)
    worked_off()
    assert f"{CHILDREN_AT_A_TIME} of {MANY}" in sam.get(page).content.decode()
    monkeypatch.undo()
    with time_machine.travel(timezone.now() + CLAIM_LASTS, tick=True):
        worked_off()
    done = sam.get(page, headers={"HX-Request": "true"})
    assert done["HX-Refresh"] == "true"
    assert f"{MANY} children came in" in done.content.decode()


def test_killed_on_the_way_the_next_worker_goes_on_and_nobody_comes_in_twice(
    people: Cast, stops: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = waiting(people)
    stops(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        worked_off()
    assert (now(found).state, came_in()) == (ImportState.ADDING, CHILDREN_AT_A_TIME)
    monkeypatch.undo()
    with time_machine.travel(timezone.now() + CLAIM_LASTS, tick=True):
        worked_off()
    assert (now(found).state, now(found).added_count) == (ImportState.ADDED, MANY)
    assert Child.history.filter(legal_name__startswith="Ada ").count() == MANY


def test_what_is_refused_on_the_way_takes_all_of_them_back_and_says_why(
    people: Cast, stops: Any, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = waiting(people)
    stops(Refused("The room is full."))
    worked_off()
    done = now(found)
    assert (done.state, came_in()) == (ImportState.UNDONE, 0)
    assert Room.objects.get(name="New").closed_on
    text = browse(people.sam).get(reverse("children:import_check", args=[found.pk]))
    assert "The room is full." in text.content.decode()
    monkeypatch.undo()
    again = waiting(people)
    worked_off()
    assert (now(again).added_count, came_in()) == (MANY, MANY)


def test_without_taking_them_back_some_would_stay(
    people: Cast, stops: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control of the test above."""
    from children.actions.register import in_steps

    monkeypatch.setattr(in_steps, "take_back", lambda held, by: held)
    waiting(people)
    stops(Refused("The room is full."))
    worked_off()
    assert came_in() == CHILDREN_AT_A_TIME


def test_somebody_stops_it_and_whoever_came_in_is_taken_back(
    people: Cast, browse: Browse, stops: Any
) -> None:
    found = waiting(people)
    stops(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        worked_off()
    batch = Batch.objects.get(about_id=found.pk)
    answer = browse(people.sam).post(reverse("dashboards:batch_stop", args=[batch.pk]))
    assert answer["Location"] == reverse("children:import_check", args=[found.pk])
    assert (now(found).state, came_in()) == (ImportState.UNDONE, 0)


def test_a_right_that_ended_on_the_way_takes_all_of_them_back(people: Cast) -> None:
    found = waiting(people)
    people.sam.roles = ["practitioner"]
    people.sam.record(by=STORY)
    worked_off()
    assert (now(found).state, came_in()) == (ImportState.UNDONE, 0)


def test_what_somebody_records_while_others_still_come_in_keeps_the_import(
    people: Cast, stops: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = waiting(people)
    stops(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        worked_off()
    ada = Child.objects.filter(legal_name="Ada b").get()
    values = {"name": "Eve Bell", "relationship": "mother"}
    add_contact(child=ada, values=values, by=people.kemi.as_actor())
    monkeypatch.undo()
    with time_machine.travel(timezone.now() + CLAIM_LASTS, tick=True):
        worked_off()
    assert built_upon(now(found)) == [ada]
    with pytest.raises(Refused, match="recorded since for Ada b"):
        actions.undo_register(register_import=now(found), by=people.sam.as_actor())


def test_an_import_of_many_is_undone(people: Cast) -> None:
    found = waiting(people)
    with pytest.raises(Refused, match="not in the register"):
        actions.undo_register(register_import=found, by=people.sam.as_actor())
    worked_off()
    actions.undo_register(register_import=found, by=people.sam.as_actor())
    worked_off()
    assert (now(found).state, came_in()) == (ImportState.UNDONE, 0)
