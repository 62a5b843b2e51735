"""Correcting finalised minutes: a dated note beside them, never a change of them (C8.1)."""

from django.db import transaction

from accounts.rules.actor import Actor
from plans.actions.merging import held
from reviews.models import MinutesCorrection, Review
from reviews.policies.minutes import check_can_correct_minutes


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
