"""Reading a child's record: answers, counts and lists, each in a fixed number of queries."""

from .archive import archive_turns
from .attendance import SessionsAttended, sessions_attended
from .levels import DEFAULT_LEVELS, level_on, levels_for
from .rows import fingerprint
from .support import SupportAnswers, support_answer, support_answers

__all__ = [
    "DEFAULT_LEVELS",
    "SessionsAttended",
    "SupportAnswers",
    "archive_turns",
    "fingerprint",
    "level_on",
    "levels_for",
    "sessions_attended",
    "support_answer",
    "support_answers",
]
