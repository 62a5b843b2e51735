"""Minutes of a review: issued once finalised, frozen, one copy for each reader, corrected beside (C8.1)."""

import json
from datetime import date
from typing import Any

import pytest
import time_machine

from accounts.models import Closure
from accounts.rules.refusal import Refused
from children.actions import press_mark
from children.models import Mark, ParentCarer, RestrictionKind, Session
from isp_portal.documents import actions, queries
from isp_portal.documents.models import DocumentKind, IssuedDocument
from reviews.actions.finalise import finalise_review
from reviews.actions.minutes import correct_minutes
from reviews.actions.people import mark_presence
from reviews.models import Presence, Review, UnchangeableReview
from tests.documents.plans import father, restrict
from tests.documents.reading import squeezed, text_of
from tests.people import STORY, Cast
from tests.reviews import whole
from tests.reviews.reviews_given import planned, row

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture
def review(people: Cast) -> Review:
    return whole.finalised(people)


def issue(people: Cast, review: Review, recipient: ParentCarer | None = None) -> IssuedDocument:
    return actions.issue_minutes(review=review, recipient=recipient, by=people.sam.as_actor())


def words_of(document: IssuedDocument) -> str:
    return text_of(queries.file_of(document))


def correct(people: Cast, review: Review, words: str = "The day was Tuesday.") -> None:
    correct_minutes(review=review, words=words, by=people.sam.as_actor())


def test_c8_1_the_minutes_say_what_the_review_said(people: Cast, review: Review) -> None:
    words = words_of(issue(people, review, people.priya))
    for said in (
        "Minutes of review of intervention for",
        "at the end of each cycle of 6 to 8 weeks (C8.1)",
        "Mon 23 November 2026, in person",
        "Individual Support Plan 1, version 1",
        "Priya Blackwood, mother; Kemi Adebayo, key person; Sam Whitlock, SENCO",
        "Keep",
        "No entry in the record. Why It works in every room.",
        "Next step Asks for help with two signs. We will know when: He does it with three adults.",
        "Setting Early Support tracker, Communication, step 7",
        "“Priya Blackwood says he signs at home too.”",
        "He put the song card in the bin and chose the train.",
        "Continue the plan.",
        "Every target is achieved. Take the next steps from the tracker.",
        "Tuesday 12 January 2027",
        "You can ask for a review sooner, at any time.",
        "copy for Priya Blackwood, mother",
    ):
        assert squeezed(said) in words, said


def test_c4_1_an_absent_parent_who_said_their_words_was_heard(people: Cast) -> None:
    review = whole.whole(people)
    mark_presence(
        participant=row(review, "Priya Blackwood"),
        presence=Presence.ABSENT,
        absent_because="at work",
        view_obtained_how="",
        by=people.sam.as_actor(),
    )
    review = finalise_review(review=review, by=people.sam.as_actor())
    words = words_of(issue(people, review, people.priya))
    assert squeezed("Priya Blackwood, mother (at work): heard, in their own words below.") in words
    assert squeezed("no view obtained") not in words


def test_c4_the_minutes_say_why_the_next_review_is_on_its_day(people: Cast) -> None:
    review = whole.finalised(people)
    words = words_of(issue(people, review, people.priya))
    said = (
        "It is due between Mon 4 Jan 2027 and Mon 18 Jan 2027: 6 to 8 weeks after this review (C4)."
    )
    assert squeezed(said) in words
    snow = {"first_on": date(2027, 1, 11), "last_on": date(2027, 1, 22), "name": "Snow"}
    Closure(setting=people.acorns, **snow).record(by=STORY, why="Closed")
    again = words_of(issue(people, review))
    assert squeezed(said) in again


def test_the_childs_view_and_how_it_was_shown_are_two_sentences(people: Cast) -> None:
    said: dict[str, Any] = {
        "child_view": "Chose the bubbles",
        "child_view_how": "Took my hand to the shelf",
    }
    words = words_of(issue(people, whole.finalised(people, **said)))
    assert squeezed("Chose the bubbles. Took my hand to the shelf.") in words


def test_minutes_are_a_copy_of_their_own_kind_beside_the_plans(
    people: Cast, review: Review
) -> None:
    document = issue(people, review, people.priya)
    assert document.kind == DocumentKind.MINUTES
    assert (document.review, document.plan, document.version) == (review, review.plan, 1)
    assert list(IssuedDocument.objects.of_plan(document.plan)) == []
    assert queries.copies_of(document.plan) == []


