"""Reviews in the stories: one planned, one held whose minutes are still to be finished, and one
finalised whose minutes nobody has given out (C4, C4.1, C8.1)."""

from datetime import date, time, timedelta

from children.models import Child
from isp_portal.demo.stories.cast import Story
from isp_portal.demo.stories.places import Place
from isp_portal.demo.stories.verdicts import decide_strategies, decide_targets
from plans.models import Cycle, SupportPlan
from plans.queries.calendar import calendar_of
from reviews.actions.family import add_family_view
from reviews.actions.finalise import finalise_review
from reviews.actions.holding import hold_unplanned, write_review
from reviews.actions.people import mark_presence
from reviews.actions.planning import plan_review
from reviews.models import HowHeld, Participant, Presence, PresentAs, Review


def tell_review(story: Story, child: Child, plan: SupportPlan, place: Place, today: date) -> None:
    """As far as the story says: "planned", "held", "finalised", or none."""
    if story.review == "planned":
        _plan(plan.cycle, place, today)
    elif story.review:
        by = place.senco().as_actor()
        review = _hold(plan.cycle, story, place, today)
        _say_things(review, story, child, place, today)
        decide_strategies(review, by)
        if story.review == "finalised":
            decide_targets(review, by)
            finalise_review(review=review, by=by)


def _plan(cycle: Cycle, place: Place, today: date) -> Review:
    """On the last day of the window, or in a week where a holiday has brought that forward."""
    in_time = cycle.due_on is not None and cycle.due_on >= today
    return plan_review(
        cycle=cycle,
        planned_on=cycle.due_on if in_time and cycle.due_on else today + timedelta(days=7),
        planned_time=time(15, 30),
        place="The quiet room",
        outside_window_because="" if in_time else "The holiday came in between",
        by=place.senco().as_actor(),
    )


def _hold(cycle: Cycle, story: Story, place: Place, today: date) -> Review:
    key_person = place.team[story.key_person]
    first = cycle.starts_on or today
    days = list(calendar_of(place.setting).open_days(first, today - timedelta(days=1)))
    early = bool(days and cycle.opens_on and days[-1] < cycle.opens_on)
    return hold_unplanned(
        cycle=cycle,
        held_on=days[-1] if days else today,
        how_held=HowHeld.IN_PERSON,
        interpreter="Amira Saleh, by phone",
        minute_taker=key_person,
        by=key_person.as_actor(),
        outside_window_because="The family is away for the rest of the term" if early else "",
    )


def _say_things(review: Review, story: Story, child: Child, place: Place, today: date) -> None:
    """The staff came; the parents could not, and said their words on the phone."""
    by = place.senco().as_actor()
    for one in Participant.objects.filter(review=review):
        absent = one.capacity == PresentAs.PARENT
        mark_presence(
            participant=one,
            presence=Presence.ABSENT if absent else Presence.CAME,
            absent_because="At work" if absent else "",
            view_obtained_how="By phone the same afternoon" if absent else "",
            by=by,
        )
    for contact in child.contacts.all():
        add_family_view(
            review=review,
            contact=contact,
            answer="given",
            words="At home we hear the names of shoes now. I would like the same at the gate.",
            said_on=review.held_on or today,
            how="phone",
            language=story.language,
            through="Amira Saleh",
            by=by,
        )
    values = {
        "child_view": "Put the bubbles card on the table and laughed.",
        "child_view_how": "Chose between four pictures with the key person",
    }
    write_review(review=review, values=values, by=by)
