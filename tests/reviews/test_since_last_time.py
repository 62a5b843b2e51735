"""Since last time: what became of each action that an earlier review agreed on."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from accounts.rules.refusal import Refused
from children.models import Child
from reviews.actions import agree_action, finalise_review, look_at_action
from reviews.models import ActionLookedAt, ActionOutcome, AgreedAction, Review
from tests.people import Cast
from tests.plans import stories
from tests.reviews.review_pages import being_held, text, url
from tests.reviews.reviews_given import begun
from tests.reviews.whole import finalised, next_plan, whole

Browse = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("monday")
BY = date(2026, 12, 18)


def agreed(people: Cast, review: Review, what: str = "Photograph the cards") -> AgreedAction:
    by = people.kemi.as_actor()
    return agree_action(review=review, what=what, who="Kemi Adebayo", by_on=BY, by=by)


@pytest.fixture
def second(people: Cast) -> Review:
    """The second review of Seyi, held today; the first one agreed on two actions."""
    first = whole(people)
    agreed(people, first)
    agreed(people, first, "Ask the health visitor")
    plan = next_plan(finalised_of(people, first))
    values = {name: stories.WORDS[name] for name in ("strengths", "what_is_difficult")}
    stories.actions.change_section(plan=plan, values=values, by=people.kemi.as_actor())
    stories.actions.finalise_plan(plan=stories.agreed(people, plan), by=people.sam.as_actor())
    plan.refresh_from_db()
    return begun(people, plan.cycle.review, outside_window_because="The family moves away")


def finalised_of(people: Cast, review: Review) -> Review:
    return finalise_review(review=review, by=people.sam.as_actor())


def looked_at(people: Cast, review: Review, action: AgreedAction, **how: Any) -> ActionLookedAt:
    given = {"outcome": ActionOutcome.DONE, "words": "", "by": people.kemi.as_actor()}
    return look_at_action(review=review, action=action, **{**given, **how})


def test_the_first_review_says_that_there_is_nothing_to_look_back_at(
    people: Cast, browse: Browse
) -> None:
    page = browse(people.kemi).get(url(being_held(people), "since"))
    assert "This is the first review of Seyi" in text(page)


def test_each_open_action_is_asked_about_and_answered(
    people: Cast, browse: Browse, second: Review
) -> None:
    kemi, (one, other) = browse(people.kemi), AgreedAction.objects.all()
    page = text(kemi.get(url(second, "since")))
    assert "Photograph the cards" in page
    assert "Ask the health visitor" in page
    sent = {
        f"{one.pk}-seen_version": "0",
        f"{one.pk}-outcome": "done",
        f"{one.pk}-words": "Up",
        f"{other.pk}-seen_version": "0",
        f"{other.pk}-outcome": "carried",
    }
    assert kemi.post(url(second, "since"), sent).status_code == 302
    said = {row.action.what: row.outcome for row in ActionLookedAt.objects.all()}
    assert said == {"Photograph the cards": "done", "Ask the health visitor": "carried"}
    one.refresh_from_db()
    assert one.closed_on is None  # it closes with the minutes


def test_words_without_an_outcome_are_kept_and_asked_about(
    people: Cast, browse: Browse, second: Review
) -> None:
    action = AgreedAction.objects.all()[0]
    sent = {f"{row.pk}-seen_version": "0" for row in AgreedAction.objects.all()} | {
        f"{action.pk}-words": "The printer broke"
    }
    answer = browse(people.kemi).post(url(second, "since"), sent)
    assert "Say whether it is done" in text(answer)
    assert "The printer broke" in text(answer)
    assert not ActionLookedAt.objects.exists()


def test_somebody_elses_answer_is_shown_and_not_written_over(
    people: Cast, browse: Browse, second: Review
) -> None:
    action, other = AgreedAction.objects.all()
    looked_at(people, second, action, words="On the wall")
    sent = {
        f"{action.pk}-seen_version": "0",
        f"{action.pk}-outcome": "dropped",
        f"{other.pk}-seen_version": "0",
        f"{other.pk}-outcome": "done",
    }
    answer = browse(people.sam).post(url(second, "since"), sent)
    assert "Somebody else saved this" in text(answer)
    assert "On the wall" in text(answer)
    assert ActionLookedAt.objects.get(action=action).outcome == "done"
    assert ActionLookedAt.objects.get(action=other).outcome == "done"


def test_the_same_answer_sent_twice_is_kept_once(
    people: Cast, browse: Browse, second: Review
) -> None:
    sent: dict[str, str] = {}
    for row in AgreedAction.objects.all():
        sent |= {f"{row.pk}-seen_version": "0", f"{row.pk}-outcome": "done", f"{row.pk}-words": ""}
    kemi = browse(people.kemi)
    assert [kemi.post(url(second, "since"), sent).status_code for _ in range(2)] == [302, 302]
    assert [row.history.count() for row in ActionLookedAt.objects.all()] == [1, 1]


def test_only_actions_of_this_childs_earlier_reviews_are_looked_at(
    people: Cast, second: Review
) -> None:
    own = agreed(people, second, "Print the plan")
    with pytest.raises(Refused, match="not from an earlier review"):
        looked_at(people, second, own)
    foreign = AgreedAction.objects.exclude(pk=own.pk)[0]
    foreign.review.child = Child.objects.get(pk=people.zofia.pk)
    with pytest.raises(Refused, match="not from an earlier review"):
        looked_at(people, second, foreign)


def test_a_closed_action_is_not_asked_about_again(
    people: Cast, browse: Browse, second: Review
) -> None:
    action = AgreedAction.objects.all()[0]
    action.closed_on = date(2026, 11, 20)
    action.record(by=people.sam.as_actor(), why="Done")
    assert "Photograph the cards" not in text(browse(people.kemi).get(url(second, "since")))
    with pytest.raises(Refused, match="closed already"):
        looked_at(people, second, action)


def test_finalised_minutes_look_at_nothing_more(people: Cast) -> None:
    review = finalised(people)
    with pytest.raises(Refused, match="do not change any more"):
        agreed(people, review)
