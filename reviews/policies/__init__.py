"""What may be written into a record of intervention and a review, and why not (C4, C5, C8)."""

from .entries import (
    can_change_entry,
    can_take_back,
    check_can_change_entry,
    check_can_record,
    check_can_take_back,
    check_has_been,
    check_lines_stand,
    check_says_something,
    cycle_on,
)

__all__ = [
    "can_change_entry",
    "can_take_back",
    "check_can_change_entry",
    "check_can_record",
    "check_can_take_back",
    "check_has_been",
    "check_lines_stand",
    "check_says_something",
    "cycle_on",
]
