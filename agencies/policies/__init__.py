"""What may be done to an agency's records in the state they are in, and whether it may be contacted."""

from .consent import (
    check_can_answer,
    check_can_set_aside,
    check_can_withdraw_consent,
    check_may_contact,
    may_contact,
)
from .files import (
    check_can_take_off_file,
    check_file_is_new,
    check_file_is_nobody_elses,
    check_file_names,
    may_be_about,
)
from .records import (
    can_change_report,
    can_confirm_advice,
    can_withdraw_advice,
    check_can_change_report,
    check_can_confirm_advice,
    check_can_involve,
    check_can_withdraw_advice,
)
from .request_link import check_may_open_request
from .requests import (
    check_agency_of_child,
    check_can_ask_parents,
    check_can_chase,
    check_can_close_request,
    check_can_mark_asked,
    check_step_day,
    has_been_discharged,
    why_not_ask,
    why_not_chase,
    why_not_contact,
)

__all__ = [
    "can_change_report",
    "can_confirm_advice",
    "can_withdraw_advice",
    "check_agency_of_child",
    "check_can_answer",
    "check_can_ask_parents",
    "check_can_change_report",
    "check_can_chase",
    "check_can_close_request",
    "check_can_confirm_advice",
    "check_can_involve",
    "check_can_mark_asked",
    "check_can_set_aside",
    "check_can_take_off_file",
    "check_can_withdraw_advice",
    "check_can_withdraw_consent",
    "check_file_is_new",
    "check_file_is_nobody_elses",
    "check_file_names",
    "check_may_contact",
    "check_may_open_request",
    "check_step_day",
    "has_been_discharged",
    "may_be_about",
    "may_contact",
    "why_not_ask",
    "why_not_chase",
    "why_not_contact",
]
