"""The letters that invite: each reader's own address, everybody's names, nobody who is barred (C4.1)."""

import json
from datetime import date, time
from typing import Any

import pytest
import time_machine

from accounts.rules.refusal import Refused
from agencies.models import ConsentPurpose, Involvement
from children.models import ParentCarer, RestrictionKind
from isp_portal.documents import actions, queries
from isp_portal.documents.models import CopyGiven, IssuedDocument
from isp_portal.documents.queries.minutes_people import PeopleOfReview
from reviews.actions.people import add_participant, mark_presence
from reviews.actions.planning import move_review
from reviews.models import Participant, Presence, PresentAs, Review
from reviews.queries.review_people import Person
from tests.agencies.consents import answers
from tests.documents.plans import father, restrict
from tests.documents.reading import squeezed, text_of
from tests.people import STORY, Cast
from tests.reviews import whole
from tests.reviews.reviews_given import begun, planned

pytestmark = pytest.mark.django_db
BARS = [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION]


def row_of(review: Review, contact: ParentCarer) -> Participant:
    return Participant.objects.get(review=review, contact=contact)


def letter(people: Cast, row: Participant) -> IssuedDocument:
    return actions.issue_review_letter(participant=row, by=people.sam.as_actor())


def facts_of(document: IssuedDocument) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(document.facts)
    return facts


def moved(people: Cast, review: Review) -> None:
    move_review(
        review=Review.objects.get(pk=review.pk),
        planned_on=date(2026, 11, 27),
        planned_time=time(9, 30),
        place="Orchard room",
        outside_window_because="",
        by=people.sam.as_actor(),
    )


def test_c4_1_the_letter_says_when_where_and_who_will_be_there(people: Cast) -> None:
    people.priya.address = "3 Hidden Row, Harrowby, HB4 9ZZ"
    people.priya.record(by=STORY)
    review = planned(people)
    words = text_of(queries.file_of(letter(people, row_of(review, people.priya))))
    for said in (
        "Priya Blackwood 3 Hidden Row Harrowby HB4 9ZZ",
        "known as Seyi, born 14 February 2023: invitation to a review",
        "Thursday 26 November 2026, 10 am",
        "Orchard room",
        "Kemi Adebayo, key person",
        "Sam Whitlock, SENCO, Acorns Nursery",
    ):
        assert squeezed(said) in words, said


def test_each_letter_holds_its_readers_own_address_alone(people: Cast) -> None:
    tunde = father(people)
    people.priya.address = "3 Hidden Row, Harrowby"
    people.priya.record(by=STORY)
    review = planned(people)
    his = letter(people, row_of(review, tunde))
    assert "Quarry Street" in his.facts
    for secret in ("Hidden Row", "priya@", "960 555", "tunde@"):
        assert secret not in his.facts
    assert "Priya Blackwood" in his.facts


def test_the_letter_stays_the_same_until_the_review_moves(people: Cast) -> None:
    review = planned(people)
    first = letter(people, row_of(review, people.priya))
    assert letter(people, row_of(review, people.priya)) == first
    with time_machine.travel("2026-11-24 10:00:00+00:00"):
        moved(people, review)
        second = letter(people, row_of(review, people.priya))
        assert letter(people, row_of(review, people.priya)) == second
    assert (first.version, second.version) == (1, 2)
    said = facts_of(second)
    assert (said["follows"], said["planned_on"]) == ("2026-11-23", "2026-11-27")
    assert squeezed("replaces letter 1 of 23 Nov 2026") in text_of(queries.file_of(second))


@pytest.mark.parametrize("kind", BARS)
def test_somebody_barred_since_gets_no_letter_and_is_named_on_no_other(
    people: Cast, kind: str
) -> None:
    tunde = father(people)
    review = planned(people)
    restrict(tunde, kind)
    with pytest.raises(Refused) as refusal:
        letter(people, row_of(review, tunde))
    assert "restrict" not in refusal.value.sentence
    assert "Tunde" not in letter(people, row_of(review, people.priya)).facts


def test_no_letter_goes_to_a_name_typed_by_hand_and_none_once_the_review_is_held_c4_1(
    people: Cast,
) -> None:
    review = planned(people)
    bola = Person(PresentAs.OTHER, "Bola Adeyemi", "aunt")
    by_name = add_participant(review=review, person=bola, by=people.sam.as_actor())
    with pytest.raises(Refused, match="on file"):
        letter(people, by_name)
    begun(people, review)
    with pytest.raises(Refused, match="Nobody is invited any more"):
        letter(people, row_of(review, people.priya))
    assert not IssuedDocument.objects.exists()


def agency_row(people: Cast, review: Review) -> Participant:
    """Theo of speech and language therapy, who has seen Seyi and is on the list."""
    return Participant.objects.get(review=review, agency=people.speech)