def test_a_review_that_is_not_finalised_has_no_minutes_to_issue(people: Cast) -> None:
    for open_review in (planned(people), whole.whole(people, review=Review.objects.get())):
        with pytest.raises(Refused, match="not finalised yet"):
            issue(people, open_review, people.priya)
    assert not IssuedDocument.objects.exists()


def test_the_same_minutes_issued_again_are_the_same_copy(people: Cast, review: Review) -> None:
    first = issue(people, review, people.priya)
    with time_machine.travel("2026-12-01 10:00:00+00:00"):
        assert issue(people, review, people.priya) == first
    assert IssuedDocument.objects.count() == 1


def test_a_mark_pressed_later_changes_no_minutes_that_were_issued(
    people: Cast, review: Review
) -> None:
    filed = issue(people, review)
    press_mark(
        child=people.seyi,
        on=date(2026, 11, 20),
        session=Session.MORNING,
        mark=Mark.IN,
        by=people.kemi.as_actor(),
    )
    hers = json.loads(issue(people, review, people.priya).facts)
    assert hers["covered"] == json.loads(filed.facts)["covered"]
    assert issue(people, review) == filed


def test_a_correction_is_the_next_version_and_says_what_it_replaces(
    people: Cast, review: Review
) -> None:
    first = issue(people, review, people.priya)
    with time_machine.travel("2026-11-25 10:00:00+00:00"):
        correct(people, review, "The hearing check was on Tuesday.")
        second = issue(people, review, people.priya)
    words = words_of(second)
    assert (first.version, second.version) == (1, 2)
    assert squeezed("Minutes version 2 of Wed 25 Nov 2026") in words
    assert squeezed("replaces version 1 of 23 Nov 2026") in words
    assert squeezed("Corrected on Wed 25 Nov 2026: The hearing check was on Tuesday.") in words
    assert squeezed("It works in every room") in words
    assert "Corrected" not in words_of(first)


def test_minutes_corrected_while_they_were_drawn_are_not_kept(
    people: Cast, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    from isp_portal.documents.actions import minutes

    draw = minutes.draw_minutes

    def slowly(facts: object) -> object:
        correct(people, review)
        return draw(facts)  # type: ignore[arg-type]

    monkeypatch.setattr(minutes, "draw_minutes", slowly)
    with pytest.raises(Refused, match="just corrected"):
        issue(people, review)
    assert not IssuedDocument.objects.exists()


def test_only_finalised_minutes_are_corrected_and_a_note_never_changes(people: Cast) -> None:
    with pytest.raises(Refused, match="not finalised yet"):
        correct(people, whole.whole(people))
    review = whole.finalise_review(review=Review.objects.get(), by=people.sam.as_actor())
    with pytest.raises(Refused, match="how it should read"):
        correct(people, review, "  ")
    correct(people, review)
    note = review.corrections.get()
    assert (note.version, note.corrected_by) == (2, "Sam Whitlock")
    with pytest.raises(UnchangeableReview):
        note.record(by=STORY, why="Again")


def test_each_parent_reads_the_others_words_but_never_where_they_live(people: Cast) -> None:
    tunde = father(people)
    people.priya.address, people.priya.phone = "3 Hidden Row, Harrowby", "01632 960 777"
    people.priya.record(by=STORY)
    review = whole.finalised(people)
    for recipient in (people.priya, tunde, None):
        document = issue(people, review, recipient)
        assert squeezed("Tunde Adeyemi says he signs at home too.") in words_of(document)
        for secret in ("Hidden Row", "960 777", "Quarry Street", "960 555", "family.example"):
            assert secret not in document.facts
            assert squeezed(secret) not in words_of(document)


@pytest.mark.parametrize("kind", [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION])
def test_somebody_barred_gets_no_minutes_and_is_on_no_parents_copy(people: Cast, kind: str) -> None:
    tunde = father(people)
    review = whole.finalised(people)
    restrict(tunde, kind)
    with pytest.raises(Refused) as refusal:
        issue(people, review, tunde)
    assert "restrict" not in refusal.value.sentence
    assert "Tunde" not in issue(people, review, people.priya).facts
    assert "TundeAdeyemisayshesigns" in words_of(issue(people, review))


def test_a_contact_under_another_kind_of_restriction_stays_in_the_minutes(people: Cast) -> None:
    """The control: only a bar on contact or information leaves somebody out."""
    tunde = father(people)
    review = whole.finalised(people)
    restrict(tunde, RestrictionKind.SUPERVISED)
    assert "Tunde" in issue(people, review, people.priya).facts
