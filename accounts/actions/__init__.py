"""Every write to the team and the setting. Each says who (`by`), and is one transaction."""

from .invitations import (
    accept_as_new_user,
    accept_invitation,
    invite,
    send_invitation_again,
    withdraw_invitation,
)
from .once import make_once
from .second_step import forget_second_step
from .setting import add_closure, change_setting, create_setting, remove_closure
from .team import bring_back_member, change_member, end_sessions, leave

__all__ = [
    "accept_as_new_user",
    "accept_invitation",
    "add_closure",
    "bring_back_member",
    "change_member",
    "change_setting",
    "create_setting",
    "end_sessions",
    "forget_second_step",
    "invite",
    "leave",
    "make_once",
    "remove_closure",
    "send_invitation_again",
    "withdraw_invitation",
]
