"""A parent's agreement with the minutes, or objection, in their words (C8.1)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from accounts.rules.refusal import Refused
from children.models import RestrictionKind
from reviews.actions.minutes import answer_minutes, correct_minutes
from reviews.models import MinutesAnswer, Review, UnchangeableReview
from tests.documents.plans import restrict
from tests.documents.reading import squeezed
from tests.people import Cast
from tests.reviews.reviews_given import TODAY, planned
from tests.reviews.whole import finalised

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
Browse = Callable[..., Client]
WORDS = "I do not want the song stopped. He sings it to his nana."


def answered(people: Cast, review: Review, **values: Any) -> MinutesAnswer:
    given: dict[str, Any] = {
        "contact": people.priya,
        "answer": "not_agreed",
        "words": WORDS,
        "method": "paper",
        "answered_on": TODAY,
        "by": people.kemi.as_actor(),
    }
    return answer_minutes(review=review, **{**given, **values})


def test_an_objection_stands_with_the_version_it_was_made_to_c8_1(people: Cast) -> None:
    review = finalised(people)
    first = answered(people, review)
    correct_minutes(review=review, words="The song goes on.", by=people.sam.as_actor())
    second = answered(people, review, answer="agreed", words="")
    assert [(row.version, row.answer) for row in (first, second)] == [
        (1, "not_agreed"),
        (2, "agreed"),
    ]


def test_a_parents_answer_is_added_to_and_never_changed(people: Cast) -> None:
    row = answered(people, finalised(people))
    row.words = "All is well."
    with pytest.raises(UnchangeableReview):
        row.record(by=people.sam.as_actor(), why="Smuggled")
    with pytest.raises(UnchangeableReview):
        row.remove(by=people.sam.as_actor(), why="Smuggled")


@pytest.mark.parametrize("answer", ["not_agreed", "with_comments"])
def test_an_objection_and_a_comment_have_their_words(people: Cast, answer: str) -> None:
    with pytest.raises(Refused, match="in their own words") as refused:
        answered(people, finalised(people), answer=answer, words=" ")
    assert refused.value.field == "words"


@pytest.mark.parametrize(
    ("on", "said"),
    [(date(2026, 11, 24), "has not come yet"), (date(2026, 11, 22), "before the review was held")],
)
def test_the_day_of_an_answer_lies_between_the_review_and_today(
    people: Cast, on: date, said: str
) -> None:
    with pytest.raises(Refused, match=said):
        answered(people, finalised(people), answered_on=on)


def test_minutes_are_answered_once_they_are_finalised(people: Cast) -> None:
    with pytest.raises(Refused, match="not finalised yet"):
        answered(people, planned(people))


@pytest.mark.parametrize("kind", [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION])
def test_somebody_barred_is_not_asked_and_the_sentence_says_no_restriction(
    people: Cast, kind: RestrictionKind
) -> None:
    review = finalised(people)
    restrict(people.priya, kind)
    with pytest.raises(Refused, match="may not take part") as refused:
        answered(people, review)
    assert "restrict" not in refused.value.sentence


def test_the_answer_is_typed_in_once_and_read_beside_the_copies(
    people: Cast, browse: Browse
) -> None:
    review = finalised(people)
    client, page = browse(people.kemi), f"/papers/reviews/{review.pk}/"
    form = client.get(f"{page}answer/").context["form"]
    sent = {
        "once": str(form["once"].value()),
        "contact": str(people.priya.pk),
        "answer": "not_agreed",
        "words": WORDS,
        "method": "paper",
        "answered_on": "today",
    }
    for _ in ("pressed", "pressed again"):
        assert client.post(f"{page}answer/", sent)["Location"] == page
    assert MinutesAnswer.objects.get().words == WORDS
    assert squeezed(WORDS) in squeezed(client.get(page).content.decode())


def test_an_objection_without_words_keeps_what_was_chosen(people: Cast, browse: Browse) -> None:
    page = f"/papers/reviews/{finalised(people).pk}/answer/"
    sent = {"contact": str(people.priya.pk), "answer": "not_agreed", "method": "paper"}
    answer = browse(people.kemi).post(page, {**sent, "answered_on": "today", "words": ""})
    assert "in their own words" in answer.content.decode()
    assert answer.context["form"]["answer"].value() == "not_agreed"
    assert not MinutesAnswer.objects.exists()
