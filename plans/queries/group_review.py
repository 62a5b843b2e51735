"""What the review of a group provision map still lacks."""

from datetime import date

from django.db.models import Prefetch

from plans.models import GroupProvisionChild, GroupProvisionMap, GroupProvisionRow
from plans.rules.group_review import ReviewGap, RowToReview, review_gaps


def rows_to_review(group_map: GroupProvisionMap) -> list[GroupProvisionRow]:
    """The standing rows with the children they name, in two queries."""
    named = GroupProvisionChild.objects.filter(removed_on__isnull=True).select_related("child")
    rows = GroupProvisionRow.objects.filter(group_map=group_map, removed_on__isnull=True)
    rows = rows.select_related("group_map")
    return list(rows.prefetch_related(Prefetch("named_children", queryset=named)))


def gaps_of_review(group_map: GroupProvisionMap, today: date) -> tuple[ReviewGap, ...]:
    """What must be said before the map is frozen, row by row."""
    return review_gaps(
        has_day=group_map.reviewed_on is not None,
        has_people=bool(group_map.reviewed_with),
        rows=[_to_review(row, today) for row in rows_to_review(group_map)],
    )


def _to_review(row: GroupProvisionRow, today: date) -> RowToReview:
    return RowToReview(
        key=str(row.pk),
        name=row.intervention,
        has_run=row.starts_on <= min(today, row.group_map.ends_on),
        exit_measure=row.exit_measure,
        decision=row.review_decision,
        effects=tuple((named.child.called, named.effect) for named in row.named_children.all()),
    )
