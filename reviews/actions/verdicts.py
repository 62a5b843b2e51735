"""The verdict on a line of the plan under review, with the step that follows (C5, C5.1, C6)."""

from dataclasses import fields
from enum import Enum
from typing import Any
from uuid import UUID

from django.db import transaction

from accounts.rules.actor import Actor
from agencies.models import Recommendation, Report
from plans.actions.merging import held, write_part
from plans.models import Target
from reviews.models import LineVerdict, Review
from reviews.policies.verdicts import Said, check_verdict, line_under_review, tidied
from reviews.queries.reviewed import reviewed_lines
from reviews.rules.verdicts import NextStepSource, StrategyVerdict, TargetVerdict, WhatNext


@transaction.atomic
def give_verdict(
    *,
    review: Review,
    line_key: UUID,
    verdict: StrategyVerdict | TargetVerdict,
    by: Actor,
    why: str = "",
    what_next: WhatNext | None = None,
    next_words: str = "",
    next_know_when: str = "",
    next_step_source: NextStepSource | None = None,
    next_recommendation: Recommendation | None = None,
    next_report: Report | None = None,
    next_page: str = "",
    next_detail: str = "",
    seen_version: int | None = None,
) -> LineVerdict:
    """Keeps what the review says of one line; each line is one verdict, whole.

    `Refused` before the review is held and after its minutes are finalised, for a line that does
    not stand in its plan, and for a verdict that does not say why, what follows or where that came
    from (C5.1). `StaleVersion` when somebody else gave or changed it since `seen_version`, which
    is 0 while there was none.
    """
    review = held(review)
    standing = [under.row for under in reviewed_lines(review)]
    line = next((row for row in standing if row.line_key == line_key), None)
    line = line_under_review(review, standing, line)
    said = tidied(
        Said(
            verdict=verdict,
            why=why,
            what_next=what_next,
            next_words=next_words,
            next_know_when=next_know_when,
            next_step_source=next_step_source,
            next_recommendation=next_recommendation,
            next_report=next_report,
            next_page=next_page,
            next_detail=next_detail,
        )
    )
    check_verdict(review, line, said)
    kept = LineVerdict.objects.filter(review=review, line_key=line_key).first()
    if kept is not None:
        return write_part(
            kept, columns(said), by=by, seen_version=seen_version, why="Verdict changed"
        )
    made = LineVerdict(review=review, line_key=line_key, **columns(said))
    made.strategy, made.target = (None, line) if isinstance(line, Target) else (line, None)
    return made.record(by=by, why="Verdict given")


def columns(said: Said) -> dict[str, Any]:
    """What is said, as it is stored."""
    values = {field.name: getattr(said, field.name) for field in fields(said)}
    return {name: _stored(value) if name in CODES else value for name, value in values.items()}


CODES = ("verdict", "what_next", "next_step_source")


def _stored(value: Enum | None) -> str:
    return str(value.value) if value else ""
