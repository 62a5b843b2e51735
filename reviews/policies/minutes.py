"""When minutes may be corrected, and why not (C8.1)."""

from datetime import date

from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from children.models import ParentCarer
from plans.models import SignOffAnswer
from reviews.models import Review

from .people import check_may_take_part

NEEDS_WORDS = (SignOffAnswer.WITH_COMMENTS.value, SignOffAnswer.NOT_AGREED.value)


def check_can_correct_minutes(review: Review, words: str) -> None:
    """Only finalised minutes need a note beside them; until then the review itself changes."""
    if not review.is_finalised:
        raise Refused("The minutes are not finalised yet. Change the review itself.")
    if not words.strip():
        raise Refused("Say what is wrong, and how it should read.", "words")


def check_can_answer_minutes(
    review: Review, contact: ParentCarer, answer: str, words: str, on: date, today: date
) -> None:
    """A parent who may take part answers finalised minutes, from the day of the review to today."""
    if not review.is_finalised:
        raise Refused("The minutes are not finalised yet. A parent answers them once they are.")
    check_may_take_part(review.child, contact, today)
    if answer in NEEDS_WORDS and not words.strip():
        raise Refused("Write what they said, in their own words.", "words")
    if on > today:
        raise Refused("This day has not come yet.", "answered_on")
    if review.held_on and on < review.held_on:
        held = say_day(review.held_on, today)
        raise Refused(f"This is before the review was held, on {held}.", "answered_on")
