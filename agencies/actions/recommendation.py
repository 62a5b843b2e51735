"""What a report recommends, written down line by line with its page (C1, C5.1, C6)."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from agencies.models import Recommendation, RecommendationKind, Report
from children.actions import facts_changed

from .held import held_report

HOLDS = {
    RecommendationKind.STRATEGY: "holds_strategies",
    RecommendationKind.TARGET: "holds_targets",
}


@transaction.atomic
def add_recommendation(*, report: Report, values: dict[str, Any], by: Actor) -> Recommendation:
    """Writes down one recommendation, after those that are there.

    A report with a target line holds targets, one with a strategy line strategies: when that is
    new, the decision is worked out afresh (C1). `Refused` for a withdrawn report.
    """
    report = held_report(report)
    last = report.recommendations.order_by("-position").first()
    line = Recommendation(report=report, position=last.position + 1 if last else 0, **values)
    line.record(by=by, why="Written down")
    _mark_as_holding(report, line.kind, by)
    return line


@transaction.atomic
def change_recommendation(
    *, line: Recommendation, values: dict[str, Any], seen_version: int, by: Actor
) -> Recommendation:
    """Corrects the words, the page or the kind. `StaleVersion` when somebody else saved first."""
    report = held_report(line.report)
    for name, value in values.items():
        setattr(line, name, value)
    before = Recommendation.objects.get(pk=line.pk).kind
    line.record(by=by, why="Corrected", seen_version=seen_version)
    _mark_as_holding(report, line.kind, by)
    _mark_as_no_more_holding(report, before, by)
    return line


@transaction.atomic
def take_off_recommendation(*, line: Recommendation, by: Actor) -> Recommendation:
    """Takes a line off the report's list; its words stay.

    A report of which no line is left says no more that it holds such, unless somebody said so.
    """
    report = held_report(line.report)
    line = Recommendation.objects.select_related("report").get(pk=line.pk)
    if line.removed_on is None:
        line.removed_on = timezone.localdate()
        line.record(by=by, why="Taken off")
        _mark_as_no_more_holding(report, line.kind, by)
    return line


@transaction.atomic
def put_back_recommendation(*, line: Recommendation, by: Actor) -> Recommendation:
    """Puts a line back in its place."""
    report = held_report(line.report)
    line = Recommendation.objects.select_related("report").get(pk=line.pk)
    if line.removed_on is not None:
        line.removed_on = None
        line.record(by=by, why="Put back")
        _mark_as_holding(report, line.kind, by)
    return line


def _mark_as_holding(report: Report, kind: str, by: Actor) -> None:
    """What is written down says what the report holds; the decision rests on it (C1)."""
    holds = HOLDS[RecommendationKind(kind)]
    if getattr(report, holds) and not report.awaits_look:
        return
    setattr(report, holds, True)
    report.awaits_look = False
    report.record(by=by, why=f"A {RecommendationKind(kind).label.lower()} was found in it")
    facts_changed(report.child, by)


def _mark_as_no_more_holding(report: Report, kind: str, by: Actor) -> None:
    """The last line of its kind is gone, and nobody has said by hand what the report holds."""
    holds = HOLDS[RecommendationKind(kind)]
    left = report.recommendations.filter(kind=kind, removed_on__isnull=True)
    if report.holds_because or not getattr(report, holds) or left.exists():
        return
    setattr(report, holds, False)
    report.record(
        by=by, why=f"No {RecommendationKind(kind).label.lower()} is written down any more"
    )
    facts_changed(report.child, by)
