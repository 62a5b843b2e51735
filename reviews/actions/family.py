"""What the parents say at a review, in their own words: added to, never changed (C4.1, C8.1)."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from children.models import ParentCarer
from plans.actions.merging import held
from reviews.models import FamilyView, Review
from reviews.policies.people import (
    check_may_take_part,
    check_view_says_something,
    check_was_said,
)
from reviews.policies.planning import check_can_write_review


@transaction.atomic
def add_family_view(
    *,
    review: Review,
    contact: ParentCarer,
    answer: str,
    words: str,
    said_on: date,
    by: Actor,
    attempts: str = "",
    how: str = "",
    language: str = "",
    through: str = "",
) -> FamilyView:
    """Keeps what a parent said, or that they were not reached and how they were tried (C4.1).

    What is not of the answer is left out: who declined has said no words. `Refused` for a contact
    who may not take part, a view without words, and a day to come or before the cycle.
    """
    review, today = held(review), timezone.localdate()
    check_can_write_review(review)
    check_may_take_part(review.child, contact, today)
    check_view_says_something(answer, words, attempts)
    check_was_said(review, said_on, today)
    given = answer == "given"
    return FamilyView(
        review=review,
        contact=contact,
        answer=answer,
        words=words if given else "",
        attempts=attempts if answer == "not_reached" else "",
        said_on=said_on,
        how=how if answer != "not_reached" else "",
        language=language if given else "",
        through=through if given else "",
        written_down_by=by.label,
    ).record(by=by, why="In their own words" if given else "No words")
