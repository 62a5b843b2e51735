"""What pages on either side of the parents' door read."""

from .replies import (
    came_late,
    copies_answered,
    may_speak,
    replies_page,
    replies_waiting,
    review_open_to,
)
from .shared_page import shared_page
from .shares import shares_of, waiting_to_be_opened

__all__ = [
    "came_late",
    "copies_answered",
    "may_speak",
    "replies_page",
    "replies_waiting",
    "review_open_to",
    "shared_page",
    "shares_of",
    "waiting_to_be_opened",
]
