"""A group provision map of Acorns' with a row that names Seyi, and a session it came to."""

from datetime import date, timedelta

from children.models import AreaOfNeed
from plans.models import (
    GroupProvisionChild,
    GroupProvisionMap,
    GroupProvisionRow,
    GroupSession,
    GroupSessionChild,
)
from tests.people import STORY, Cast

ON = date(2026, 11, 2)


def group_map(people: Cast) -> GroupProvisionMap:
    return GroupProvisionMap(
        setting=people.acorns, title="Autumn", starts_on=ON, ends_on=ON + timedelta(days=60)
    ).record(by=STORY)


def group_row(people: Cast) -> GroupProvisionRow:
    return GroupProvisionRow(
        group_map=group_map(people),
        area=AreaOfNeed.COMMUNICATION,
        intervention="Talking group",
        aim="Two words together",
        lead="Sam",
        delivered_by="Kemi",
        group_size=4,
        times_a_week=2,
        minutes=15,
        weeks=6,
        starts_on=ON,
        ends_on=ON + timedelta(days=60),
        entry_measure="One word",
    ).record(by=STORY)


def named(people: Cast) -> GroupProvisionChild:
    return GroupProvisionChild(row=group_row(people), child=people.seyi).record(by=STORY)


def group_session(people: Cast) -> GroupSession:
    seyi = named(people)
    session = GroupSession(row=seyi.row, held_on=ON, held_by=people.kemi).record(by=STORY)
    GroupSessionChild(session=session, named=seyi, has_come=True).record(by=STORY)
    return session
