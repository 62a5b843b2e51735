"""Who may come in: access marks on views, doors of the sign-in pages, and what a session has shown."""

from .links import LinkDoor, LinkRequest
from .marks import Mark, StaffRequest, View, open_to_all, signed_in, staff_with

__all__ = [
    "LinkDoor",
    "LinkRequest",
    "Mark",
    "StaffRequest",
    "View",
    "open_to_all",
    "signed_in",
    "staff_with",
]
