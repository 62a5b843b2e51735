"""What somebody changes between a review that is held and its minutes: nothing is lost, none is stuck."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from agencies.actions.report import withdraw_report
from isp_portal.documents.queries import minutes_facts
from plans import actions as plans
from plans.models import Cycle, SupportPlan
from plans.queries.content import lines_of
from reviews.actions.decision import decide, set_next_review
from reviews.actions.finalise import finalise_review
from reviews.actions.holding import correct_held
from reviews.models import HowHeld, Review
from reviews.queries.review_facts import review_gaps
from reviews.rules.verdicts import NextStepSource, StrategyVerdict
from tests.people import STORY, Cast
from tests.plans import stories
from tests.reviews import whole
from tests.reviews.reviews_given import TODAY, begun, cycle, planned, refusal

SATURDAY = date(2027, 1, 9)
CHANGED: dict[str, Any] = {
    "verdict": StrategyVerdict.CHANGE,
    "why": "He looks past the drawing",
    "next_words": "Show him the photograph",
    "next_step_source": NextStepSource.JUDGEMENT,
    "next_detail": "Two weeks of trying",
}
STOPPED: dict[str, Any] = {"verdict": StrategyVerdict.STOP, "why": "It upsets him"}


def in_force(review: Review) -> SupportPlan:
    return SupportPlan.objects.finalised().get(cycle=review.cycle)


def finalise(people: Cast, review: Review) -> Review:
    return finalise_review(review=review, by=people.sam.as_actor())


def close_by_hand(people: Cast, review: Review) -> None:
    plans.close_plan(plan=in_force(review), because="They move to Leeds", by=people.sam.as_actor())


def test_a_plan_closed_by_hand_while_its_review_is_held_still_gets_its_minutes(
    people: Cast,
) -> None:
    review = whole.whole(people)
    close_by_hand(people, review)
    assert "Decide to step down or to close" in refusal(lambda: finalise(people, review)).sentence
    ends = {"decision": "close", "decision_words": "They move", "after_all_achieved": "close"}
    decide(review=review, values=ends, by=people.sam.as_actor())
    assert finalise(people, review).is_finalised
    assert Cycle.objects.filter(child=people.seyi).count() == 1


def test_minutes_of_a_plan_closed_by_hand_do_not_touch_the_plan_begun_since(people: Cast) -> None:
    review = whole.whole(people, decision="close", decision_words="x", after_all_achieved="close")
    close_by_hand(people, review)
    again = stories.complete(people, date(2026, 11, 24))
    finalise(people, review)
    again.refresh_from_db()
    assert (again.status, again.cycle.closed_on) == ("draft", None)


def next_begun(people: Cast, **words: Any) -> SupportPlan:
    """Kemi has begun plan 2 before the minutes of plan 1 are finalised."""
    by = people.kemi.as_actor()
    plan = plans.start_plan(child=people.seyi, made_anyway_because="It goes on", by=by)
    return plans.change_section(plan=plan, values=words, by=by)


def test_parents_words_in_a_plan_begun_already_are_not_written_over(people: Cast) -> None:
    review = whole.whole(people)
    draft = next_begun(people, parents_view="He asks for the park by name now.")
    finalise(people, review)
    draft.refresh_from_db()
    assert draft.parents_view == "He asks for the park by name now."


@pytest.mark.parametrize(
    ("verdict", "stands"),
    [
        (whole.KEEP, [stories.A_STRATEGY["what_adults_do"]]),
        (CHANGED, ["Show him the photograph"]),
        (STOPPED, []),
        ({**CHANGED, **STOPPED}, ["Show him the photograph"]),
    ],
    ids=["kept", "changed", "stopped", "another in its place"],
)
def test_a_strategy_taken_into_the_next_plan_early_follows_the_review(
    people: Cast, verdict: dict[str, Any], stands: list[str]
) -> None:
    review = whole.whole(people, strategy=verdict)
    (old,) = lines_of(in_force(review)).strategies
    draft = next_begun(people)
    plans.add_strategy(plan=draft, line_key=uuid4(), carried_from=old, by=STORY)
    finalise(people, review)
    assert [str(line) for line in lines_of(draft).strategies] == stands


def test_a_strategy_rewritten_in_the_next_plan_keeps_its_words(people: Cast) -> None:
    review = whole.whole(people, strategy=CHANGED)
    (old,) = lines_of(in_force(review)).strategies
    draft = next_begun(people)
    line = plans.add_strategy(plan=draft, line_key=uuid4(), carried_from=old, by=STORY)
    plans.change_strategy(line=line, values={"what_adults_do": "Lend him a photograph"}, by=STORY)
    finalise(people, review)
    assert [str(line) for line in lines_of(draft).strategies] == ["Lend him a photograph"]


def test_a_report_withdrawn_after_the_verdict_is_no_source_any_more_c5_1(people: Cast) -> None:
    report = stories.report(people)
    step = {"next_step_source": NextStepSource.REPORT, "next_report": report, "next_page": "3"}
    review = whole.whole(people, target={**whole.NEXT_STEP, **step, "next_detail": ""})
    assert not review_gaps(review)
    withdraw_report(report=report, because="It is about another child", by=STORY)
    (gap,) = review_gaps(review)
    assert gap.sentence.startswith("Target A does not say which page of which report")


def corrected(people: Cast, plan_cycle: Cycle) -> SupportPlan:
    plan = SupportPlan.objects.finalised().get(cycle=plan_cycle)
    return plans.correct_plan(plan=plan, because="The targets", by=STORY)


def in_force_again(people: Cast, plan: SupportPlan) -> None:
    plans.finalise_plan(plan=stories.agreed(people, plan), by=people.sam.as_actor())


def test_minutes_say_that_every_target_that_stands_is_achieved_c6_1(people: Cast) -> None:
    now = cycle(people)
    two = corrected(people, now)
    stories.target(two, people, lines_of(two).strategies[0], small_step="Waits for his turn")
    in_force_again(people, two)
    review = whole.whole(people, review=planned(people, cycle=now))
    whole.said(people, review, target_b=whole.SMALLER)
    one = corrected(people, now)
    plans.remove_line(line=lines_of(one).targets[1], by=STORY)
    in_force_again(people, one)
    decided = minutes_facts(finalise(people, review), None, TODAY).decided
    assert decided.follows.startswith("Every target is achieved.")


def test_a_next_review_on_a_closed_day_asks_why_when_it_is_set_and_not_at_the_end(
    people: Cast,
) -> None:
    review = whole.whole(people, next_review_on=None)
    values: dict[str, Any] = {"next_review_on": SATURDAY, "next_review_time": None, "by": STORY}
    refused = refusal(lambda: set_next_review(review=review, next_review_because="", **values))
    assert (refused.field, "You are closed" in refused.sentence) == ("next_review_because", True)
    set_next_review(review=review, next_review_because="The open Saturday", **values)
    assert finalise(people, review).is_finalised


def test_a_next_review_that_the_corrected_day_has_overtaken_is_a_gap(people: Cast) -> None:
    review = begun(people, planned(people), held_on=date(2026, 11, 17))
    review = whole.whole(people, review=review, next_review_on=None)
    set_next_review(
        review=review,
        next_review_on=date(2026, 11, 18),
        next_review_time=None,
        next_review_because="He leaves soon",
        by=STORY,
    )
    correct_held(
        review=review,
        held_on=date(2026, 11, 20),
        how_held=HowHeld.PHONE,
        interpreter="",
        minute_taker=people.kemi,
        by=STORY,
    )
    gaps = [gap.sentence for gap in review_gaps(Review.objects.get(pk=review.pk))]
    assert gaps == ["The next review is not after this one."]
