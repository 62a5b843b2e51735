"""Work in steps: where it stands is kept with each step, and a killed worker leaves nothing half-done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from accounts.actions.batches import (
    BatchKind,
    look_again,
    start_batch,
    stop_batch,
    work_due,
    working,
)
from accounts.actions.batches import kinds as registry
from accounts.models import Batch, Membership
from accounts.rules.actor import Actor
from accounts.rules.batch import AGAIN_AFTER, CLAIM_LASTS, MOST_TAKEN_UP, UNTOUCHED, WATCHED
from accounts.rules.refusal import Refused
from accounts.rules.roles import Permission
from children.models import Room
from tests.accounts.working import worked_off
from tests.people import STORY, Cast


class Rooms:
    """Makes a room for each key; some it refuses, and at one the power goes."""

    refuses: dict[str, str]
    fails_at: str
    error: BaseException
    after_all: str

    def __init__(self, batch: Batch, member: Membership) -> None:
        self.batch, self.member = batch, member

    def do(self, keys: Sequence[str]) -> Mapping[str, str]:
        for key in keys:
            if key not in self.refuses:
                Room(setting=self.member.setting, name=key).record(by=self.member.as_actor())
            if key == self.fails_at:
                raise self.error
        return {key: self.refuses[key] for key in keys if key in self.refuses}

    def end(self) -> str:
        return self.after_all


def close_rooms(batch: Batch, by: Actor) -> None:
    for room in Room.objects.filter(name__in=batch.keys):
        room.remove(by=by)


@pytest.fixture(autouse=True)
def rooms(monkeypatch: pytest.MonkeyPatch) -> type[Rooms]:
    """The kind of these tests, as each of them wants it."""

    class Wanted(Rooms):
        refuses: dict[str, str] = {}
        fails_at, error, after_all = "", RuntimeError("the power went"), ""

    kind = BatchKind(
        name="rooms",
        label="Make rooms",
        permission=Permission.MANAGE_SETTING,
        open=Wanted,
        page="dashboards:batch",
        gave_up=close_rooms,
        at_a_time=2,
    )
    monkeypatch.setitem(registry._kinds, "rooms", kind)
    return Wanted


def asked(people: Cast, *names: str) -> Batch:
    names = names or ("Ash", "Birch", "Cedar", "Damson", "Elder")
    return start_batch(
        setting=people.acorns, kind="rooms", keys=names, told={}, by=people.ruth.as_actor()
    )


def now(batch: Batch) -> Batch:
    return Batch.objects.get(pk=batch.pk)


def made() -> set[str]:
    return set(Room.objects.values_list("name", flat=True)) - {"Orchard", "Meadow", "Owls"}


def test_work_is_asked_for_with_its_transaction_or_not_at_all(people: Cast) -> None:
    with transaction.atomic():
        asked(people)
        transaction.set_rollback(True)
    assert not Batch.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_the_worker_does_all_of_it_and_says_so(people: Cast, monkeypatch: Any) -> None:
    batch = asked(people)
    monkeypatch.setattr(f"{db_worker.__name__}.close_old_connections", lambda: None)
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)
    done = now(batch)
    assert (done.state, done.done_count, done.refused) == ("done", 5, [])
    assert done.ended_at
    assert made() == {"Ash", "Birch", "Cedar", "Damson", "Elder"}
    assert work_due() == 0


def test_one_that_is_refused_stops_no_other(people: Cast, rooms: type[Rooms]) -> None:
    rooms.refuses = {"Birch": "There is a Birch already."}
    batch = asked(people)
    worked_off()
    done = now(batch)
    assert done.is_done
    assert done.refused_keys == {"Birch": "There is a Birch already."}
    assert done.made_keys == ["Ash", "Cedar", "Damson", "Elder"]


def test_killed_in_a_step_that_step_is_not_done_and_the_next_worker_goes_on_from_there(
    people: Cast, rooms: type[Rooms]
) -> None:
    rooms.fails_at, rooms.error = "Damson", KeyboardInterrupt()
    batch = asked(people)
    with pytest.raises(KeyboardInterrupt):
        work_due()
    assert (now(batch).done_count, made()) == (2, {"Ash", "Birch"})
    assert work_due() == 0  # the claim of the dead worker still holds
    rooms.fails_at = ""
    with time_machine.travel(timezone.now() + CLAIM_LASTS, tick=True):
        assert work_due() == 1
    assert now(batch).is_done
    assert len(made()) == 5
    assert Room.history.filter(name="Cedar").count() == 1


def test_without_the_mark_in_the_same_transaction_a_step_would_be_done_twice(
    people: Cast, rooms: type[Rooms], monkeypatch: Any
) -> None:
    """The negative control of the test above: a step that stands before its mark is not undone."""
    rooms.fails_at, rooms.error = "Damson", KeyboardInterrupt()
    slow = replace(registry._kinds["rooms"], is_slow=True)
    monkeypatch.setitem(registry._kinds, "rooms", slow)
    batch = asked(people)
    with pytest.raises(KeyboardInterrupt):
        work_due()
    assert (now(batch).done_count, made()) == (2, {"Ash", "Birch", "Cedar", "Damson"})


def test_an_error_is_tried_again_and_then_given_up_with_nothing_left_behind(
    people: Cast, rooms: type[Rooms]
) -> None:
    rooms.fails_at = "Damson"
    batch = asked(people)
    at = timezone.now()
    for _ in range(MOST_TAKEN_UP + 2):
        with time_machine.travel(at, tick=True):
            work_due()
        at += AGAIN_AFTER + AGAIN_AFTER
    done = now(batch)
    assert done.state == "stopped"
    assert done.said == working.COULD_NOT
    assert made() == set()


def test_a_refusal_of_the_whole_ends_it_and_its_kind_puts_things_right(
    people: Cast, rooms: type[Rooms]
) -> None:
    rooms.fails_at, rooms.error = "Cedar", Refused("The council forbids cedars.")
    batch = asked(people)
    worked_off()
    assert (now(batch).state, now(batch).said) == ("stopped", "The council forbids cedars.")
    assert made() == set()


def test_who_may_no_longer_do_it_does_not_do_it_by_the_worker(people: Cast) -> None:
    batch = asked(people)
    people.ruth.roles = ["practitioner"]
    people.ruth.record(by=STORY)
    worked_off()
    assert now(batch).state == "stopped"
    assert now(batch).said.startswith("Ruth Lindqvist may no longer change the setting")
    assert made() == set()


def test_whoever_asked_or_sees_every_child_stops_it_and_nobody_else(people: Cast) -> None:
    batch = asked(people)
    with pytest.raises(Refused, match="Ruth Lindqvist asked for this"):
        stop_batch(batch=batch, member=people.kemi, by=people.kemi.as_actor())
    stop_batch(batch=batch, member=people.sam, by=people.sam.as_actor())
    assert now(batch).said == "Stopped by Sam Whitlock."
    assert work_due() == 0
    with pytest.raises(Refused, match="ended already"):
        stop_batch(batch=batch, member=people.sam, by=people.sam.as_actor())


def test_stopped_between_two_steps_no_further_step_is_done(
    people: Cast, rooms: type[Rooms], monkeypatch: Any
) -> None:
    batch, member = asked(people), working._member

    def stops_it(held: Batch, kind: BatchKind) -> Membership:
        if held.done_count == 2:
            Batch.objects.filter(pk=held.pk).update(state="stopped")
        return member(held, kind)

    monkeypatch.setattr(working, "_member", stops_it)
    worked_off()
    assert (now(batch).done_count, made()) == (2, {"Ash", "Birch"})


def test_after_a_while_mail_has_its_turn_and_the_work_goes_on(
    people: Cast, monkeypatch: Any
) -> None:
    monkeypatch.setattr(working, "STRETCH_SECONDS", -1.0)
    batch = asked(people)
    assert work_due() == 1
    assert (now(batch).done_count, now(batch).is_waiting) == (0, True)
    monkeypatch.setattr(working, "STRETCH_SECONDS", 60.0)
    assert work_due() == 1
    assert now(batch).is_done


def test_a_starting_worker_looks_at_what_a_killed_one_left(people: Cast) -> None:
    batch = asked(people)
    working._claim(timezone.now())
    DBTaskResult.objects.all().delete()
    look_again()
    assert DBTaskResult.objects.count() == 2
    assert now(batch).next_look_at > batch.next_look_at


def test_a_page_looks_again_by_itself_only_for_so_long(people: Cast) -> None:
    batch = asked(people)
    at = batch.started_at
    assert batch.is_watched(at)
    assert not batch.is_watched(at + WATCHED)
    assert not batch.nobody_looks(at)
    assert batch.nobody_looks(at + UNTOUCHED + UNTOUCHED)
