"""What documents read from the floors below: the facts of a paper, and who holds which copy."""

from .copies import (
    FileDamaged,
    copies_of,
    file_of,
    has_nobody_to_share_with,
    is_finished,
    letter_readers,
    letters_of,
    minutes_standing,
    stored_file,
    waiting_for_a_copy,
)
from .gather import plan_facts
from .ledger import CopyDue, copies_due
from .letter import letter_facts, name_on_letter
from .minutes import minutes_facts
from .parents_page import pages_standing, parents_page_facts
from .prints import group_map_facts, sheet_facts
from .readers import language_on, readers

__all__ = [
    "CopyDue",
    "FileDamaged",
    "copies_due",
    "copies_of",
    "file_of",
    "group_map_facts",
    "has_nobody_to_share_with",
    "is_finished",
    "language_on",
    "letter_facts",
    "letter_readers",
    "letters_of",
    "minutes_facts",
    "minutes_standing",
    "name_on_letter",
    "pages_standing",
    "parents_page_facts",
    "plan_facts",
    "readers",
    "sheet_facts",
    "stored_file",
    "waiting_for_a_copy",
]
