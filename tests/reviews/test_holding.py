"""A review begun once, put right, and written by parts (C4, C4.1, C8.1)."""

from datetime import date, timedelta
from typing import Any

import pytest

from accounts.models import StaleVersion
from reviews.actions.holding import correct_held, hold_unplanned, write_review
from reviews.models import HowHeld, Participant, Review
from reviews.policies.planning import can_write_review
from tests.people import STORY, Cast
from tests.plans import stories

from .reviews_given import (
    BEGAN,
    TODAY,
    begun,
    cycle,
    finalise,
    planned,
    refusal,
    who,
)

ON = timedelta(days=1)


# Held ------------------------------------------------------------------------------------------------


def test_a_review_is_begun_once_and_whoever_comes_second_joins_it_c4_1(people: Cast) -> None:
    review = begun(people, planned(people))
    again = begun(people, review, by=people.sam, how_held=HowHeld.PHONE)
    assert again.pk == review.pk
    assert (again.how_held, again.minute_taker) == (HowHeld.IN_PERSON, people.kemi)
    assert again.history.filter(history_change_reason="Held").count() == 1


def test_a_review_never_planned_is_held_right_away_with_its_list_c4_1(people: Cast) -> None:
    review = hold_unplanned(
        cycle=cycle(people),
        held_on=TODAY,
        how_held=HowHeld.VIDEO,
        interpreter="Amira Saleh",
        minute_taker=people.sam,
        by=people.sam.as_actor(),
    )
    assert (review.planned_on, review.held_on) == (None, TODAY)
    assert ("parent", "Priya Blackwood") in who(review)


def test_held_right_away_joins_the_review_that_somebody_planned_meanwhile(people: Cast) -> None:
    review = planned(people)
    held = hold_unplanned(
        cycle=review.cycle,
        held_on=TODAY,
        how_held=HowHeld.PHONE,
        interpreter="",
        minute_taker=people.sam,
        by=people.sam.as_actor(),
    )
    assert held.pk == review.pk
    assert Participant.objects.filter(review=review).count() == 3


@pytest.mark.parametrize("held_on", [TODAY + ON, BEGAN - ON])
def test_a_day_to_come_or_before_the_cycle_was_not_the_day_of_the_review_c4(
    people: Cast, held_on: date
) -> None:
    review = planned(people)
    refused = refusal(
        lambda: begun(people, review, held_on=held_on, outside_window_because="A concern")
    )
    assert refused.field == "held_on"


def test_held_before_the_window_asks_for_the_reason_and_keeps_it_c4(people: Cast) -> None:
    review = planned(people, cycle=cycle(people))
    early = date(2026, 11, 12)
    refused = refusal(lambda: begun(people, review, held_on=early))
    assert refused.field == "outside_window_because"
    held = begun(people, review, held_on=early, outside_window_because="A new report")
    assert held.outside_window_because == "A new report"


def test_a_late_review_is_held_without_being_asked_why_c4(people: Cast) -> None:
    run = cycle(people, date(2026, 9, 7))
    assert run.due_on is not None
    assert run.due_on < TODAY
    review = planned(people, cycle=run, planned_on=TODAY, outside_window_because="Late")
    assert begun(people, review).held_on == TODAY


def test_a_plan_that_is_not_finalised_has_nothing_to_review(people: Cast) -> None:
    plan = stories.complete(people, BEGAN)
    review = planned(people, cycle=plan.cycle)
    assert "not finalised yet" in refusal(lambda: begun(people, review)).sentence


def test_the_minutes_are_taken_by_somebody_who_works_here(people: Cast) -> None:
    review = planned(people)
    assert refusal(lambda: begun(people, review, minute_taker=people.olga)).field == "minute_taker"
    assert refusal(lambda: begun(people, review, minute_taker=people.lee)).field == "minute_taker"


def test_when_it_was_held_is_put_right_until_the_minutes_are_finalised(people: Cast) -> None:
    review = begun(people, planned(people))
    right: dict[str, Any] = {
        "held_on": date(2026, 11, 20),
        "how_held": HowHeld.PHONE,
        "interpreter": "Amira Saleh",
        "minute_taker": people.sam,
        "by": people.sam.as_actor(),
    }
    put_right = correct_held(review=review, **right)
    assert (put_right.held_on, put_right.how_held) == (date(2026, 11, 20), HowHeld.PHONE)
    finalise(put_right)
    assert "finalised" in refusal(lambda: correct_held(review=review, **right)).sentence


# Written by parts --------------------------------------------------------------------------------------


def test_two_people_write_two_parts_of_one_review_and_nothing_is_lost_c8_1(people: Cast) -> None:
    review = begun(people, planned(people))
    seen = review.row_version
    for member, part in ((people.kemi, "child_view"), (people.sam, "why_no_parents_view")):
        write_review(review=review, values={part: "Words"}, by=member.as_actor(), seen_version=seen)
    stored = Review.objects.get(pk=review.pk)
    assert (stored.child_view, stored.why_no_parents_view) == ("Words", "Words")


def test_two_people_on_the_same_words_both_hear_of_it_c8_1(people: Cast) -> None:
    review = begun(people, planned(people))
    seen = review.row_version
    write_review(
        review=review, values={"child_view": "A"}, by=people.kemi.as_actor(), seen_version=seen
    )
    with pytest.raises(StaleVersion):
        write_review(
            review=review, values={"child_view": "B"}, by=people.sam.as_actor(), seen_version=seen
        )
    assert Review.objects.get(pk=review.pk).child_view == "A"


def test_nothing_but_the_reviews_own_words_is_written_by_parts(people: Cast) -> None:
    with pytest.raises(ValueError):
        write_review(review=planned(people), values={"finalised_by": "Me"}, by=STORY)


def test_finalised_minutes_are_not_written_any_more_c8_1(people: Cast) -> None:
    review = begun(people, planned(people))
    finalise(review)
    assert not can_write_review(Review.objects.get(pk=review.pk))
    refused = refusal(lambda: write_review(review=review, values={"child_view": "Late"}, by=STORY))
    assert "finalised" in refused.sentence
