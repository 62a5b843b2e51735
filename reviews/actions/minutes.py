"""What comes to finalised minutes: a dated correction, and parents' answers (C8.1)."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from children.models import ParentCarer
from plans.actions.merging import held
from reviews.models import MinutesAnswer, MinutesCorrection, Review
from reviews.policies.minutes import check_can_answer_minutes, check_can_correct_minutes


@transaction.atomic
def correct_minutes(*, review: Review, words: str, by: Actor) -> MinutesCorrection:
    """Adds a note to the finalised minutes, which are then the next version (C8.1).

    `Refused` before they are finalised, and without words.
    """
    review = held(review)
    check_can_correct_minutes(review, words)
    note = MinutesCorrection(
        review=review,
        version=2 + review.corrections.count(),
        words=words.strip(),
        corrected_by=by.label,
    )
    return note.record(by=by, why="Minutes corrected")


@transaction.atomic
def answer_minutes(
    *,
    review: Review,
    contact: ParentCarer,
    answer: str,
    words: str,
    method: str,
    answered_on: date,
    by: Actor,
) -> MinutesAnswer:
    """Keeps a parent's agreement or objection, in their words, with the version they answered.

    A later answer stands beside the earlier one. `Refused` before the minutes are finalised, for
    somebody who may not take part, for an objection without words, and for a day that cannot be.
    """
    review = held(review)
    check_can_answer_minutes(review, contact, answer, words, answered_on, timezone.localdate())
    return MinutesAnswer(
        review=review,
        contact=contact,
        version=1 + review.corrections.count(),
        answer=answer,
        words=words,
        method=method,
        answered_on=answered_on,
        written_down_by=by.label,
    ).record(by=by, why="A parent answered the minutes")
