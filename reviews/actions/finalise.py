"""A held review becomes its minutes, and what it decided happens (C5, C6, C6.1, C8.1)."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from agencies.actions import request_report
from agencies.models import Agency, RequestKind
from children.models import Child
from plans.actions import end_support, start_cycle
from plans.actions.merging import held
from plans.models import Cycle, SupportPlan
from plans.queries.content import lines_of
from plans.rules.lifecycle import PlanStatus
from reviews.models import ActionLookedAt, ActionOutcome, InterventionEntry, Review
from reviews.policies.finalise import check_can_finalise_review
from reviews.queries.carried import carried_by, view_carried
from reviews.queries.review_facts import (
    review_content,
    reviewed_plan,
    target_agencies,
)
from reviews.rules.minutes_gaps import minutes_gaps
from reviews.rules.verdicts import AfterAllAchieved, Decision

from .planning import plan_review

EVERY_TARGET = "Every target of plan {number} was achieved at its review (C6.1)."


@transaction.atomic
def finalise_review(*, review: Review, by: Actor) -> Review:
    """Finalises the minutes: from now on they never change (C8.1).

    The plan's cycle ends on the day the review was held. Unless the decision ends support, the
    next plan is drafted from the verdicts (C5, C6), the next cycle starts on that day, what was
    seen after it moves there where its line goes on, and the next review is planned. Every target
    achieved raises the request for a new observation (C6.1). Asked twice, it happens once.
    `Refused` while something is missing, or while a correction of the plan is being written.
    """
    child = Child.objects.select_for_update(of=("self",)).get(pk=review.child_id)
    review = held(review)
    if review.is_finalised:
        return review
    plan = reviewed_plan(review)
    content = review_content(review)
    check_can_finalise_review(review, plan, minutes_gaps(content))
    assert plan is not None
    assert review.held_on is not None
    _settle_actions(review, by)
    if content.is_all_achieved:
        for agency in _agencies_to_ask(review, plan):
            because = EVERY_TARGET.format(number=plan.cycle.number)
            request_report(
                child=child, agency=agency, kind=RequestKind.OBSERVATION, because=because, by=by
            )
    following = _what_follows(review, plan, by)
    review.plan = plan
    review.finalised_at, review.finalised_by = timezone.now(), by.label
    review.record(by=by, why="Finalised")
    if following is not None:
        _plan_next(review, following, by)
    return review


def _settle_actions(review: Review, by: Actor) -> None:
    """What was done, or is no longer needed, is open no more; what is carried on stays open."""
    looked = ActionLookedAt.objects.filter(review=review).exclude(outcome=ActionOutcome.CARRIED)
    for row in looked.select_related("action"):
        action = row.action
        action.closed_on = review.held_on
        action.record(by=by, why=row.get_outcome_display())


def _agencies_to_ask(review: Review, plan: SupportPlan) -> tuple[Agency, ...]:
    """The one chosen; else those whose reports the targets came from (C6.1)."""
    from_reports = target_agencies(lines_of(plan).targets)
    if review.observation_by and (
        from_reports or review.after_all_achieved == AfterAllAchieved.AGENCY.value
    ):
        return (review.observation_by,)
    return from_reports


def _what_follows(review: Review, plan: SupportPlan, by: Actor) -> Cycle | None:
    """The cycle that begins on the day of the review; None when the decision ends support."""
    assert review.held_on is not None
    decision = Decision(review.decision)
    if plan.state is PlanStatus.CLOSED:  # by hand, while the review was held
        return None
    if decision.ends_support:
        because = f"{decision.label}: decided at the review of plan {plan.cycle.number}"
        end_support(plan=plan, held_on=review.held_on, because=because, by=by)
        return None
    carried = carried_by(review)
    draft = start_cycle(
        plan=plan,
        held_on=review.held_on,
        carried=carried,
        view=view_carried(review),
        by=by,
    )
    _move_later_entries(review, draft.cycle, carried.going_on, by)
    return draft.cycle


def _move_later_entries(
    review: Review, following: Cycle, going_on: frozenset[UUID], by: Actor
) -> None:
    """What was seen after the day of the review belongs to the next cycle where its line goes on."""
    later = InterventionEntry.objects.filter(cycle=review.cycle_id, seen_on__gt=review.held_on)
    for entry in later.prefetch_related("lines"):
        if any(line.line_key in going_on for line in entry.lines.all()):
            entry.cycle = following
            entry.record(by=by, why="Seen after the review")


def _plan_next(review: Review, following: Cycle, by: Actor) -> None:
    """The next review, on the day that the minutes say, with the usual people on its list.

    Minutes that were finalised later than that day plan nothing: the window still says when.
    """
    assert review.next_review_on is not None  # a gap would have said so
    if review.next_review_on < timezone.localdate():
        return
    plan_review(
        cycle=following,
        planned_on=review.next_review_on,
        planned_time=review.next_review_time,
        place=review.place,
        outside_window_because=review.next_review_because,
        by=by,
    )
