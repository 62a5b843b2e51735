"""Held reviews in the stories: strategies decided in all of them, targets in the finalised one (C5)."""

from datetime import timedelta

from accounts.rules.actor import Actor
from plans.models import Strategy, Target
from reviews.actions.agreed import agree_action
from reviews.actions.decision import decide, set_next_review
from reviews.actions.verdicts import give_verdict
from reviews.models import Review
from reviews.queries.next_review import offered_window
from reviews.queries.reviewed import reviewed_lines
from reviews.rules.verdicts import NextStepSource, StrategyVerdict, TargetVerdict, WhatNext

WHY = ("It works in every room", "Slower, and still moving")


def decide_strategies(review: Review, by: Actor) -> None:
    """Keeps all but the last strategy, which changes; and agrees on one thing to do."""
    lines = [line for line in reviewed_lines(review) if isinstance(line.row, Strategy)]
    for line, why in zip(lines[:-1], WHY, strict=False):
        give_verdict(review=review, line_key=line.key, verdict=StrategyVerdict.KEEP, why=why, by=by)
    give_verdict(
        review=review,
        line_key=lines[-1].key,
        verdict=StrategyVerdict.CHANGE,
        why="Half of the times it did not happen: staffing",
        next_words="Sing the song one minute before a change, with whoever is there",
        next_step_source=NextStepSource.JUDGEMENT,
        next_detail="What the record says of the afternoons",
        by=by,
    )
    if review.held_on:
        agree_action(
            review=review,
            what="Print the song cards for the second room",
            who="Kemi Adebayo",
            by_on=review.held_on + timedelta(days=14),
            by=by,
        )


def decide_targets(review: Review, by: Actor) -> None:
    """The step was too large: a smaller one takes its place, and the support goes on (C5)."""
    for line in reviewed_lines(review):
        if isinstance(line.row, Target):
            give_verdict(
                review=review,
                line_key=line.key,
                verdict=TargetVerdict.NOT_YET,
                why="Signs only after somebody signs first",
                what_next=WhatNext.ADAPTED_STEP,
                next_words="Copies the sign for help",
                next_know_when="It happens with two different adults",
                next_step_source=NextStepSource.TRACKER,
                next_detail="Communication, step 6",
                by=by,
            )
    review = decide(review=review, values={"decision": "continue"}, by=by)
    window = offered_window(review)
    if window:
        set_next_review(
            review=review,
            next_review_on=window.due_on,
            next_review_time=None,
            next_review_because="",
            by=by,
        )
