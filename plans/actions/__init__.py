"""Every write to a plan. Each says who (`by`), is one transaction, and keeps history."""

from .cycles import agree_due_date, set_start
from .lines import (
    add_strategy,
    add_target,
    change_strategy,
    change_target,
    move_line,
    put_back_line,
    remove_line,
)
from .plans import (
    back_to_draft,
    change_section,
    close_plan,
    correct_plan,
    finalise_plan,
    mark_ready,
    start_plan,
)
from .sign_off import record_parent_answer, sign_plan
from .start_cycle import end_support, start_cycle

__all__ = [
    "add_strategy",
    "add_target",
    "agree_due_date",
    "back_to_draft",
    "change_section",
    "change_strategy",
    "change_target",
    "close_plan",
    "correct_plan",
    "end_support",
    "finalise_plan",
    "mark_ready",
    "move_line",
    "put_back_line",
    "record_parent_answer",
    "remove_line",
    "set_start",
    "sign_plan",
    "start_cycle",
    "start_plan",
]
