"""A review becomes its minutes, and the next plan follows from it (C4, C5, C6, C6.1, C8.1)."""

from datetime import date

import pytest
import time_machine

from accounts.rules.refusal import Refused
from agencies.models import ReportRequest, RequestKind
from plans import actions as plans
from plans.models import Strategy, SupportPlan, Target, UnchangeablePlan
from plans.rules.lifecycle import PlanStatus
from reviews.actions.family import add_family_view
from reviews.actions.finalise import finalise_review
from reviews.actions.holding import write_review
from reviews.actions.verdicts import give_verdict
from reviews.models import InterventionEntry, Review, UnchangeableReview, ViewAnswer
from reviews.queries.plan_lines import plan_in_force
from reviews.rules.help import HelpLevel
from reviews.rules.verdicts import TargetVerdict, WhatNext
from tests.people import Cast
from tests.plans import stories
from tests.reviews import given
from tests.reviews.reviews_given import TODAY, begun, cycle, planned
from tests.reviews.whole import (
    KEEP,
    NEXT_REVIEW,
    NEXT_STEP,
    SMALLER,
    cycle_of,
    finalised,
    next_plan,
    only,
    said,
    whole,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def test_the_minutes_name_the_version_that_was_reviewed_and_who_finalised_them_c8_1(
    people: Cast,
) -> None:
    review = finalised(people)
    assert review.plan is not None
    assert (review.plan.cycle_id, review.plan.version) == (review.cycle_id, 1)
    assert review.finalised_at is not None
    assert "Sam" in review.finalised_by


def test_the_old_cycle_ends_and_the_next_begins_on_the_day_the_review_was_held_c4(
    people: Cast,
) -> None:
    held_on = date(2026, 11, 19)
    review = planned(people)
    review = begun(people, review, held_on=held_on)
    said(people, review, strategy_1=KEEP, target_a=NEXT_STEP)
    with pytest.raises(Refused, match="do not say whether"):
        finalise_review(review=review, by=people.sam.as_actor())
    review = finalised(people, review=review)
    assert cycle_of(review).closed_on == held_on
    draft = next_plan(review)
    assert draft.cycle.starts_on == held_on
    assert draft.cycle.due_on is not None
    assert draft.cycle.due_on > held_on


def test_a_review_with_a_gap_stays_open_and_nothing_happens(people: Cast) -> None:
    review = begun(people, planned(people))
    with pytest.raises(Refused):
        finalise_review(review=review, by=people.sam.as_actor())
    assert not SupportPlan.objects.filter(child=people.seyi, status="draft").exists()
    assert cycle_of(review).closed_on is None


def test_finalised_twice_it_happens_once(people: Cast) -> None:
    review = finalised(people)
    again = finalise_review(review=review, by=people.kemi.as_actor())
    assert again.finalised_by == review.finalised_by
    assert SupportPlan.objects.filter(child=people.seyi).count() == 2


def test_minutes_never_change_c8_1(people: Cast) -> None:
    review = finalised(people)
    with pytest.raises(Refused, match="The minutes are finalised"):
        write_review(review=review, values={"child_view": "x"}, by=people.sam.as_actor())
    key = next_plan(review).strategy_lines.get().line_key
    with pytest.raises(Refused, match="The minutes are finalised"):
        give_verdict(review=review, line_key=key, by=people.sam.as_actor(), **KEEP)
    review.decision_words = "Something else"
    with pytest.raises(UnchangeableReview):
        review.record(by=people.sam.as_actor(), why="Smuggled")
    for part in (review.verdicts.all()[0], review.participants.all()[0]):
        with pytest.raises(UnchangeableReview):
            part.record(by=people.sam.as_actor(), why="Smuggled")
        with pytest.raises(UnchangeableReview):
            part.remove(by=people.sam.as_actor(), why="Smuggled")
    with pytest.raises(UnchangeableReview):
        review.remove(by=people.sam.as_actor(), why="Smuggled")


def test_a_parents_words_are_never_changed_by_staff(people: Cast) -> None:
    view = whole(people).family_views.all()[0]
    view.words = "All is well."
    with pytest.raises(UnchangeableReview):
        view.record(by=people.sam.as_actor(), why="Smuggled")
    with pytest.raises(UnchangeableReview):
        view.remove(by=people.sam.as_actor(), why="Smuggled")


def test_the_plan_stays_in_force_until_the_next_is_finalised_c4(people: Cast) -> None:
    review = finalised(people)
    assert review.plan is not None
    assert SupportPlan.objects.get(pk=review.plan_id).state is PlanStatus.FINALISED
    draft = next_plan(review)
    target = only(Target, draft)
    assert target.small_step
    plans.finalise_plan(plan=stories.agreed(people, draft), by=people.sam.as_actor())
    assert SupportPlan.objects.get(pk=review.plan_id).state is PlanStatus.SUPERSEDED


def test_a_new_plan_is_never_finalised_while_the_old_cycles_review_is_not_c4(people: Cast) -> None:
    old = cycle(people)
    other = stories.draft(people, date(2026, 11, 23))
    other = plans.change_section(plan=other, values=stories.WORDS, by=people.kemi.as_actor())
    stories.target(other, people, stories.strategy(other, people))
    ready = stories.agreed(people, other)
    with pytest.raises(Refused, match=f"Plan {old.number}'s review comes first"):
        plans.finalise_plan(plan=ready, by=people.sam.as_actor())
    review = whole(people, review=planned(people, cycle=old))
    finalise_review(review=review, by=people.sam.as_actor())
    filled = SupportPlan.objects.get(pk=ready.pk)
    assert filled.state is PlanStatus.DRAFT
    words = [line.what_adults_do for line in Strategy.objects.filter(plan=filled)]
    assert len(words) == 2
    assert filled.cycle.starts_on == TODAY


def test_a_correction_being_written_comes_first(people: Cast) -> None:
    review = whole(people)
    plan = SupportPlan.objects.get(cycle=review.cycle_id)
    plans.correct_plan(plan=plan, because="A letter", by=people.sam.as_actor())
    with pytest.raises(Refused, match="A correction of this plan is being written"):
        finalise_review(review=review, by=people.sam.as_actor())
    assert not Review.objects.get(pk=review.pk).is_finalised


@pytest.mark.parametrize("decision", ["close", "step_down"])
def test_a_decision_that_ends_support_starts_no_cycle_c4(people: Cast, decision: str) -> None:
    review = finalised(
        people,
        target={"verdict": TargetVerdict.STOPPED, "what_next": WhatNext.NONE, "why": "Moving on"},
        decision=decision,
        decision_words="He needs what everybody has",
        next_review_on=None,
    )
    plan = SupportPlan.objects.get(child=people.seyi)
    assert plan.state is PlanStatus.CLOSED
    assert "at the review of plan" in plan.closed_because
    assert cycle_of(review).closed_on == TODAY


def test_the_next_review_is_planned_with_its_people_c4_1(people: Cast) -> None:
    review = finalised(people)
    following = Review.objects.get(child=people.seyi, finalised_at=None)
    assert following.planned_on == NEXT_REVIEW
    assert following.cycle == next_plan(review).cycle
    assert following.participants.count() == review.participants.count()


def test_all_achieved_asks_the_agency_of_the_targets_for_a_new_observation_c6_1(
    people: Cast,
) -> None:
    plan = stories.draft(people, given.BEGAN)
    plan = plans.change_section(plan=plan, values=stories.WORDS, by=people.kemi.as_actor())
    source = {
        "source_kind": "report",
        "source_report": stories.report(people),
        "source_page": "3",
    }
    stories.target(plan, people, stories.strategy(plan, people), **source)
    plan = plans.finalise_plan(plan=stories.agreed(people, plan), by=people.sam.as_actor())
    finalised(people, review=planned(people, cycle=plan.cycle))
    request = ReportRequest.objects.get(child=people.seyi)
    assert (request.agency, request.kind) == (people.speech, RequestKind.OBSERVATION)
    assert "C6.1" in request.because
    assert request.asked_on is None


def test_all_achieved_with_no_report_asks_the_agency_that_the_senco_chose_c6_1(
    people: Cast,
) -> None:
    finalised(people, after_all_achieved="agency", observation_by=people.speech)
    assert ReportRequest.objects.get(child=people.seyi).agency == people.speech


def test_the_tracker_chosen_or_a_target_not_achieved_asks_nobody_c6_1(people: Cast) -> None:
    finalised(people, after_all_achieved="tracker", observation_by=people.speech)
    assert not ReportRequest.objects.exists()


def test_not_all_achieved_asks_nobody(people: Cast) -> None:
    finalised(people, target=SMALLER)
    assert not ReportRequest.objects.exists()


def late_entry(people: Cast, seen_on: date, line: int = 0) -> InterventionEntry:
    key = given.keys(given.in_force(people))[line]
    return given.entry(people, seen_on=seen_on, lines={key: HelpLevel.SOME})


def test_entries_after_the_day_held_move_to_the_new_cycle_where_their_line_goes_on_c4(
    people: Cast,
) -> None:
    review = begun(people, planned(people), held_on=date(2026, 11, 19))
    before, after = late_entry(people, date(2026, 11, 19)), late_entry(people, TODAY)
    ended = late_entry(people, TODAY, line=1)
    review = finalised(people, review=review)
    cycles = {row.pk: row.cycle_id for row in InterventionEntry.objects.all()}
    assert cycles[before.pk] == cycles[ended.pk] == review.cycle_id
    assert cycles[after.pk] == next_plan(review).cycle_id


def test_a_line_that_the_review_ended_takes_no_entry_any_more_c8(people: Cast) -> None:
    strategy, target = given.keys(given.plan_now(people))
    whole_review = whole(people, review=planned(people, cycle=given.in_force(people).plan.cycle))
    finalise_review(review=whole_review, by=people.sam.as_actor())
    now = plan_in_force(people.seyi)
    assert now is not None
    assert [line.key for line in now.lines] == [strategy]
    with time_machine.travel("2026-11-24T10:00:00Z", tick=False):
        given.entry(people, seen_on=date(2026, 11, 24), lines={strategy: HelpLevel.SOME})
        with pytest.raises(Refused, match="not in the plan any more"):
            given.entry(people, seen_on=date(2026, 11, 24), lines={target: HelpLevel.SOME})


def test_a_view_after_the_minutes_is_refused_and_says_so(people: Cast) -> None:
    review = finalised(people)
    contact = review.family_views.all()[0].contact
    with pytest.raises(Refused, match="The minutes are finalised"):
        add_family_view(
            review=review,
            contact=contact,
            answer=ViewAnswer.GIVEN,
            words="One thing more",
            said_on=TODAY,
            by=people.kemi.as_actor(),
        )


def test_a_copied_line_cannot_be_smuggled_back_into_the_reviewed_plan(people: Cast) -> None:
    review = finalised(people)
    line = only(Strategy, review.plan)
    line.what_adults_do = "Something else"
    with pytest.raises(UnchangeablePlan):
        line.record(by=people.sam.as_actor(), why="Smuggled")
