"""A group provision map for the tests: one row that names Seyi and Zofia, running this term."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.test import Client

from children.models import AreaOfNeed, Child
from plans.actions.group_maps import add_group_row
from plans.actions.group_sessions import record_group_session, record_how_it_went
from plans.models import (
    GroupProvisionChild,
    GroupProvisionMap,
    GroupProvisionRow,
    GroupSession,
)
from tests.people import STORY, Cast

Browse = Callable[..., Client]


def autumn(people: Cast, ends_on: date = date(2026, 12, 18)) -> GroupProvisionMap:
    return GroupProvisionMap(
        setting=people.acorns,
        title="Autumn term 2026",
        starts_on=date(2026, 9, 7),
        ends_on=ends_on,
    ).record(by=STORY)


def talk_group(
    people: Cast, *children: Child, group_map: GroupProvisionMap | None = None, **more: Any
) -> GroupProvisionRow:
    """Three times a week for ten weeks, from 7 September to the end of its map."""
    group_map = group_map or autumn(people)
    values = {
        "area": AreaOfNeed.COMMUNICATION,
        "intervention": "Talk group",
        "aim": "Two-word phrases in play",
        "lead": "Sam Whitlock",
        "delivered_by": "Kemi Adebayo",
        "group_size": 4,
        "times_a_week": 3,
        "minutes": 15,
        "weeks": 10,
        "starts_on": group_map.starts_on,
        "ends_on": group_map.ends_on,
        "entry_measure": "One word at a time",
        **more,
    }
    named = children or (people.seyi, people.zofia)
    return add_group_row(group_map=group_map, values=values, children=named, by=STORY)


def naming(row: GroupProvisionRow, child: Child) -> GroupProvisionChild:
    return GroupProvisionChild.objects.get(row=row, child=child)


def met(
    people: Cast, row: GroupProvisionRow, on: date = date(2026, 11, 20), **came: bool
) -> GroupSession:
    """A session on the day; `seyi=True` marks that Seyi came."""
    marks = {naming(row, getattr(people, name)).pk: has for name, has in came.items()}
    return record_group_session(row=row, held_on=on, held_by=people.kemi, marks=marks, by=STORY)


def told(row: GroupProvisionRow) -> GroupProvisionRow:
    """How it went is said, for everybody."""
    row.refresh_from_db()
    effects = {named.pk: "Joins two words" for named in row.named_children.all()}
    return record_how_it_went(
        row=row,
        exit_measure="Two words together",
        effects=effects,
        seen_version=row.row_version,
        by=STORY,
    )
