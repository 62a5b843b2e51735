"""Every write to the team and the setting. Each says who (`by`), and is one transaction."""

from .calendar import (
    add_bank_holidays,
    add_closure,
    add_closures,
    calendar_changed,
    on_calendar_changed,
    remove_closure,
)
from .invitations import (
    accept_as_new_user,
    accept_invitation,
    invite,
    send_invitation_again,
    withdraw_invitation,
)
from .once import make_once
from .second_step import forget_second_step
from .setting import change_setting, create_setting
from .team import bring_back_member, change_member, change_own_hour, end_sessions, leave

__all__ = [
    "accept_as_new_user",
    "accept_invitation",
    "add_bank_holidays",
    "add_closure",
    "add_closures",
    "bring_back_member",
    "calendar_changed",
    "change_member",
    "change_own_hour",
    "change_setting",
    "create_setting",
    "end_sessions",
    "forget_second_step",
    "invite",
    "leave",
    "make_once",
    "on_calendar_changed",
    "remove_closure",
    "send_invitation_again",
    "withdraw_invitation",
]
