"""A restriction is overridden by two people with a reason, or not at all."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from accounts.models import Membership
from accounts.rules.refusal import Refused
from children import actions
from children.models import ParentCarer, RestrictionKind, RestrictionOverride
from children.policies import may_receive_copy
from tests.documents.plans import restrict
from tests.people import STORY, Cast

Browse = Callable[[Membership], Client]
TODAY = date(2026, 11, 23)
UNTIL = TODAY + timedelta(days=60)
BECAUSE = "Order of 3 Nov, paragraph 4: minutes are sent"

pytestmark = pytest.mark.django_db


def asked(people: Cast, until: date = UNTIL) -> RestrictionOverride:
    return actions.ask_for_override(
        contact=people.priya,
        because=BECAUSE,
        until_on=until,
        member=people.ruth,
        by=people.ruth.as_actor(),
    )


def confirmed(people: Cast, override: RestrictionOverride, by: Membership) -> RestrictionOverride:
    return actions.confirm_override(override=override, member=by, by=by.as_actor())


def may(people: Cast, on: date = TODAY) -> bool:
    """The policy in words and the policy as a query say the same."""
    found = ParentCarer.objects.filter(pk=people.priya.pk).may_receive(on).exists()
    assert found == may_receive_copy(people.priya, on)
    return found


@pytest.mark.parametrize("kind", [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION])
def test_papers_go_to_a_barred_parent_once_a_second_person_has_confirmed(
    people: Cast, kind: str
) -> None:
    restrict(people.priya, kind)
    override = asked(people)
    assert not may(people)
    confirmed(people, override, people.sam)
    assert may(people)
    assert not may(people, UNTIL + timedelta(days=1))


def test_whoever_asked_does_not_confirm(people: Cast) -> None:
    restrict(people.priya)
    override = asked(people)
    with pytest.raises(Refused, match="another person"):
        confirmed(people, override, people.ruth)
    assert not may(people)
    override.confirmed_by, override.confirmed_on = people.ruth, TODAY
    with pytest.raises(IntegrityError), transaction.atomic():
        override.record(by=STORY)


def test_somebody_of_another_setting_does_not_confirm(people: Cast) -> None:
    restrict(people.priya)
    override = asked(people)
    with pytest.raises(Refused):
        confirmed(people, override, people.olga)


def test_a_new_restriction_ends_what_rested_on_the_one_before(people: Cast) -> None:
    restrict(people.priya)
    confirmed(people, asked(people), people.sam)
    actions.set_restriction(
        contact=people.priya,
        values={
            "kind": RestrictionKind.NO_INFORMATION,
            "evidence": "Order of 23 Nov",
            "court_order_on": None,
            "from_on": TODAY,
            "review_on": UNTIL,
        },
        by=people.sam.as_actor(),
    )
    assert not may(people)


def test_an_ended_override_lets_nothing_go(people: Cast) -> None:
    restrict(people.priya)
    override = confirmed(people, asked(people), people.sam)
    actions.end_override(override=override, by=people.sam.as_actor())
    assert not may(people)
    with pytest.raises(Refused, match="ended"):
        actions.end_override(override=override, by=people.sam.as_actor())


@pytest.mark.parametrize(
    ("because", "until", "said"),
    [
        (" ", UNTIL, "Say why"),
        (BECAUSE, date(2026, 11, 22), "has passed"),
        (BECAUSE, date(2027, 11, 23), "Half a year"),
    ],
)
def test_an_override_needs_a_reason_and_an_end(
    people: Cast, because: str, until: date, said: str
) -> None:
    restrict(people.priya)
    with pytest.raises(Refused, match=said):
        actions.ask_for_override(
            contact=people.priya, because=because, until_on=until, member=people.ruth, by=STORY
        )


def test_there_is_nothing_to_override_where_nothing_bars(people: Cast) -> None:
    restrict(people.priya, RestrictionKind.SUPERVISED)
    with pytest.raises(Refused, match="nothing to override"):
        asked(people)


def test_two_people_do_it_on_the_page_of_contacts(people: Cast, browse: Browse) -> None:
    restrict(people.priya)
    contacts = reverse("children:contacts", args=[people.seyi.pk])
    ruth, sam = browse(people.ruth), browse(people.sam)
    ask = reverse("children:override_ask", args=[people.seyi.pk, people.priya.pk])
    assert ask in ruth.get(contacts).content.decode()
    assert ruth.post(ask, {"because": BECAUSE, "until_on": "22 1 27"}).status_code == 302
    (override,) = RestrictionOverride.objects.all()
    confirm = reverse("children:override_confirm", args=[people.seyi.pk, override.pk])
    assert confirm not in ruth.get(contacts).content.decode()
    ruth.post(confirm)
    assert not may(people)
    waits = sam.get(contacts).content.decode()
    assert confirm in waits
    assert "No copies: restricted" in waits
    assert "May receive copies" not in waits
    sam.post(confirm)
    assert "May receive copies" in sam.get(contacts).content.decode()
    assert may(people)
    assert BECAUSE not in browse(people.kemi).get(contacts).content.decode()
    assert browse(people.kemi).post(confirm).status_code == 403


def test_whoever_may_be_sent_papers_still_may_not_take_part(people: Cast) -> None:
    """An override is about papers: it does not bring a barred parent into a meeting."""
    restrict(people.priya)
    confirmed(people, asked(people), people.sam)
    assert not ParentCarer.objects.filter(pk=people.priya.pk).to_be_asked(TODAY).exists()
