"""Every write of the record of intervention (C8)."""

from .changes import change_entry, put_back_entry, take_back_entry
from .entries import record_entry, record_not_delivered, record_several

__all__ = [
    "change_entry",
    "put_back_entry",
    "record_entry",
    "record_not_delivered",
    "record_several",
    "take_back_entry",
]
