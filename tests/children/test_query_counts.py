"""Every page that lists asks the database the same number of times for two rows and for twelve."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.rules.roles import Role
from children import actions
from children.models import Mark, ParentCarer, Question, RestrictionKind, Session
from children.rules import Stage
from tests.children.given import page
from tests.people import BEGAN, STORY, Cast, child, member

Browse = Callable[..., Client]


def add_children(people: Cast, numbers: range) -> None:
    for n in numbers:
        born = date(2023, 3, 3) + timedelta(days=n)
        row = child(people.orchard, f"Ottilie Grey the {n}th", "", born, people.dele)
        actions.press_mark(
            child=row, on=date(2026, 11, 23), session=Session.MORNING, mark=Mark.IN, by=STORY
        )


def add_contacts(people: Cast, numbers: range) -> None:
    for n in numbers:
        contact = ParentCarer(child=people.seyi, name=f"Ada {n}", relationship="aunt")
        contact.record(by=STORY)
        actions.set_restriction(
            contact=contact,
            values={
                "kind": RestrictionKind.NO_CONTACT,
                "evidence": "Seen",
                "court_order_on": None,
                "from_on": BEGAN,
                "review_on": date(2027, 3, 1),
            },
            by=STORY,
        )


def add_answers(people: Cast, numbers: range) -> None:
    for n in numbers:
        actions.record_support_answer(
            child=people.seyi,
            question=Question.BEHAVIOUR,
            is_yes=bool(n % 2),
            said_by=people.priya if n % 3 else people.kemi,
            said_on=BEGAN + timedelta(days=n),
            until_on=None,
            words=str(n),
            by=STORY,
        )


def add_path(people: Cast, numbers: range) -> None:
    for n in numbers:
        on = BEGAN + timedelta(days=n)
        actions.record_level(child=people.seyi, level="GR1", from_on=on, because="", by=STORY)
        actions.override_stage(
            child=people.seyi,
            stage=Stage.PRESCHOOL,
            because="Late start",
            agreed_by="Parents",
            from_on=on,
            until_on=None,
            by=STORY,
        )


def add_key_people(people: Cast, numbers: range) -> None:
    for n in numbers:
        actions.assign_key_person(
            child=people.seyi,
            member=(people.dele, people.kemi)[n % 2],
            is_second=False,
            from_on=BEGAN + timedelta(days=n + 1),
            by=STORY,
        )


def add_rooms(people: Cast, numbers: range) -> None:
    for n in numbers:
        room = actions.add_room(setting=people.acorns, name=f"Room {n}", by=STORY)
        worker = member(people.acorns, f"Worker{n} Bell", Role.PRACTITIONER)
        actions.add_room_staff(room=room, member=worker, from_on=BEGAN, by=STORY)


def add_visits(people: Cast, numbers: range) -> None:
    for _ in numbers:
        actions.log_access(
            setting=people.acorns,
            children=[people.seyi],
            page="children:edit",
            under_right="SENCO",
            from_address="",
            by=STORY,
        )


@pytest.mark.parametrize(
    ("name", "add"),
    [
        ("attendance", add_children),
        ("rooms", add_rooms),
        ("contacts", add_contacts),
        ("support_need", add_answers),
        ("level_add", add_path),
        ("stage_override", add_path),
        ("key_person", add_key_people),
        ("access_log", add_visits),
        ("history", add_contacts),
    ],
)
def test_two_rows_and_twelve_cost_the_same(
    people: Cast, browse: Browse, name: str, add: Callable[[Cast, range], None]
) -> None:
    people.sam.roles = ["manager", "senco"]
    people.sam.record(by=STORY)
    sam = browse(people.sam)
    of_the_setting = name in ("attendance", "rooms")
    where = page(name) if of_the_setting else page(name, people.seyi)
    where += f"?room={people.orchard.pk}" if name == "attendance" else ""

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert sam.get(where).status_code == 200
        return len(seen)

    add(people, range(2))
    for_two = queries()
    add(people, range(2, 12))
    assert queries() == for_two
