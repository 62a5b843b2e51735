"""The door to agencies: every contact × state of consent × purpose, and no contact without a row (C7)."""

from collections.abc import Callable
from datetime import date

import pytest

from accounts.actions.outbox import kinds
from agencies.actions import set_aside_objection, withdraw_consent
from agencies.models import Consent, ConsentPurpose
from agencies.policies import consent as policy
from children.models import RestrictionKind
from tests.agencies.consents import answers, father, refuses, restrict
from tests.people import STORY, Cast

from . import contacting
from .contacting import CONTACTS, FOLLOWS_FROM_OTHERS, MAILS, OTHER_MAILS, Contact

YESTERDAY = date(2026, 11, 22)


def given(people: Cast, purpose: ConsentPurpose) -> None:
    answers(people, purpose=purpose)


def nothing(people: Cast, purpose: ConsentPurpose) -> None:
    """Nobody has answered about this purpose, and somebody consents to every other one."""
    for other in ConsentPurpose:
        if other is not purpose:
            answers(people, purpose=other)


def withdrawn(people: Cast, purpose: ConsentPurpose) -> None:
    withdraw_consent(consent=answers(people, purpose=purpose), because="Changed her mind", by=STORY)


def refused(people: Cast, purpose: ConsentPurpose) -> None:
    refuses(people, people.priya, purpose=purpose)


def expired(people: Cast, purpose: ConsentPurpose) -> None:
    answers(people, purpose=purpose, until_on=YESTERDAY)


def objected(people: Cast, purpose: ConsentPurpose) -> Consent:
    answers(people, purpose=purpose)
    return refuses(people, father(people), purpose=purpose)


def decided(people: Cast, purpose: ConsentPurpose) -> None:
    set_aside_objection(consent=objected(people, purpose), because="Agreed by phone", by=STORY)


def restricted(people: Cast, purpose: ConsentPurpose) -> None:
    answers(people, purpose=purpose)
    restrict(people.priya, RestrictionKind.NO_INFORMATION)


def for_another_agency(people: Cast, purpose: ConsentPurpose) -> None:
    other = people.speech.__class__(setting=people.acorns, name="Portage", kind="portage")
    answers(people, purpose=purpose, agency=other.record(by=STORY))


STATES: dict[Callable[..., object], bool] = {
    nothing: False,
    given: True,
    withdrawn: False,
    refused: False,
    expired: False,
    objected: False,
    decided: True,
    restricted: False,
    for_another_agency: False,
}
"""Each state of the consent to one purpose, and whether it lets anybody contact the agency."""


def cells(contacts: tuple[Contact, ...]) -> list[object]:
    return [
        pytest.param(contact, purpose, id=f"{contact.name}-{purpose.value}")
        for contact in contacts
        for purpose in contact.purposes
    ]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize(("contact", "purpose"), cells(CONTACTS))
def test_c7_an_agency_is_contacted_with_consent_to_that_purpose_and_not_otherwise(
    people: Cast, contact: Contact, purpose: ConsentPurpose, state: Callable[..., object]
) -> None:
    press = contact.do(people, purpose)
    state(people, purpose)
    assert contacting.is_done(press) is STATES[state]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize(("contact", "purpose"), cells(MAILS))
def test_c7_a_mail_that_waits_is_asked_again_when_it_goes(
    people: Cast, contact: Contact, purpose: ConsentPurpose, state: Callable[..., object]
) -> None:
    press = contact.do(people, purpose)
    consent = answers(people, purpose=purpose)
    press()
    consent.remove(by=STORY, why="As if nobody had answered")
    state(people, purpose)
    assert contacting.mail_goes() is STATES[state]


def test_every_contacting_action_has_a_row() -> None:
    gates = contacting.gated_policies(contacting.sources_of("policies"))
    found = contacting.contacting_actions(contacting.sources_of("actions"), gates)
    assert found - set(FOLLOWS_FROM_OTHERS) <= {contact.name for contact in CONTACTS}
    assert {contact.name for contact in CONTACTS} - {"make_link"} <= found


def test_every_kind_of_mail_is_known_to_reach_an_agency_or_not_to() -> None:
    known = {contact.name for contact in MAILS} | set(OTHER_MAILS)
    assert set(kinds._kinds) <= known


def test_every_purpose_is_used_by_some_contact() -> None:
    used = {purpose for contact in CONTACTS for purpose in contact.purposes}
    assert used == set(ConsentPurpose)


def test_a_contacting_action_without_a_row_would_be_noticed() -> None:
    policies = ["def check_can_phone(child): check_may_contact(child)"]
    action = "def phone(*, child, by): _ring(child)\ndef _ring(child): check_can_phone(child)"
    gates = contacting.gated_policies(policies)
    assert contacting.contacting_actions([action], gates) == {"phone"}


@pytest.mark.parametrize(("contact", "purpose"), cells(CONTACTS))
def test_with_the_gate_off_the_matrix_would_fail(
    people: Cast, contact: Contact, purpose: ConsentPurpose, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: without the one policy each contact passes though consent is gone."""
    press = contact.do(people, purpose)
    withdrawn(people, purpose)
    monkeypatch.setattr(policy.Verdict, "is_open", property(lambda verdict: True))
    assert contacting.is_done(press)
