"""Actions that a review agrees on: who does what, by when."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.rules.refusal import Refused
from reviews.actions import agree_action, change_action, finalise_review, take_off_action
from reviews.models import AgreedAction, Review
from tests.people import Cast
from tests.reviews.review_pages import being_held, send, text, url
from tests.reviews.reviews_given import planned
from tests.reviews.whole import whole

Browse = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("monday")
WORDS = {"what": "Photograph the snack cards", "who": "Kemi Adebayo", "by_on": "27 Nov"}


def agreed(people: Cast, review: Review, **how: Any) -> AgreedAction:
    given = {"what": "Ask the health visitor", "who": "Priya", "by_on": date(2026, 12, 4)}
    return agree_action(review=review, by=people.kemi.as_actor(), **{**given, **how})


def test_an_action_says_what_who_and_by_when(people: Cast, browse: Browse) -> None:
    review, kemi = being_held(people), browse(people.kemi)
    assert send(kemi, url(review, "actions"), **WORDS).url == url(review, "actions")
    page = text(kemi.get(url(review, "actions")))
    assert "Photograph the snack cards" in page
    assert "Kemi Adebayo, by Fri 27 Nov" in page


def test_names_of_the_staff_are_offered_and_others_may_be_typed(
    people: Cast, browse: Browse
) -> None:
    review = being_held(people)
    page = browse(people.kemi).get(url(review, "actions"))
    assert "Hannah Price" in page.context["staff"]
    assert not {"Olga Petrenko", "Lee Novak"} & set(page.context["staff"])
    assert send(browse(people.kemi), url(review, "actions"), **{**WORDS, "who": "Nana"}).url
    assert AgreedAction.objects.get().who == "Nana"


@pytest.mark.parametrize("missing", ["what", "who", "by_on"])
def test_an_action_lacks_nothing(people: Cast, browse: Browse, missing: str) -> None:
    review = being_held(people)
    answer = send(browse(people.kemi), url(review, "actions"), **{**WORDS, missing: ""})
    assert answer.context["form"].errors.keys() == {missing}
    assert not AgreedAction.objects.exists()


@pytest.mark.parametrize(
    ("by_on", "words"),
    [(date(2026, 11, 22), "before the day of the review"), (date(2027, 12, 1), "more than a year")],
)
def test_the_day_is_after_the_review_and_not_far_away(
    people: Cast, by_on: date, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        agreed(people, being_held(people), by_on=by_on)


def test_on_the_day_of_the_review_itself_something_may_be_due(people: Cast) -> None:
    assert agreed(people, being_held(people), by_on=date(2026, 11, 23)).by_on


def test_the_same_action_sent_twice_is_one(people: Cast, browse: Browse) -> None:
    review, kemi = being_held(people), browse(people.kemi)
    form = kemi.get(url(review, "actions")).context["form"]
    sent = {**WORDS, "once": str(form["once"].value())}
    assert [kemi.post(url(review, "actions"), sent).status_code for _ in range(2)] == [302, 302]
    assert AgreedAction.objects.count() == 1


def test_an_action_is_changed_and_taken_off(people: Cast, browse: Browse) -> None:
    review, kemi = being_held(people), browse(people.kemi)
    action = agreed(people, review)
    change = reverse("reviews:action_change", args=[action.pk])
    assert send(kemi, change, who="Sam Whitlock").url == url(review, "actions")
    action.refresh_from_db()
    assert action.who == "Sam Whitlock"
    kemi.post(reverse("reviews:action_take_off", args=[action.pk]))
    assert not AgreedAction.objects.exists()
    assert AgreedAction.history.filter(history_change_reason="Taken off").count() == 1


def test_of_two_who_change_one_action_the_second_sees_both(people: Cast, browse: Browse) -> None:
    action = agreed(people, being_held(people))
    change_action(
        action=action, what=action.what, who="Sam", by_on=action.by_on, by=people.sam.as_actor()
    )
    sent = {"seen_version": "1", "what": action.what, "who": "Kemi", "by_on": "4 Dec"}
    answer = browse(people.kemi).post(reverse("reviews:action_change", args=[action.pk]), sent)
    assert "Somebody else saved this" in text(answer)
    assert answer.context["form"]["who"].value() == "Kemi"
    assert AgreedAction.objects.get().who == "Sam"


def test_finalised_minutes_keep_their_actions_as_they_are(people: Cast, browse: Browse) -> None:
    review = whole(people)
    action = agreed(people, review)
    finalised_now(people, review)
    with pytest.raises(Refused, match="do not change any more"):
        take_off_action(action=action, by=people.kemi.as_actor())
    browse(people.kemi).post(reverse("reviews:action_take_off", args=[action.pk]))
    assert AgreedAction.objects.filter(pk=action.pk).exists()


def finalised_now(people: Cast, review: Review) -> None:
    finalise_review(review=review, by=people.sam.as_actor())


def test_an_action_waits_until_the_review_is_held(people: Cast) -> None:
    with pytest.raises(Refused, match="Begin the review first"):
        agreed(people, planned(people))
