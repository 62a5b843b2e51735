"""Each guard of a calendar link, switched off: what it keeps out would come in (the negative controls)."""

import pytest
from django.db.models import QuerySet
from django.test import Client
from icalendar import Calendar

from accounts.access import feed
from accounts.actions.calendar_link import revoke_calendar_link
from accounts.models import CalendarLink, Membership
from accounts.models.calendar_link import CalendarLinkQuerySet
from accounts.models.membership import MembershipQuerySet
from isp_portal.dashboards.queries.feed import feed_of
from tests.people import STORY, Cast

from .feeds import NOW, everything, link

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
Patch = pytest.MonkeyPatch


def asked(address: str) -> int:
    return Client().get(address).status_code


def everybody(rows: QuerySet[Membership], on: object) -> QuerySet[Membership]:
    return rows.all()


def test_a_revoked_link_opens_once_nobody_asks_whether_it_stands(
    people: Cast, monkeypatch: Patch
) -> None:
    address = link(people.sam)
    revoke_calendar_link(membership=people.sam, by=people.sam.as_actor())
    assert asked(address) == 404
    monkeypatch.setattr(CalendarLinkQuerySet, "standing", lambda rows: rows.all())
    assert asked(address) == 200


def test_a_link_opens_after_its_owner_left_once_nobody_asks_who_works_here(
    people: Cast, monkeypatch: Patch
) -> None:
    address = link(people.sam)
    people.sam.left_on = NOW.date()
    people.sam.record(by=STORY)
    assert asked(address) == 404
    monkeypatch.setattr(MembershipQuerySet, "active", everybody)
    assert asked(address) == 200


def test_a_link_outlives_the_role_it_was_made_under_once_nobody_asks_for_the_role(
    people: Cast, monkeypatch: Patch
) -> None:
    address = link(people.sam)
    people.sam.roles = ["key_person"]
    people.sam.record(by=STORY)
    assert asked(address) == 404
    monkeypatch.setattr(CalendarLink, "is_in_force", True)
    assert asked(address) == 200


def test_guessing_goes_on_for_ever_once_nobody_counts(people: Cast, monkeypatch: Patch) -> None:
    client = Client()

    def guesses() -> set[int]:
        return {client.get(f"/calendar/feed/guess-{n}.ics").status_code for n in range(40)}

    monkeypatch.setattr(feed, "_count", lambda request, *, dry_run: True)
    assert guesses() == {404}
    monkeypatch.undo()
    assert guesses() == {404, 429}


def test_somebody_who_sees_no_agencies_is_given_no_visits(people: Cast) -> None:
    review, visit = everything(people)

    def uids(who: Membership) -> set[str]:
        return {str(event["uid"]) for event in Calendar.from_ical(feed_of(who, NOW)).events}

    assert {str(review.calendar_uid), str(visit.calendar_uid)} < uids(people.kemi)
    assert str(visit.calendar_uid) not in uids(people.hannah)
