"""Secret links: made, revoked, and opened with a code that goes to the email address on file."""

from .codes import LINK_CODE, check_code, code_letter, give_code, send_code
from .inside import is_inside, leave_door
from .kinds import LinkKind, check_link_opens, link_opens, register_link_kind
from .making import make_link, revoke_link

__all__ = [
    "LINK_CODE",
    "LinkKind",
    "check_code",
    "check_link_opens",
    "code_letter",
    "give_code",
    "is_inside",
    "leave_door",
    "link_opens",
    "make_link",
    "register_link_kind",
    "revoke_link",
    "send_code",
]
