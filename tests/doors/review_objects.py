"""Seyi's review: planned, being held, and what stands in it."""

from datetime import date
from typing import Any

from django.utils import timezone

from accounts.actions.calendar_link import make_calendar_link
from agencies.models import AgencyVisit
from reviews.actions import agree_action
from reviews.actions.holding import hold_review
from reviews.actions.planning import plan_review
from reviews.models import HowHeld, Participant, Review
from tests.people import STORY, Cast
from tests.plans import stories

ONCE_BEGUN = {
    *("reviews:review_held", "reviews:review", "reviews:review_since", "reviews:review_line"),
    *("reviews:review_decision", "reviews:review_actions", "reviews:review_next"),
    *("reviews:review_finish", "reviews:review_finalise"),
}
"""Pages of a review that somebody has begun; the others are shown of one that is planned."""


def review(people: Cast) -> Review:
    """Planned for today, of the plan in force."""
    return plan_review(
        cycle=stories.finalised(people, date(2026, 10, 5)).cycle,
        planned_on=timezone.localdate(),
        planned_time=None,
        place="Orchard room",
        outside_window_because="",
        by=people.sam.as_actor(),
    )


def begun(people: Cast) -> Any:
    return hold_review(
        review=review(people),
        held_on=timezone.localdate(),
        how_held=HowHeld.IN_PERSON,
        interpreter="",
        minute_taker=people.kemi,
        by=people.kemi.as_actor(),
    ).pk


def action(people: Cast) -> Any:
    """Agreed at the review that is being held."""
    found = Review.objects.filter(child=people.seyi).first()
    return agree_action(
        review=found or Review.objects.get(pk=begun(people)),
        what="Photograph the snack cards",
        who="Kemi Adebayo",
        by_on=timezone.localdate(),
        by=people.kemi.as_actor(),
    ).pk


def participant(people: Cast) -> Any:
    """Priya, on the list of the review that the address has named already."""
    return Participant.objects.get(contact=people.priya).pk


def feed_token(people: Cast) -> str:
    """The secret of Sam's own calendar."""
    return make_calendar_link(membership=people.sam, by=people.sam.as_actor())[1]


def visit(people: Cast) -> Any:
    """Theo's agency comes to see Seyi today."""
    day = timezone.localdate()
    return AgencyVisit(child=people.seyi, agency=people.speech, on=day).record(by=STORY).pk
