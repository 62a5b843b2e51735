"""What may be done to a plan in the state it is in. Who may is the access mark's business."""

from .plans import (
    can_change_plan,
    can_close_plan,
    can_correct_plan,
    can_put_back_to_draft,
    can_start_plan,
    check_can_change_plan,
    check_can_close_plan,
    check_can_correct_plan,
    check_can_finalise_plan,
    check_can_mark_ready,
    check_can_put_back_to_draft,
    check_can_start_plan,
    check_cycle_can_follow,
    check_no_plan_is_being_written,
    has_no_ground,
)
from .sign_off import (
    STAFF,
    can_sign_as,
    capacities_missing,
    check_can_record_parent_answer,
    check_can_sign_as,
    check_staff_have_agreed,
)
from .window import check_can_agree_due_date, check_can_set_start

__all__ = [
    "STAFF",
    "can_change_plan",
    "can_close_plan",
    "can_correct_plan",
    "can_put_back_to_draft",
    "can_sign_as",
    "can_start_plan",
    "capacities_missing",
    "check_can_agree_due_date",
    "check_can_change_plan",
    "check_can_close_plan",
    "check_can_correct_plan",
    "check_can_finalise_plan",
    "check_can_mark_ready",
    "check_can_put_back_to_draft",
    "check_can_record_parent_answer",
    "check_can_set_start",
    "check_can_sign_as",
    "check_can_start_plan",
    "check_cycle_can_follow",
    "check_no_plan_is_being_written",
    "check_staff_have_agreed",
    "has_no_ground",
]
