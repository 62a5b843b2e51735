"""What documents read from the floors below: the facts of a paper, and who holds which copy."""

from .copies import (
    FileDamaged,
    copies_of,
    file_of,
    has_nobody_to_share_with,
    is_finished,
    waiting_for_a_copy,
)
from .gather import plan_facts

__all__ = [
    "FileDamaged",
    "copies_of",
    "file_of",
    "has_nobody_to_share_with",
    "is_finished",
    "plan_facts",
    "waiting_for_a_copy",
]
