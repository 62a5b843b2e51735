"""What a finalised review carries into the next plan, line by line (C5, C5.1, C6)."""

import pytest

from plans.models import Strategy, Target
from plans.rules.content import over_cap
from reviews.actions.family import add_family_view
from reviews.actions.finalise import finalise_review
from reviews.models import FamilyView, Review
from reviews.rules.verdicts import NextStepSource, StrategyVerdict, TargetVerdict, WhatNext
from tests.people import Cast
from tests.plans import stories
from tests.reviews import given
from tests.reviews.reviews_given import TODAY
from tests.reviews.whole import (
    SMALLER,
    finalised,
    next_plan,
    only,
    recommended,
    whole,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def test_a_kept_strategy_goes_on_with_its_key_and_its_words(people: Cast) -> None:
    review = finalised(people)
    old, new = only(Strategy, review.plan), only(Strategy, next_plan(review))
    assert (new.line_key, new.what_adults_do) == (old.line_key, old.what_adults_do)
    assert new.since_on == old.since_on == given.BEGAN


def test_a_changed_strategy_goes_on_with_its_key_its_new_words_and_their_source(
    people: Cast,
) -> None:
    changed = {
        "verdict": StrategyVerdict.CHANGE,
        "why": "He looks past drawings",
        "next_words": "Show the photograph, wait five seconds",
        "next_step_source": NextStepSource.PARENT,
        "next_detail": "Priya, today",
    }
    review = finalised(people, strategy=changed)
    old, new = only(Strategy, review.plan), only(Strategy, next_plan(review))
    assert new.line_key == old.line_key
    assert new.what_adults_do == "Show the photograph, wait five seconds"
    assert (new.source_kind, new.source_detail) == ("parent", "Priya, today")
    assert new.when_and_where == old.when_and_where
    assert new.since_on is None
    assert old.what_adults_do != new.what_adults_do


def test_a_stopped_strategy_ends_and_another_may_stand_in_its_place(people: Cast) -> None:
    stopped = {"verdict": StrategyVerdict.STOP, "why": "The song upsets him"}
    instead = {
        **stopped,
        "next_words": "Copy his play",
        "next_step_source": NextStepSource.JUDGEMENT,
        "next_detail": "It worked on two days",
    }
    review = finalised(people, strategy=instead)
    old, new = only(Strategy, review.plan), only(Strategy, next_plan(review))
    assert new.line_key != old.line_key
    assert new.what_adults_do == "Copy his play"
    assert new.source_detail == "Our professional judgement: It worked on two days"
    target = only(Target, next_plan(review))
    assert [row.strategy for row in target.served_by.all()] == [new]


def test_a_strategy_stopped_without_another_is_not_in_the_next_plan(people: Cast) -> None:
    stopped = {"verdict": StrategyVerdict.STOP, "why": "The song upsets him"}
    review = finalised(people, strategy=stopped)
    assert not Strategy.objects.filter(plan=next_plan(review)).exists()
    assert not only(Target, next_plan(review)).served_by.exists()


def test_a_target_not_achieved_leads_to_an_adapted_one_linked_to_it_c5(people: Cast) -> None:
    review = finalised(people, target=SMALLER)
    old, new = only(Target, review.plan), only(Target, next_plan(review))
    assert new.line_key != old.line_key
    assert (new.is_adapted, new.adapts, new.follows) == (True, old, None)
    assert new.small_step == "Copies the sign for help"
    assert new.starting_point == "He signs only when Kemi signs first"


def test_an_adapted_target_says_which_band_it_came_from_c5_1(people: Cast) -> None:
    new = only(Target, next_plan(finalised(people, target=SMALLER)))
    assert new.source_kind == "setting"
    assert new.source_detail == "The Early Support tracker: Communication, step 7"


def test_an_achieved_target_leads_to_the_reports_next_recommendation_c6(people: Cast) -> None:
    report = stories.report(people)
    step = recommended(report, "Puts two signs together", "5")
    review = finalised(
        people,
        target={
            "verdict": TargetVerdict.ACHIEVED,
            "what_next": WhatNext.NEXT_STEP,
            "next_recommendation": step,
            "next_know_when": "Twice in a week",
        },
        after_all_achieved="tracker",
    )
    old, new = only(Target, review.plan), only(Target, next_plan(review))
    assert (new.follows, new.adapts, new.is_adapted) == (old, None, False)
    assert (new.small_step, new.source_page) == ("Puts two signs together", "5")
    assert (new.source_report, new.source_recommendation) == (report, step)
    assert new.starting_point == "Achieved on Mon 23 Nov: Asks for help with a sign"


def test_a_target_held_goes_on_as_it_is(people: Cast) -> None:
    hold = {
        "verdict": TargetVerdict.PARTLY,
        "what_next": WhatNext.HOLD,
        "why": "With Kemi only, so far",
    }
    review = finalised(people, target=hold)
    old, new = only(Target, review.plan), only(Target, next_plan(review))
    assert (new.line_key, new.small_step) == (old.line_key, old.small_step)
    assert new.served_by.count() == 1


def test_the_next_plan_begins_with_what_the_parents_said_at_the_review(people: Cast) -> None:
    draft = next_plan(finalised(people))
    assert draft.parents_view.endswith("says he signs at home too.")
    assert draft.parents_view_by is not None
    assert draft.strengths == stories.WORDS["strengths"]


def says(people: Cast, review: Review, words: str) -> None:
    add_family_view(
        review=review,
        contact=people.priya,
        answer="given",
        words=words,
        said_on=TODAY,
        how="phone",
        by=people.sam.as_actor(),
    )


def test_what_a_parent_said_at_length_goes_on_whole_and_can_be_saved_c4_1(people: Cast) -> None:
    review = whole(people)
    earlier, later = "First. " + "a" * 2900, "Then. " + "b" * 3900
    for words in (earlier, later):
        says(people, review, words)
    draft = next_plan(finalise_review(review=review, by=people.sam.as_actor()))
    assert draft.parents_view == later
    kept = list(FamilyView.objects.filter(review=review).values_list("words", flat=True))
    assert kept[1:] == [earlier, later]
    values = {"parents_view": draft.parents_view}
    assert over_cap("parents_view", draft.parents_view) is None
    stories.actions.change_section(plan=draft, values=values, by=people.kemi.as_actor())


def test_what_a_parent_said_in_parts_goes_on_together_in_its_order_c4_1(people: Cast) -> None:
    review = whole(people)
    for words in ("He sleeps better.", "And he eats."):
        says(people, review, words)
    draft = next_plan(finalise_review(review=review, by=people.sam.as_actor()))
    assert draft.parents_view.split("\n\n")[1:] == ["He sleeps better.", "And he eats."]
