"""The review of a group provision map: written, finished, and carried on into the next map."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from plans.models import (
    GroupProvisionChild,
    GroupProvisionMap,
    GroupProvisionRow,
    RowDecision,
)
from plans.policies.group_review import (
    check_can_copy_map,
    check_can_finish_review,
    check_can_write_review,
)
from plans.queries.group_review import gaps_of_review

from .group_maps import add_group_map, add_group_row
from .merging import held

CARRIED = ("area", "intervention", "aim", "lead", "delivered_by", "group_size", "cost")
HOW_MUCH = ("times_a_week", "minutes", "weeks")


@dataclass(frozen=True, slots=True)
class RowReview:
    """What the review says of one row; both may be empty until it is finished."""

    decision: str
    words: str


@transaction.atomic
def write_group_map_review(
    *,
    group_map: GroupProvisionMap,
    reviewed_on: date | None,
    reviewed_with: str,
    review_words: str,
    rows: Mapping[UUID, RowReview],
    seen_version: int,
    by: Actor,
) -> GroupProvisionMap:
    """Keeps what the review says so far. `rows` by the row's id; the others stay as they are.

    `StaleVersion` when somebody else wrote first. `Refused` before the map begins, for a day to
    come, and once it has been reviewed.
    """
    group_map = held(group_map)
    check_can_write_review(group_map, reviewed_on, timezone.localdate())
    values = (reviewed_on, reviewed_with, review_words)
    before = (group_map.reviewed_on, group_map.reviewed_with, group_map.review_words)
    standing = group_map.rows.filter(removed_on__isnull=True, pk__in=rows).select_for_update()
    changed = [row for row in standing if _said_of(row) != rows[row.pk]]
    if values == before and not changed:
        return group_map
    group_map.reviewed_on, group_map.reviewed_with, group_map.review_words = values
    group_map.record(by=by, why="Review written", seen_version=seen_version)
    for row in changed:
        row.review_decision, row.review_words = rows[row.pk].decision, rows[row.pk].words
        row.record(by=by, why="Review written")
    return group_map


def _said_of(row: GroupProvisionRow) -> RowReview:
    return RowReview(row.review_decision, row.review_words)


@transaction.atomic
def review_group_map(*, group_map: GroupProvisionMap, by: Actor) -> GroupProvisionMap:
    """Finishes the review and freezes the map. `Refused` while a gap stands, named in words.

    Whom the map exempts does not change by it: its rows count to their last day (C2.1).
    """
    group_map = held(group_map)
    today = timezone.localdate()
    check_can_write_review(group_map, group_map.reviewed_on, today)
    check_can_finish_review(gaps_of_review(group_map, today))
    group_map.reviewed_at, group_map.reviewed_by = timezone.now(), by.label
    return group_map.record(by=by, why="Reviewed")


@transaction.atomic
def copy_group_map(
    *, group_map: GroupProvisionMap, title: str, starts_on: date, ends_on: date, by: Actor
) -> GroupProvisionMap:
    """Drafts the map of the next period with the rows that go on, from where they ended.

    Each begins with the new map and runs as many weeks as before, or to the map's last day. Children
    who have left are not taken along. `Refused` before the review is finished.
    """
    rows = list(_that_go_on(group_map))
    check_can_copy_map(group_map, rows, starts_on)
    values = {"title": title, "starts_on": starts_on, "ends_on": ends_on, "follows": group_map}
    made = add_group_map(setting=group_map.setting, values=values, by=by)
    for row in rows:
        children = [named.child for named in _still_here(row)]
        if children:
            add_group_row(group_map=made, values=_next(row, made), children=children, by=by)
    return made


def _that_go_on(group_map: GroupProvisionMap) -> Sequence[GroupProvisionRow]:
    rows = group_map.rows.filter(review_decision=RowDecision.GO_ON, removed_on__isnull=True)
    return list(rows)


def _still_here(row: GroupProvisionRow) -> Sequence[GroupProvisionChild]:
    named = row.named_children.filter(removed_on__isnull=True, child__archived_on__isnull=True)
    return list(named.select_related("child"))


def _next(row: GroupProvisionRow, made: GroupProvisionMap) -> dict[str, Any]:
    ends = min(made.ends_on, made.starts_on + timedelta(weeks=row.weeks, days=-1))
    return {
        **{name: getattr(row, name) for name in (*CARRIED, *HOW_MUCH)},
        "starts_on": made.starts_on,
        "ends_on": ends,
        "entry_measure": row.exit_measure or row.entry_measure,
    }
