"""What may be put on a group provision map."""

from collections.abc import Iterable
from datetime import date

from accounts.rules.refusal import Refused
from children.models import Child
from plans.models import GroupProvisionMap, GroupProvisionRow


def check_can_name_children(group_map: GroupProvisionMap, children: Iterable[Child]) -> None:
    """A row names at least one child, and only children of the map's own setting."""
    named = list(children)
    if not named:
        raise Refused("Choose at least one child.", "children")
    if any(child.setting_id != group_map.setting_id for child in named):
        raise Refused("Choose children from the list.", "children")


def check_row_fits_map(group_map: GroupProvisionMap, starts_on: date, ends_on: date) -> None:
    """A row runs within the period of its map."""
    if starts_on < group_map.starts_on:
        raise Refused("This is before the map begins.", "starts_on")
    if ends_on > group_map.ends_on:
        raise Refused("This is after the map ends.", "ends_on")


def check_map_changes(group_map: GroupProvisionMap) -> None:
    """A map that was reviewed is kept as it was."""
    if group_map.reviewed_at:
        raise Refused("This map has been reviewed. It does not change any more.")


def check_can_change_row(row: GroupProvisionRow) -> None:
    check_map_changes(row.group_map)
    if row.removed_on:
        raise Refused("This row has been taken off the map.")


def check_map_can_end(group_map: GroupProvisionMap, on: date) -> None:
    """Only a map that runs can be ended early."""
    if group_map.starts_on > on:
        raise Refused("This map has not begun yet. Change its days instead.")
    if group_map.ends_on < on:
        raise Refused("This map has ended already.")
