"""The verdict on each line: what it needs, what may follow it, and where that came from."""

from typing import Any
from uuid import uuid4

import pytest

from accounts.rules.refusal import Refused
from agencies.models import Recommendation, RecommendationKind
from reviews.actions import give_verdict
from reviews.models import LineVerdict, Review
from reviews.policies.verdicts import Said, tidied
from reviews.queries.review_facts import LineUnderReview
from reviews.queries.reviewed import reviewed_lines
from reviews.rules.verdicts import NextStepSource, StrategyVerdict, TargetVerdict, WhatNext
from tests.people import STORY, Cast
from tests.plans import stories
from tests.reviews.reviews_given import begun, planned
from tests.reviews.whole import KEEP, NEXT_STEP, SMALLER, recommended

pytestmark = pytest.mark.usefixtures("monday")
STEP_FROM_REPORT = {**NEXT_STEP, "next_step_source": NextStepSource.REPORT, "next_detail": ""}


@pytest.fixture
def review(people: Cast) -> Review:
    """Held today by Kemi: one strategy, one target."""
    return begun(people, planned(people))


def strategy(review: Review) -> LineUnderReview:
    return reviewed_lines(review)[0]


def target(review: Review) -> LineUnderReview:
    return reviewed_lines(review)[1]


def said(people: Cast, review: Review, line: LineUnderReview, **values: Any) -> LineVerdict:
    return give_verdict(review=review, line_key=line.key, by=people.sam.as_actor(), **values)


def refused(people: Cast, review: Review, line: LineUnderReview, **values: Any) -> Refused:
    with pytest.raises(Refused) as error:
        said(people, review, line, **values)
    assert not LineVerdict.objects.filter(review=review).exists()
    return error.value


def test_a_strategy_that_is_kept_says_why(people: Cast, review: Review) -> None:
    kept = said(people, review, strategy(review), **KEEP)
    assert (kept.verdict, kept.strategy, kept.next_words) == ("keep", strategy(review).row, "")


@pytest.mark.parametrize("verdict", list(StrategyVerdict))
def test_every_verdict_on_a_strategy_needs_its_reason(
    people: Cast, review: Review, verdict: StrategyVerdict
) -> None:
    assert refused(people, review, strategy(review), verdict=verdict, why=" ").field == "why"


def test_a_changed_strategy_says_how_and_from_where_c5_1(people: Cast, review: Review) -> None:
    change: dict[str, Any] = {"verdict": StrategyVerdict.CHANGE, "why": "Too long for him"}
    assert refused(people, review, strategy(review), **change).field == "next_words"
    change["next_words"] = "Say his name, wait two seconds"
    assert refused(people, review, strategy(review), **change).field == "next_step_source"
    change["next_step_source"] = NextStepSource.PARENT
    assert refused(people, review, strategy(review), **change).field == "next_detail"
    change["next_detail"] = "Priya, today"
    assert said(people, review, strategy(review), **change).next_words == change["next_words"]


def test_a_stopped_strategy_may_leave_nothing_in_its_place(people: Cast, review: Review) -> None:
    kept = said(
        people, review, strategy(review), verdict=StrategyVerdict.STOP, why="He does not need it"
    )
    assert kept.next_words == ""


def test_an_achieved_target_leads_to_a_next_step_with_its_source_c6(
    people: Cast, review: Review
) -> None:
    kept = said(people, review, target(review), **NEXT_STEP)
    assert (kept.what_next, kept.next_step_source) == ("next_step", "tracker")
    assert kept.target == target(review).row


@pytest.mark.parametrize("verdict", [TargetVerdict.PARTLY, TargetVerdict.NOT_YET])
def test_a_target_not_achieved_is_adapted_or_held_never_left_c5(
    people: Cast, review: Review, verdict: TargetVerdict
) -> None:
    line = target(review)
    for what_next in (WhatNext.NONE, WhatNext.NEXT_STEP):
        values = {**NEXT_STEP, "verdict": verdict, "what_next": what_next, "why": "Ill for weeks"}
        assert refused(people, review, line, **values).field == "what_next"
    assert said(people, review, line, **{**SMALLER, "verdict": verdict}).verdict == verdict.value


def test_a_target_held_or_stopped_needs_its_reason(people: Cast, review: Review) -> None:
    line = target(review)
    held = {"verdict": TargetVerdict.NOT_YET, "what_next": WhatNext.HOLD}
    stopped = {"verdict": TargetVerdict.STOPPED, "what_next": WhatNext.NONE}
    for values in (held, stopped):
        assert refused(people, review, line, **values).field == "why"
    assert said(people, review, line, **held, why="He was away for four weeks").what_next == "hold"


def test_a_target_says_what_comes_next(people: Cast, review: Review) -> None:
    assert refused(people, review, target(review), verdict=TargetVerdict.ACHIEVED).field == (
        "what_next"
    )


