"""What the review decides, and the day of the next one (C4, C6.1)."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django.db import transaction

from accounts.rules.actor import Actor
from plans.actions.merging import held, write_part
from reviews.models import Review
from reviews.policies.decision import check_can_decide, check_next_review
from reviews.queries.next_review import offered_window

DECIDED = frozenset(
    {"decision", "decision_words", "step_up_to", "after_all_achieved", "observation_by"}
    | {"agency_comments", "attendance_effect"}
)


@transaction.atomic
def decide(
    *, review: Review, values: Mapping[str, Any], by: Actor, seen_version: int | None = None
) -> Review:
    """Saves what is decided about the support, and what stood behind it; parts may be missing yet.

    `values` are cleaned fields of `DECIDED`. `StaleVersion` when somebody else decided meanwhile;
    another part of the review written meanwhile is no conflict.
    """
    if unknown := set(values) - DECIDED:
        raise ValueError(f"Not decided here: {sorted(unknown)}")
    check_can_decide(held(review), values.get("step_up_to"), values.get("observation_by"))
    return write_part(review, dict(values), by=by, seen_version=seen_version, why="Decided")


@transaction.atomic
def set_next_review(
    *,
    review: Review,
    next_review_on: date,
    next_review_time: time | None,
    next_review_because: str,
    by: Actor,
    seen_version: int | None = None,
) -> Review:
    """Says when the next review is. `Refused` outside its window without a reason (C4)."""
    stored = held(review)
    check_next_review(stored, next_review_on, next_review_because, offered_window(stored))
    values = {
        "next_review_on": next_review_on,
        "next_review_time": next_review_time,
        "next_review_because": next_review_because,
    }
    return write_part(review, values, by=by, seen_version=seen_version, why="Next review")
