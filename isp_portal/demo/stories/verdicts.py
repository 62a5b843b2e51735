"""A held review in the stories: its strategies are decided, its target is not yet (C5)."""

from datetime import timedelta

from accounts.rules.actor import Actor
from plans.models import Strategy
from reviews.actions.agreed import agree_action
from reviews.actions.verdicts import give_verdict
from reviews.models import Review
from reviews.queries.reviewed import reviewed_lines
from reviews.rules.verdicts import NextStepSource, StrategyVerdict

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
