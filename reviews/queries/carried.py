"""What the verdicts of a review carry into the next plan (C5, C5.1, C6)."""

from typing import Any

from django.utils import timezone

from accounts.rules.day_words import say_day
from children.models import ParentCarer
from plans.rules.carrying import (
    Carried,
    CarriedSource,
    CarriedStrategy,
    InsteadOf,
    StepAfter,
)
from plans.rules.content import TEXT_CAPS, SourceKind
from reviews.models import FamilyView, LineVerdict, Review, ViewAnswer
from reviews.rules.verdicts import NextStepSource, StrategyVerdict, TargetVerdict, WhatNext

SOURCES = {
    NextStepSource.REPORT: SourceKind.REPORT,
    NextStepSource.TRACKER: SourceKind.SETTING,
    NextStepSource.JUDGEMENT: SourceKind.SETTING,
    NextStepSource.PARENT: SourceKind.PARENT,
}
MOST_DETAIL = 300
MOST_WORDS = 600
BETWEEN = "\n\n"


def carried_by(review: Review) -> Carried:
    """The lines that go on, those in the place of stopped ones, and the steps that follow."""
    rows = list(review.verdicts.select_related("strategy", "target"))
    strategies = [row for row in rows if row.strategy_id]
    targets = [row for row in rows if row.target_id]
    return Carried(
        strategies=tuple(
            CarriedStrategy(row.line_key, row.next_words, _source(row) if row.next_words else None)
            for row in strategies
            if row.verdict != StrategyVerdict.STOP.value
        ),
        instead=tuple(
            InsteadOf(row.line_key, row.next_words, _source(row))
            for row in strategies
            if row.verdict == StrategyVerdict.STOP.value and row.next_words
        ),
        held_targets=tuple(row.line_key for row in targets if row.what_next == WhatNext.HOLD.value),
        steps=tuple(_step(review, row) for row in targets if _writes_a_step(row)),
    )


def _writes_a_step(row: LineVerdict) -> bool:
    return bool(row.what_next) and WhatNext(row.what_next).writes_a_step


def _step(review: Review, row: LineVerdict) -> StepAfter:
    return StepAfter(
        key=row.line_key,
        is_adapted=row.what_next == WhatNext.ADAPTED_STEP.value,
        small_step=row.next_words,
        know_when=row.next_know_when,
        starting_point=_starting_point(review, row),
        source=_source(row),
    )


def _starting_point(review: Review, row: LineVerdict) -> str:
    """Where the child starts from: the step just achieved, or what was said of the one that was not."""
    if row.verdict != TargetVerdict.ACHIEVED.value or review.held_on is None:
        return row.why
    day = say_day(review.held_on, review.held_on)
    return f"Achieved on {day}: {row.target}"[:MOST_WORDS]


def _source(row: LineVerdict) -> CarriedSource:
    source = NextStepSource(row.next_step_source)
    said = row.next_detail
    if source in (NextStepSource.TRACKER, NextStepSource.JUDGEMENT):
        said = f"{source.label}: {said}"[:MOST_DETAIL]
    return CarriedSource(
        kind=SOURCES[source],
        report=row.next_report_id,
        recommendation=row.next_recommendation_id,
        page=row.next_page,
        detail=said,
    )


def view_carried(review: Review) -> dict[str, Any]:
    """The parents' view for the start of the next plan: the newest that was given, or why there is
    none. Words of somebody who may not take part any more stay with the review."""
    free = ParentCarer.objects.filter(child=review.child_id).to_be_asked(timezone.localdate())
    views = list(
        FamilyView.objects.filter(review=review, contact__in=free).select_related("contact")
    )
    given = [view for view in views if view.answer == ViewAnswer.GIVEN]
    if given:
        view = given[-1]
        return {
            "parents_view": _newest_that_fit(given, view.contact),
            "parents_view_by": view.contact,
            "parents_view_on": view.said_on,
            "parents_view_how": view.how,
        }
    reasons = [f"{view.contact.name}: {view.get_answer_display().lower()}" for view in views]
    why = ". ".join(reasons)[: TEXT_CAPS["why_no_parents_view"]] or review.why_no_parents_view
    return {"why_no_parents_view": why}


def _newest_that_fit(views: list[FamilyView], contact: ParentCarer) -> str:
    """What this parent said, in its order, whole each time: the oldest stay with the review alone
    where a plan cannot hold them all."""
    kept: list[str] = []
    for words in reversed([view.words for view in views if view.contact_id == contact.pk]):
        if kept and len(BETWEEN.join([words, *kept])) > TEXT_CAPS["parents_view"]:
            break
        kept.insert(0, words)
    return BETWEEN.join(kept)
