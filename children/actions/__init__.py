"""Every write to a child's record. Each says who (`by`), is one transaction, and keeps history."""

from .access_log import log_access
from .attendance import press_mark
from .child import add_child, archive_child, bring_back_child, change_child
from .contacts import add_contact, bring_back_contact, change_contact, end_contact
from .facts import contact_changed, facts_changed, on_contact_changed, on_facts_changed
from .key_people import assign_key_person, end_key_person
from .needs import record_needs
from .overrides import ask_for_override, confirm_override, end_override
from .path import end_stage_override, override_stage, record_level
from .profile import write_profile
from .restrictions import lift_restriction, set_restriction
from .rooms import (
    add_room,
    add_room_staff,
    close_room,
    end_room_staff,
    open_room_again,
    rename_room,
)
from .sessions import record_sessions
from .support import record_support_answer, withdraw_support_answer

__all__ = [
    "add_child",
    "add_contact",
    "add_room",
    "add_room_staff",
    "archive_child",
    "ask_for_override",
    "assign_key_person",
    "bring_back_child",
    "bring_back_contact",
    "change_child",
    "change_contact",
    "close_room",
    "confirm_override",
    "contact_changed",
    "end_contact",
    "end_key_person",
    "end_override",
    "end_room_staff",
    "end_stage_override",
    "facts_changed",
    "lift_restriction",
    "log_access",
    "on_contact_changed",
    "on_facts_changed",
    "open_room_again",
    "override_stage",
    "press_mark",
    "record_level",
    "record_needs",
    "record_sessions",
    "record_support_answer",
    "rename_room",
    "set_restriction",
    "withdraw_support_answer",
    "write_profile",
]
