"""Every write to a child's record. Each says who (`by`), is one transaction, and keeps history."""

from .access_log import log_access
from .child import add_child, archive_child, bring_back_child, change_child
from .facts import facts_changed, on_facts_changed

__all__ = [
    "add_child",
    "archive_child",
    "bring_back_child",
    "change_child",
    "facts_changed",
    "log_access",
    "on_facts_changed",
]
