"""Several new records at once: two statements, and a history as if each were written alone."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import MissingActor, StaleVersion
from children.models import Room
from tests.people import Cast


def rooms(people: Cast, *names: str) -> list[Room]:
    return [Room(setting=people.hannah.setting, name=name) for name in names]


def test_each_of_them_is_kept_and_says_who_and_why(people: Cast) -> None:
    by = people.hannah.as_actor()
    Room.record_new(rooms(people, "Larks", "Wrens"), by=by, why="Rooms of the new wing")
    for name in ("Larks", "Wrens"):
        stored = Room.objects.get(name=name)
        row = stored.history.get()
        assert (row.name, row.history_user, row.history_type) == (name, by, "+")
        assert (row.history_change_reason, row.row_version) == ("Rooms of the new wing", 1)


def test_it_takes_two_statements_however_many_there_are(people: Cast) -> None:
    for number in (2, 20):
        new = rooms(people, *(f"Room {number}-{n}" for n in range(number)))
        with CaptureQueriesContext(connection) as sent:
            Room.record_new(new, by=people.hannah.as_actor())
        written = [q["sql"] for q in sent.captured_queries if q["sql"].startswith("INSERT")]
        assert len(written) == 2


def test_none_at_all_writes_nothing(people: Cast) -> None:
    before = Room.objects.count()
    assert Room.record_new([], by=people.hannah.as_actor()) == []
    assert Room.objects.count() == before


def test_a_record_that_is_stored_already_is_turned_away_with_the_others(people: Cast) -> None:
    stored = Room.objects.first()
    assert stored is not None
    with pytest.raises(ValueError, match="stored already"):
        Room.record_new([*rooms(people, "Larks"), stored], by=people.hannah.as_actor())
    assert not Room.objects.filter(name="Larks").exists()


def test_one_that_may_not_be_kept_takes_the_others_with_it(people: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Room.record_new(rooms(people, "Larks", "Larks"), by=people.hannah.as_actor())
    assert not Room.objects.filter(name="Larks").exists()
    assert not Room.history.filter(name="Larks").exists()


def test_afterwards_each_can_be_changed_and_the_name_behind_it_is_asked_again(people: Cast) -> None:
    (room,) = Room.record_new(rooms(people, "Larks"), by=people.hannah.as_actor())
    with pytest.raises(MissingActor):
        room.save()
    room.name = "Skylarks"
    room.record(by=people.sam.as_actor(), why="The children chose")
    assert [row.name for row in room.history.all()] == ["Skylarks", "Larks"]
    with pytest.raises(StaleVersion):
        room.record(by=people.sam.as_actor(), seen_version=1)


def test_the_manager_of_a_history_is_made_once_and_keeps_to_its_record(people: Cast) -> None:
    by = people.hannah.as_actor()
    larks, wrens = Room.record_new(rooms(people, "Larks", "Wrens"), by=by)
    assert type(larks.history) is type(wrens.history)
    assert [row.name for row in larks.history.all()] == ["Larks"]
    assert [row.name for row in wrens.history.all()] == ["Wrens"]
    assert Room(id=uuid4(), name="Owls").history.count() == 0
