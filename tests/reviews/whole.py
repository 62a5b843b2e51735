"""A review of Seyi's plan that lacks nothing: one strategy, one target, everybody heard."""

from datetime import date
from typing import Any

from agencies.models import Recommendation, RecommendationKind, Report
from plans.models import Cycle, SupportPlan
from reviews.actions.decision import decide, set_next_review
from reviews.actions.family import add_family_view
from reviews.actions.finalise import finalise_review
from reviews.actions.holding import PARTS, write_review
from reviews.actions.people import mark_presence
from reviews.actions.verdicts import give_verdict
from reviews.models import Participant, Presence, Review, ViewAnswer
from reviews.queries.review_facts import lines_under_review
from reviews.queries.reviewed import plan_lines
from reviews.rules.verdicts import NextStepSource, StrategyVerdict, TargetVerdict, WhatNext
from tests.people import STORY, Cast
from tests.reviews.reviews_given import TODAY, begun, planned

NEXT_REVIEW = date(2027, 1, 12)
WORDS: dict[str, Any] = {
    "child_view": "He put the song card in the bin and chose the train.",
    "child_view_how": "Kemi showed two cards",
}
DECIDED: dict[str, Any] = {"decision": "continue", "after_all_achieved": "tracker"}
KEEP: dict[str, Any] = {"verdict": StrategyVerdict.KEEP, "why": "It works in every room"}
NEXT_STEP: dict[str, Any] = {
    "verdict": TargetVerdict.ACHIEVED,
    "what_next": WhatNext.NEXT_STEP,
    "next_words": "Asks for help with two signs",
    "next_know_when": "He does it with three adults",
    "next_step_source": NextStepSource.TRACKER,
    "next_detail": "Communication, step 7",
}
SMALLER: dict[str, Any] = {
    **NEXT_STEP,
    "verdict": TargetVerdict.NOT_YET,
    "why": "He signs only when Kemi signs first",
    "what_next": WhatNext.ADAPTED_STEP,
    "next_words": "Copies the sign for help",
}


def said(people: Cast, review: Review, **of: dict[str, Any]) -> None:
    """Verdicts by the name of the line: `said(people, review, strategy_1={…})`."""
    for line in lines_under_review(plan_lines(review)):
        values = of.get(line.name.lower().replace(" ", "_"))
        if values:
            by = people.sam.as_actor()
            give_verdict(review=review, line_key=line.key, by=by, **values)


def heard(people: Cast, review: Review) -> None:
    """Everybody came, and every parent gave a view."""
    for person in Participant.objects.filter(review=review):
        mark_presence(
            participant=person,
            presence=Presence.CAME,
            absent_because="",
            view_obtained_how="",
            by=people.kemi.as_actor(),
        )
        if person.contact:
            add_family_view(
                review=review,
                contact=person.contact,
                answer=ViewAnswer.GIVEN,
                words=f"{person.name} says he signs at home too.",
                said_on=TODAY,
                how="in_person",
                by=people.kemi.as_actor(),
            )


def whole(
    people: Cast,
    strategy: dict[str, Any] = KEEP,
    target: dict[str, Any] = NEXT_STEP,
    review: Review | None = None,
    next_review_on: date | None = NEXT_REVIEW,
    **words: Any,
) -> Review:
    """The review, held today, with nothing missing; `words` are the review's own."""
    by = people.sam.as_actor()
    review = begun(people, review or planned(people))
    said(people, review, strategy_1=strategy, target_a=target)
    heard(people, review)
    views = {name: words.pop(name) for name in set(words) & PARTS}
    review = write_review(review=review, values={**WORDS, **views}, by=by)
    review = decide(review=review, values={**DECIDED, **words}, by=by)
    if next_review_on is None:
        return review
    return set_next_review(
        review=review,
        next_review_on=next_review_on,
        next_review_time=None,
        next_review_because="",
        by=by,
    )


def finalised(people: Cast, **how: Any) -> Review:
    return finalise_review(review=whole(people, **how), by=people.sam.as_actor())


def next_plan(review: Review) -> SupportPlan:
    """The plan that was drafted from the review."""
    return SupportPlan.objects.get(
        child=review.child, cycle__number=review.cycle.number + 1, status="draft"
    )


def only(model: Any, plan: SupportPlan | None, **words: Any) -> Any:
    """The one line of the plan that stands, or stands with these words."""
    return model.objects.get(plan=plan, removed_at=None, **words)


def cycle_of(review: Review) -> Cycle:
    return Cycle.objects.get(pk=review.cycle_id)


def recommended(report: Report, words: str, page: str = "4") -> Recommendation:
    return Recommendation(
        report=report, kind=RecommendationKind.TARGET, words=words, page=page
    ).record(by=STORY, why="Taken from the report")