@pytest.fixture
def seen_by_theo(people: Cast) -> None:
    people.speech.address = "Harrowby Health Centre, 5 Dock Road"
    people.speech.record(by=STORY)
    Involvement(
        child=people.seyi,
        agency=people.speech,
        professional=people.theo,
        first_seen_on=date(2026, 9, 14),
    ).record(by=STORY)


def may_be_invited(people: Cast) -> None:
    answers(people, purpose=ConsentPurpose.INVITE)


@pytest.mark.usefixtures("seen_by_theo")
def test_c7_an_agency_gets_a_letter_once_a_parent_consented_and_it_says_who(people: Cast) -> None:
    review = planned(people)
    with pytest.raises(Refused, match="Record consent first"):
        letter(people, agency_row(people, review))
    may_be_invited(people)
    issued = letter(people, agency_row(people, review))
    words = text_of(queries.file_of(issued))
    for said in (
        "Theo Marsh Harrowby Speech and Language Harrowby Health Centre 5 Dock Road",
        "Dear Theo Marsh",
        "Consent to invite you Priya Blackwood, on",
        "What do you advise next for Seyi",
        "Priya Blackwood, mother",
        "Page 2 of 2",
    ):
        assert squeezed(said) in words, said
    assert squeezed("You can bring a friend") not in words
    assert issued.recipient is None
    assert issued.recipient_name.startswith("Theo Marsh, ")
    assert letter(people, agency_row(people, review)) == issued


@pytest.mark.usefixtures("seen_by_theo")
def test_an_agencys_letter_names_nobody_who_is_barred_and_no_parents_address_c4_1(
    people: Cast,
) -> None:
    tunde = father(people)
    people.priya.address = "3 Hidden Row, Harrowby"
    people.priya.record(by=STORY)
    may_be_invited(people)
    review = planned(people)
    restrict(tunde, RestrictionKind.NO_INFORMATION)
    said = letter(people, agency_row(people, review)).facts
    for secret in ("Tunde", "Hidden Row", "priya@", "960 555"):
        assert secret not in said
    assert "Priya Blackwood" in said


@pytest.mark.usefixtures("seen_by_theo")
def test_an_agencys_letter_after_a_move_replaces_its_own_and_not_a_parents_c4(people: Cast) -> None:
    may_be_invited(people)
    review = planned(people)
    letter(people, row_of(review, people.priya))
    first = letter(people, agency_row(people, review))
    with time_machine.travel("2026-11-24 10:00:00+00:00"):
        moved(people, review)
        second = letter(people, agency_row(people, review))
    assert (first.version, second.version) == (1, 2)
    assert facts_of(second)["follows"] == "2026-11-23"


def test_staff_get_a_letter_without_a_slip_that_somebody_else_signs_c4_1(people: Cast) -> None:
    review = planned(people)
    sam = Participant.objects.get(review=review, membership=people.sam)
    issued = letter(people, sam)
    words = text_of(queries.file_of(issued))
    assert squeezed("You are down as SENCO") in words
    assert squeezed("Kemi Adebayo, key person, Acorns Nursery") in words
    assert squeezed("Your answer") not in words
    assert issued.page_count == 1


def test_that_a_letter_was_sent_is_recorded_with_the_invitations(people: Cast) -> None:
    issued = letter(people, row_of(planned(people), people.priya))
    with pytest.raises(Refused, match="review’s page"):
        actions.record_copy_given(
            document=issued,
            channel="post",
            language="English",
            given_on=date(2026, 11, 23),
            acknowledged_on=None,
            by=STORY,
        )
    assert not CopyGiven.objects.exists()


@pytest.mark.parametrize("kind", BARS)
def test_why_somebody_barred_was_absent_is_on_no_minutes(people: Cast, kind: str) -> None:
    """Not even in the child's file: a reason could give the restriction away."""
    tunde = father(people)
    review = whole.whole(people)
    mark_presence(
        participant=row_of(review, tunde),
        presence=Presence.ABSENT,
        absent_because="The court order",
        view_obtained_how="By letter",
        by=people.kemi.as_actor(),
    )
    review = whole.finalise_review(review=review, by=people.sam.as_actor())
    shown = actions.issue_minutes(review=review, recipient=people.priya, by=STORY)
    assert "The court order" in shown.facts
    restrict(tunde, kind)
    for recipient in (people.priya, None):
        hidden = actions.issue_minutes(review=review, recipient=recipient, by=STORY)
        assert "The court order" not in hidden.facts
        assert ("Tunde" in hidden.facts) is (recipient is None)


@pytest.mark.parametrize("is_barred", [True, False])
def test_why_there_is_no_view_is_left_to_the_file_where_somebody_is_barred(
    people: Cast, is_barred: bool
) -> None:
    tunde, review = father(people), begun(people, planned(people))
    review.why_no_parents_view = "His father may not ring us."
    if is_barred:
        restrict(tunde)
    on = date(2026, 11, 23)
    hers = PeopleOfReview(review, people.priya, on).why_no_view()
    assert hers == ("" if is_barred else "His father may not ring us.")
    assert PeopleOfReview(review, None, on).why_no_view() == "His father may not ring us."
