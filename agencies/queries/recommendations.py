"""What the current reports recommend and no plan has taken up yet (C1, C6)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from agencies.models import Recommendation, RecommendationKind, Report
from agencies.queries.cited import where_cited
from agencies.rules.reports import ReportHeld, current_reports
from children.models import Child


def current_report_ids(child: Child, on: date) -> set[UUID]:
    """The latest-dated report of each agency among those held on the day."""
    columns = ("agency_id", "dated_on", "received_on", "holds_strategies", "holds_targets", "pk")
    held = Report.objects.held().filter(child=child).order_by("id").values_list(*columns)
    current = current_reports((ReportHeld(*row) for row in held), on)
    return {report.key for report in current if isinstance(report.key, UUID)}


def remaining_recommendations(
    child: Child, on: date, kind: RecommendationKind | str | None, used: Collection[UUID]
) -> list[Recommendation]:
    """What the current reports recommend of this kind (None: all), without those that `used` names.

    In the order of the reports, the newest first, and of their lines.
    """
    offered = Recommendation.objects.offered().exclude(pk__in=used)
    if kind is not None:
        offered = offered.filter(kind=kind)
    of_reports = offered.filter(report__in=current_report_ids(child, on))
    newest_first = of_reports.order_by("-report__dated_on", "report_id", "position", "id")
    return list(newest_first.select_related("report__agency"))


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """A line of a report, and the places that cite it: "plan 2, strategy 1"."""

    row: Recommendation
    used_in: str


def recommendations_of(report: Report) -> tuple[list[RecommendationRow], list[Recommendation]]:
    """What the report recommends, in its order, and what was taken off."""
    rows = list(Recommendation.objects.filter(report=report))
    standing = [row for row in rows if row.removed_on is None]
    cited = where_cited([row.pk for row in standing])
    listed = [RecommendationRow(row, "; ".join(cited[row.pk])) for row in standing]
    return listed, [row for row in rows if row.removed_on is not None]


def still_said_to_hold(report: Report) -> list[str]:
    """What the report is marked as holding although no line written down from it says so.

    Only for a report of which something was written down and taken off again.
    """
    rows = Recommendation.objects.filter(report=report)
    kinds = {(row.kind, row.removed_on is None) for row in rows}
    marked = (
        (RecommendationKind.STRATEGY, report.holds_strategies, "strategies"),
        (RecommendationKind.TARGET, report.holds_targets, "targets"),
    )
    return [
        words
        for kind, holds, words in marked
        if holds and (kind, False) in kinds and (kind, True) not in kinds
    ]
