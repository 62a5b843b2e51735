"""Consent of holders of parental responsibility to contact with an agency (C7)."""

from collections.abc import Callable
from datetime import date

import pytest

from accounts.rules.refusal import Refused
from agencies.actions import receive_report, set_aside_objection, withdraw_consent
from agencies.models import Agency, AgencyKind, Consent, ConsentPurpose
from agencies.policies import check_may_contact, may_contact
from children.models import RestrictionKind, YesNoUnknown
from tests.agencies.consents import ASK, answers, father, refuses, restrict
from tests.people import STORY, Cast

TODAY = date(2026, 11, 23)


def may(people: Cast, purpose: ConsentPurpose = ASK) -> bool:
    return may_contact(people.seyi, people.speech, purpose, TODAY)


def why_not(people: Cast) -> str:
    with pytest.raises(Refused) as refused:
        check_may_contact(people.seyi, people.speech, ASK, TODAY)
    return refused.value.sentence


GIVEN_STATES: dict[str, tuple[Callable[[Cast, str], object], bool]] = {
    "not asked": (lambda people, purpose: None, False),
    "given": (lambda people, purpose: answers(people, purpose=purpose), True),
    "refused": (lambda people, purpose: refuses(people, people.priya, purpose=purpose), False),
    "ended": (
        lambda people, purpose: answers(people, purpose=purpose, until_on=date(2026, 11, 22)),
        False,
    ),
    "on its last day": (
        lambda people, purpose: answers(people, purpose=purpose, until_on=TODAY),
        True,
    ),
    "withdrawn": (
        lambda people, purpose: withdraw_consent(
            consent=answers(people, purpose=purpose), because="Changed my mind", by=STORY
        ),
        False,
    ),
    "another objects": (
        lambda people, purpose: (
            answers(people, purpose=purpose),
            refuses(people, father(people), purpose=purpose),
        ),
        False,
    ),
    "another objected and the SENCO decided": (
        lambda people, purpose: (
            answers(people, purpose=purpose),
            set_aside_objection(
                consent=refuses(people, father(people), purpose=purpose),
                because="Best for Seyi",
                by=people.sam.as_actor(),
            ),
        ),
        True,
    ),
}


@pytest.mark.parametrize("purpose", ConsentPurpose)
@pytest.mark.parametrize("state", GIVEN_STATES)
def test_each_purpose_opens_by_its_own_consent_and_no_other(
    people: Cast, state: str, purpose: ConsentPurpose
) -> None:
    """C7"""
    happens, is_open = GIVEN_STATES[state]
    happens(people, purpose)
    opened = {one for one in ConsentPurpose if may(people, one)}
    assert opened == ({purpose} if is_open else set())


def test_consent_for_one_agency_opens_no_other(people: Cast) -> None:
    answers(people)
    portage = Agency(setting=people.acorns, name="Portage", kind=AgencyKind.PORTAGE)
    portage.record(by=STORY)
    assert not may_contact(people.seyi, portage, ASK, TODAY)


def test_consent_for_one_child_opens_nothing_for_another(people: Cast) -> None:
    answers(people)
    assert not may_contact(people.zofia, people.speech, ASK, TODAY)


def test_what_is_missing_is_said_and_what_opens_it(people: Cast) -> None:
    assert why_not(people) == (
        "Nobody with parental responsibility has consented to asking Harrowby Speech and "
        "Language for a report yet. Record consent first (C7)."
    )
    answers(people)
    refuses(people, father(people))
    assert why_not(people) == (
        "Tunde Adeyemi objects to asking Harrowby Speech and Language for a report: "
        "the SENCO decides (C7)."
    )


@pytest.mark.parametrize(
    ("responsibility", "says"), [("no", "does not hold"), ("unknown", "not known whether")]
)
def test_only_a_holder_of_parental_responsibility_answers(
    people: Cast, responsibility: str, says: str
) -> None:
    with pytest.raises(Refused, match=says) as refused:
        answers(people, father(people, responsibility))
    assert refused.value.field == "contact"
    assert not Consent.objects.exists()


def test_consent_counts_no_longer_once_its_giver_is_found_to_hold_no_responsibility(
    people: Cast,
) -> None:
    answers(people)
    people.priya.parental_responsibility = YesNoUnknown.NO
    people.priya.record(by=STORY)
    assert not may(people)


@pytest.mark.parametrize("kind", [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION])
def test_of_a_parent_restricted_since_a_yes_counts_no_more_and_a_no_still_does(
    people: Cast, kind: str
) -> None:
    tunde = father(people)
    answers(people, tunde)
    assert may(people)
    restrict(tunde, kind)
    assert not may(people)
    answers(people)
    assert may(people)


def test_a_no_said_before_a_restriction_still_waits_for_the_senco(people: Cast) -> None:
    tunde = father(people)
    refuses(people, tunde)
    restrict(tunde, RestrictionKind.NO_CONTACT)
    answers(people)
    assert not may(people)


def test_a_new_answer_takes_the_place_of_the_same_adults_earlier_one(people: Cast) -> None:
    first = refuses(people, people.priya)
    assert not may(people)
    answers(people, given_on=date(2026, 11, 9))
    assert may(people)
    first.refresh_from_db()
    assert (first.withdrawn_on, first.withdrawn_by) == (date(2026, 11, 9), "")


def test_an_answer_from_before_the_one_that_stands_is_refused(people: Cast) -> None:
    refuses(people, people.priya, given_on=date(2026, 11, 9))
    with pytest.raises(Refused, match="answered later than that already") as refused:
        answers(people)
    assert refused.value.field == "given_on"


def test_taking_ones_own_consent_back_while_another_consents_is_an_objection(people: Cast) -> None:
    answers(people)
    mine = answers(people, father(people))
    withdraw_consent(consent=mine, because="I was not told everything", by=STORY)
    assert "Tunde Adeyemi objects" in why_not(people)


def test_a_withdrawal_says_who_and_why_and_is_made_once(people: Cast) -> None:
    consent = answers(people)
    gone = withdraw_consent(consent=consent, because="Changed my mind", by=STORY)
    assert (gone.withdrawn_by, gone.withdrawn_because) == ("Priya Blackwood", "Changed my mind")
    with pytest.raises(Refused, match="does not stand"):
        withdraw_consent(consent=gone, because="Again", by=STORY)
    assert "Priya Blackwood withdrew consent" in why_not(people)


def test_a_parents_copy_of_a_report_needs_no_consent_c7_1(people: Cast) -> None:
    values = {
        "agency": people.speech,
        "dated_on": date(2026, 9, 10),
        "received_on": TODAY,
        "received_from": "parent",
        "holds_strategies": True,
        "holds_targets": False,
    }
    assert not may(people)
    assert receive_report(child=people.seyi, values=values, by=STORY).received_from == "parent"
