"""When a group provision map may be reviewed, and carried on into the next one."""

from collections.abc import Sequence
from datetime import date

from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from plans.models import GroupProvisionMap, GroupProvisionRow, RowDecision
from plans.rules.group_review import ReviewGap

from .group_maps import check_map_changes


def check_can_write_review(
    group_map: GroupProvisionMap, reviewed_on: date | None, today: date
) -> None:
    """A map is reviewed once, on a day since it began."""
    check_map_changes(group_map)
    if group_map.starts_on > today:
        raise Refused("This map has not begun yet. There is nothing to review.")
    if reviewed_on is None:
        return
    if reviewed_on > today:
        raise Refused("That day is still to come.", "reviewed_on")
    if reviewed_on < group_map.starts_on:
        began = say_day(group_map.starts_on, today)
        raise Refused(f"The map began on {began}.", "reviewed_on")


def check_can_finish_review(gaps: Sequence[ReviewGap]) -> None:
    if gaps:
        raise Refused(" ".join(gap.words for gap in gaps))


def check_can_copy_map(
    group_map: GroupProvisionMap, rows: Sequence[GroupProvisionRow], starts_on: date
) -> None:
    """Only what a finished review lets go on is carried into a later map."""
    if not group_map.reviewed_at:
        raise Refused("Finish the review of this map first.")
    if not rows:
        raise Refused("The review lets no row go on. Add a new map instead.")
    if starts_on <= group_map.starts_on:
        raise Refused("The next map begins after this one began.", "starts_on")


def can_copy_map(group_map: GroupProvisionMap) -> bool:
    """Is there a finished review, and a row that it lets go on?"""
    going_on = group_map.rows.filter(review_decision=RowDecision.GO_ON, removed_on__isnull=True)
    return bool(group_map.reviewed_at) and going_on.exists()