def test_a_step_without_a_source_is_refused_c5_1(people: Cast, review: Review) -> None:
    values = {**NEXT_STEP, "next_step_source": None}
    assert refused(people, review, target(review), **values).field == "next_step_source"


@pytest.mark.parametrize("source", [NextStepSource.TRACKER, NextStepSource.JUDGEMENT])
def test_the_band_or_the_ground_is_said_c5_1(
    people: Cast, review: Review, source: NextStepSource
) -> None:
    values = {**NEXT_STEP, "next_step_source": source, "next_detail": ""}
    assert refused(people, review, target(review), **values).field == "next_detail"


def test_a_targets_step_does_not_come_from_parents_alone_c5_1(people: Cast, review: Review) -> None:
    values = {**NEXT_STEP, "next_step_source": NextStepSource.PARENT}
    assert refused(people, review, target(review), **values).field == "next_step_source"


def test_a_report_is_named_with_its_page_c5_1(people: Cast, review: Review) -> None:
    line, report = target(review), stories.report(people)
    assert refused(people, review, line, **STEP_FROM_REPORT).field == "next_report"
    values = {**STEP_FROM_REPORT, "next_report": report}
    assert refused(people, review, line, **values).field == "next_page"
    assert said(people, review, line, **values, next_page="4").next_report == report


def test_another_childs_report_is_no_source(people: Cast, review: Review) -> None:
    of_zofia = stories.report(people, people.zofia)
    values = {**STEP_FROM_REPORT, "next_report": of_zofia, "next_page": "4"}
    assert refused(people, review, target(review), **values).field == "next_report"


def test_a_recommendation_brings_its_words_and_its_page_c6(people: Cast, review: Review) -> None:
    taken = recommended(stories.report(people), "Asks for “help” with a sign", "5")
    kept = said(
        people,
        review,
        target(review),
        verdict=TargetVerdict.ACHIEVED,
        what_next=WhatNext.NEXT_STEP,
        next_know_when="He asks two adults",
        next_recommendation=taken,
    )
    assert (kept.next_words, kept.next_page) == (taken.words, "5")
    assert (kept.next_report, kept.next_step_source) == (taken.report, "report")


def test_a_recommendation_of_another_child_or_kind_is_refused(people: Cast, review: Review) -> None:
    of_zofia = recommended(stories.report(people, people.zofia), "Waits for her turn")
    of_strategy = Recommendation(
        report=stories.report(people), kind=RecommendationKind.STRATEGY, words="Wait", page="2"
    ).record(by=STORY)
    for taken in (of_zofia, of_strategy):
        values = {**NEXT_STEP, "next_recommendation": taken}
        refused(people, review, target(review), **values)


def test_a_recommendation_is_taken_by_one_line_of_a_review(people: Cast, review: Review) -> None:
    taken = Recommendation(
        report=stories.report(people), kind=RecommendationKind.STRATEGY, words="Wait", page="2"
    ).record(by=STORY)
    of_target = {"line_key": target(review).key, "target_id": target(review).row.pk}
    other = LineVerdict(review=review, verdict="achieved", next_recommendation=taken, **of_target)
    other.record(by=STORY)
    with pytest.raises(Refused, match="taken this one already"):
        said(
            people,
            review,
            strategy(review),
            verdict=StrategyVerdict.CHANGE,
            why="The report says so",
            next_recommendation=taken,
        )


def test_a_targets_verdict_is_not_given_on_a_strategy(people: Cast, review: Review) -> None:
    values = {"verdict": TargetVerdict.ACHIEVED, "why": "Yes"}
    assert refused(people, review, strategy(review), **values).field == "verdict"


def test_a_verdict_waits_until_the_review_is_held(people: Cast) -> None:
    review = planned(people)
    assert "Begin the review" in refused(people, review, strategy(review), **KEEP).sentence


def test_a_line_of_another_plan_has_no_verdict_here(people: Cast, review: Review) -> None:
    with pytest.raises(Refused, match="does not stand in the plan"):
        give_verdict(review=review, line_key=uuid4(), by=people.sam.as_actor(), **KEEP)


def test_a_verdict_changed_is_one_verdict_with_its_history(people: Cast, review: Review) -> None:
    said(people, review, strategy(review), **KEEP)
    stop = {"verdict": StrategyVerdict.STOP, "why": "He does not need it"}
    kept = said(people, review, strategy(review), **stop)
    assert LineVerdict.objects.filter(review=review).count() == 1
    assert kept.history.count() == 2


def test_words_that_belong_to_no_step_are_not_kept() -> None:
    held = Said(
        TargetVerdict.NOT_YET, "Ill", WhatNext.HOLD, "Left over", "Left over", next_detail="Left"
    )
    assert tidied(held) == Said(TargetVerdict.NOT_YET, "Ill", WhatNext.HOLD)
