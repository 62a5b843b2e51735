"""What may be decided at a review, agreed to be done, and planned next, and why not (C4, C6.1)."""

from datetime import date, timedelta

from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from agencies.models import Agency
from plans.rules.window import ReviewWindow
from reviews.models import AgreedAction, Review

from .planning import is_open_day
from .verdicts import check_is_being_held

FURTHEST_AHEAD = timedelta(days=366)


def check_can_decide(review: Review, *agencies: Agency | None) -> None:
    """The review is being held, and the agencies named are those of the child's own setting."""
    check_is_being_held(review)
    for agency, field in zip(agencies, ("step_up_to", "observation_by"), strict=False):
        if agency is not None and agency.setting_id != review.child.setting_id:
            raise Refused("Choose one of the agencies in the list.", field)


def check_can_agree_action(review: Review, what: str, who: str, by_on: date) -> None:
    """What, who and by when: on or after the day of the review."""
    check_is_being_held(review)
    if not what.strip():
        raise Refused("Say what is to be done.", "what")
    if not who.strip():
        raise Refused("Say who does it.", "who")
    if review.held_on and by_on < review.held_on:
        raise Refused("This is before the day of the review.", "by_on")
    if review.held_on and by_on - review.held_on > FURTHEST_AHEAD:
        raise Refused("This is more than a year ahead.", "by_on")


def check_can_look_at(review: Review, action: AgreedAction) -> None:
    """An action of an earlier review of this child, still open."""
    check_is_being_held(review)
    earlier = action.review
    if earlier.child_id != review.child_id or earlier.cycle.number >= review.cycle.number:
        raise Refused("This action is not from an earlier review of this child.")
    if action.closed_on:
        raise Refused("This action is closed already.")


def check_next_review(review: Review, on: date, because: str, window: ReviewWindow | None) -> None:
    """After this one; outside the next cycle's window, or on a closed day, with a reason (C4)."""
    check_is_being_held(review)
    assert review.held_on is not None  # it is being held
    if on <= review.held_on:
        raise Refused("The next review comes after this one.", "next_review_on")
    if on - review.held_on > FURTHEST_AHEAD:
        raise Refused("This is more than a year ahead.", "next_review_on")
    if because.strip():
        return
    if window and not window.opens_on <= on <= window.due_on:
        first, last = (say_day(day, review.held_on) for day in (window.opens_on, window.due_on))
        words = f"The next review is due between {first} and {last}. Say why it is on another day."
        raise Refused(words, "next_review_because")
    if not is_open_day(review.child, on):
        words = f"You are closed on {say_day(on, review.held_on)}. Say why it is on that day."
        raise Refused(words, "next_review_because")
