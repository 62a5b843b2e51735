"""What people agree to do, and what became of it by the next review (C8.1)."""

from datetime import date

from django.db import transaction

from accounts.rules.actor import Actor
from plans.actions.merging import held, write_part
from reviews.models import ActionLookedAt, ActionOutcome, AgreedAction, Review
from reviews.policies.decision import check_can_agree_action, check_can_look_at
from reviews.policies.verdicts import check_is_being_held


@transaction.atomic
def agree_action(*, review: Review, what: str, who: str, by_on: date, by: Actor) -> AgreedAction:
    """Adds an action at the end of the list. `Refused` for a day before the review."""
    review = held(review)
    check_can_agree_action(review, what, who, by_on)
    last = AgreedAction.objects.filter(review=review).order_by("-position").first()
    return AgreedAction(
        review=review, what=what, who=who, by_on=by_on, position=last.position + 1 if last else 0
    ).record(by=by, why="Agreed")


@transaction.atomic
def change_action(
    *,
    action: AgreedAction,
    what: str,
    who: str,
    by_on: date,
    by: Actor,
    seen_version: int | None = None,
) -> AgreedAction:
    """Puts an action right until the minutes are finalised. `StaleVersion` when somebody else did."""
    check_can_agree_action(held(action.review), what, who, by_on)
    values = {"what": what, "who": who, "by_on": by_on}
    return write_part(action, values, by=by, seen_version=seen_version, why="Changed")


@transaction.atomic
def take_off_action(*, action: AgreedAction, by: Actor) -> None:
    """Takes an action off the list of a review that is still being written."""
    check_is_being_held(held(action.review))
    stored = AgreedAction.objects.select_for_update().filter(pk=action.pk).first()
    if stored is not None:
        stored.remove(by=by, why="Taken off")


@transaction.atomic
def look_at_action(
    *,
    review: Review,
    action: AgreedAction,
    outcome: ActionOutcome,
    words: str,
    by: Actor,
    seen_version: int | None = None,
) -> ActionLookedAt:
    """Says what became of an action of an earlier review: it closes when the minutes are finalised.

    `seen_version` is 0 while nobody has said; `StaleVersion` when somebody else did meanwhile.
    """
    review = held(review)
    check_can_look_at(review, action)
    kept = ActionLookedAt.objects.filter(review=review, action=action).first()
    values = {"outcome": outcome.value, "words": words}
    if kept is not None:
        return write_part(kept, values, by=by, seen_version=seen_version, why="Looked at again")
    made = ActionLookedAt(review=review, action=action, **values)
    return made.record(by=by, why="Looked at")
