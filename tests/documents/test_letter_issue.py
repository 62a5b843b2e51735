"""The letter that invites a parent: their own address, everybody's names, nobody who is barred (C4.1)."""

import json
from datetime import date, time
from typing import Any

import pytest
import time_machine

from accounts.rules.refusal import Refused
from children.models import ParentCarer, RestrictionKind
from isp_portal.documents import actions, queries
from isp_portal.documents.models import CopyGiven, IssuedDocument
from isp_portal.documents.queries.minutes_people import PeopleOfReview
from reviews.actions.people import mark_presence
from reviews.actions.planning import move_review
from reviews.models import Participant, Presence, PresentAs, Review
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


def test_only_a_parent_is_invited_and_only_before_the_review_is_held(people: Cast) -> None:
    review = planned(people)
    staff = Participant.objects.get(review=review, capacity=PresentAs.KEY_PERSON)
    with pytest.raises(Refused, match="Only a parent"):
        letter(people, staff)
    begun(people, review)
    with pytest.raises(Refused, match="Nobody is invited any more"):
        letter(people, row_of(review, people.priya))
    assert not IssuedDocument.objects.exists()


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
