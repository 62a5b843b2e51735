"""Who may not be invited to a review, at the very moment of the press (C4.1, C7)."""

import pytest
from django.core import mail

from accounts.rules.refusal import Refused
from agencies.models import ConsentPurpose
from children.models import RestrictionKind
from plans.actions import close_plan
from plans.actions.merging import held
from plans.models import SupportPlan
from reviews.forms.invitations import invitation_lines
from tests.documents.plans import restrict
from tests.people import STORY, Cast, seen_by_theo

from .inviting import consent, invite, sent
from .reviews_given import TODAY, begun, planned, row

# Who may not be told -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION])
@pytest.mark.parametrize("how", ["email", "letter", "in_person", "phone"])
def test_a_restriction_set_between_the_page_and_the_press_holds_c4_1(
    people: Cast, kind: str, how: str
) -> None:
    priya = row(planned(people), "Priya Blackwood")
    restrict(people.priya, kind)
    with pytest.raises(Refused) as refused:
        invite(people, priya, how)
    assert "restrict" not in refused.value.sentence
    assert held(priya).invited_on is None
    assert not mail.outbox


def test_the_page_shows_no_address_of_somebody_who_may_not_be_told_c4_1(people: Cast) -> None:
    review = planned(people)
    restrict(people.priya)
    line = next(line for line in invitation_lines(review, TODAY) if line.participant.contact_id)
    assert (line.state, line.reach.email) == ("closed", "")


def test_an_agency_waits_for_consent_to_be_invited_and_is_told_what_opens_it_c7(
    people: Cast,
) -> None:
    seen_by_theo(people)
    people.speech.email = "hello@speech.example"
    people.speech.record(by=STORY)
    theo = row(planned(people), "Theo Marsh")
    with pytest.raises(Refused) as refused:
        invite(people, theo)
    assert "consent" in refused.value.sentence
    assert not mail.outbox
    consent(people)
    invite(people, theo)
    assert sent().to == ["hello@speech.example"]


def test_consent_to_something_else_does_not_invite_an_agency_c7(people: Cast) -> None:
    seen_by_theo(people)
    consent(people, purpose=ConsentPurpose.ASK_REPORT)
    with pytest.raises(Refused):
        invite(people, row(planned(people), "Theo Marsh"), "phone")


def test_consent_withdrawn_since_the_page_was_opened_closes_it_again_c7(people: Cast) -> None:
    seen_by_theo(people)
    given = consent(people)
    theo = row(planned(people), "Theo Marsh")
    given.withdrawn_on = TODAY
    given.record(by=STORY)
    with pytest.raises(Refused):
        invite(people, theo, "phone")


def test_somebody_who_has_left_is_not_invited(people: Cast) -> None:
    kemi = row(planned(people), "Kemi Adebayo")
    people.kemi.left_on = TODAY
    people.kemi.record(by=STORY)
    with pytest.raises(Refused):
        invite(people, kemi)


def test_without_an_email_another_way_is_named(people: Cast) -> None:
    people.priya.email = ""
    people.priya.record(by=STORY)
    with pytest.raises(Refused) as refused:
        invite(people, row(planned(people), "Priya Blackwood"))
    assert "no email for Priya Blackwood" in refused.value.sentence


def test_nobody_is_invited_to_a_review_that_was_held_c4_1(people: Cast) -> None:
    review = begun(people, planned(people))
    with pytest.raises(Refused) as refused:
        invite(people, row(review, "Priya Blackwood"), "phone")
    assert "was held" in refused.value.sentence


def test_nobody_is_invited_to_the_review_of_a_plan_that_was_closed(people: Cast) -> None:
    review = planned(people)
    priya = row(review, "Priya Blackwood")
    plan = SupportPlan.objects.get(cycle=review.cycle)
    close_plan(plan=plan, because="They move to Leeds", by=people.sam.as_actor())
    with pytest.raises(Refused, match="The cycle of plan 1 ended"):
        invite(people, priya)
    assert not mail.outbox
