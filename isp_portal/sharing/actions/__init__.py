"""Sharing a copy by link, what follows when it is opened, and what parents say."""

from .attaching import attach_document
from .replying import reply_by_link, write_down_reply
from .sharing import share_document, take_back_share
from .taking import note_reply_as_read, take_into_record, take_into_review

__all__ = [
    "attach_document",
    "note_reply_as_read",
    "reply_by_link",
    "share_document",
    "take_back_share",
    "take_into_record",
    "take_into_review",
    "write_down_reply",
]
