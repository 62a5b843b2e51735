"""A review of Seyi's plan told by the portal's own actions, on whatever day it is."""

from datetime import timedelta

from django.utils import timezone

from plans import actions as plans
from plans.models import Strategy, SupportPlan, Target
from reviews.actions.decision import decide, set_next_review
from reviews.actions.family import add_family_view
from reviews.actions.finalise import finalise_review
from reviews.actions.holding import hold_review, write_review
from reviews.actions.people import mark_presence
from reviews.actions.planning import plan_review
from reviews.models import HowHeld, Participant, Review
from tests.people import STORY, Cast
from tests.plans import stories
from tests.reviews.whole import DECIDED, KEEP, NEXT_STEP, WORDS, next_plan, said

WEEKS_AGO = timedelta(days=49)


def planned_for_today(people: Cast) -> Review:
    """Of a plan of seven weeks ago. The setting opens every day, so that any day serves."""
    people.acorns.open_weekdays = list(range(7))
    people.acorns.record(by=STORY, why="Open every day")
    people.seyi.refresh_from_db()
    plan = stories.finalised(people, timezone.localdate() - WEEKS_AGO)
    return plan_review(
        cycle=plan.cycle,
        planned_on=timezone.localdate(),
        planned_time=None,
        place="Orchard room",
        outside_window_because="",
        by=people.sam.as_actor(),
    )


def held_and_finalised(people: Cast, review: Review) -> Review:
    """Staff came and the parents did not; who has said nothing was not reached."""
    by, today = people.sam.as_actor(), timezone.localdate()
    review = hold_review(
        review=review,
        held_on=today,
        how_held=HowHeld.IN_PERSON,
        interpreter="",
        minute_taker=people.kemi,
        by=by,
    )
    said(people, review, strategy_1=KEEP, target_a=NEXT_STEP)
    for one in Participant.objects.filter(review=review):
        _here_or_not(one, review, people)
    write_review(review=review, values=WORDS, by=by)
    review = decide(review=Review.objects.get(pk=review.pk), values=DECIDED, by=by)
    review = set_next_review(
        review=review,
        next_review_on=today + WEEKS_AGO,
        next_review_time=None,
        next_review_because="",
        by=by,
    )
    return finalise_review(review=review, by=by)


def _here_or_not(one: Participant, review: Review, people: Cast) -> None:
    by = people.kemi.as_actor()
    mark_presence(
        participant=one,
        presence="absent" if one.contact else "came",
        absent_because="At work" if one.contact else "",
        view_obtained_how="By their link" if one.contact else "",
        by=by,
    )
    if one.contact and not review.family_views.filter(contact=one.contact).exists():
        add_family_view(
            review=review,
            contact=one.contact,
            answer="not_reached",
            words="",
            attempts="Rang twice",
            said_on=timezone.localdate(),
            by=by,
        )


def next_plan_finalised(people: Cast, review: Review) -> SupportPlan:
    """Drafted from the review, made whole, agreed and finalised."""
    draft, by = next_plan(review), people.kemi.as_actor()
    for line in Target.objects.filter(plan=draft):
        served = Strategy.objects.filter(plan=draft)
        values = {"starting_point": "With help", "source_kind": "setting"}
        plans.change_target(line=line, values=values, served_by=served, by=by)
    return plans.finalise_plan(plan=stories.agreed(people, draft), by=people.sam.as_actor())
