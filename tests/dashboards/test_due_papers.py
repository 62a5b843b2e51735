"""Which day counts of several copies and links, and whose: beside the plans, not in them (C3.2)."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from children.models import ParentCarer
from children.queries.plain import whole_setting
from isp_portal.dashboards.queries.due_papers import papers_of
from isp_portal.dashboards.rules.facts import RecipientFacts
from isp_portal.documents.actions import record_copy_given
from isp_portal.documents.models import IssuedDocument
from isp_portal.sharing.actions import take_back_share
from tests.documents.plans import father, finalised_plan
from tests.people import Cast
from tests.sharing.given import copy_of, link_to

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.usefixtures("monday")


def held_by(people: Cast, contact: ParentCarer) -> RecipientFacts | None:
    rows = papers_of(whole_setting(people.acorns.pk), TODAY).recipients
    return next((row for row in rows if row.name == contact.name), None)


def on(day: int) -> Any:
    return time_machine.travel(datetime(2026, 11, day, 9, 0, tzinfo=ZoneInfo("Europe/London")))


def give(people: Cast, document: IssuedDocument, given_on: date) -> None:
    about = {"channel": "handed_over", "language": "English", "acknowledged_on": None}
    record_copy_given(document=document, given_on=given_on, by=people.sam.as_actor(), **about)


def test_the_first_of_two_copies_says_since_when_they_hold_one(people: Cast) -> None:
    finalised_plan(people)
    dad = father(people)
    with on(19):
        document = copy_of(people, people.priya)
    give(people, document, date(2026, 11, 21))
    give(people, document, date(2026, 11, 20))
    give(people, document, date(2026, 11, 22))
    held = held_by(people, people.priya)
    assert held is not None
    assert held.given_on == date(2026, 11, 20)
    others = held_by(people, dad)
    assert others is not None
    assert others.given_on is None


def test_the_newest_link_says_when_it_was_shared_until_it_is_taken_back(people: Cast) -> None:
    finalised_plan(people)
    document = copy_of(people, people.priya)
    links = []
    for day in (20, 22):
        with on(day):
            links.append(link_to(people, document)[0])
    held = held_by(people, people.priya)
    assert held is not None
    assert held.shared_on == date(2026, 11, 22)
    take_back_share(share=links[1], because="Wrong address", by=people.sam.as_actor())
    held = held_by(people, people.priya)
    assert held is not None
    assert held.shared_on is None
