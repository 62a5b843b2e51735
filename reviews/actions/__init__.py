"""Every write of the record of intervention (C8), and of the review that ends a cycle (C4 to C6)."""

from .agreed import agree_action, change_action, look_at_action, take_off_action
from .changes import change_entry, put_back_entry, take_back_entry
from .decision import decide, set_next_review
from .entries import record_entry, record_not_delivered, record_several
from .finalise import finalise_review
from .sheet import SheetRow, record_sheet
from .verdicts import give_verdict

__all__ = [
    "SheetRow",
    "agree_action",
    "change_action",
    "change_entry",
    "decide",
    "finalise_review",
    "give_verdict",
    "look_at_action",
    "put_back_entry",
    "record_entry",
    "record_not_delivered",
    "record_several",
    "record_sheet",
    "set_next_review",
    "take_back_entry",
    "take_off_action",
]
