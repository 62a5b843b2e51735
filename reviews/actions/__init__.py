"""Every write of the record of intervention (C8)."""

from .changes import change_entry, put_back_entry, take_back_entry
from .entries import record_entry, record_not_delivered, record_several
from .sheet import SheetRow, record_sheet

__all__ = [
    "SheetRow",
    "change_entry",
    "put_back_entry",
    "record_entry",
    "record_not_delivered",
    "record_several",
    "record_sheet",
    "take_back_entry",
]
