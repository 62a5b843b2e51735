"""Which door an address is behind: our views say it by their mark, allauth's by this table."""

from typing import Any

OPEN, SIGNED_IN, CLOSED = "open", "signed_in", "closed"

ALLAUTH_DOORS: dict[str, str] = {
    "account_login": OPEN,
    "account_logout": OPEN,
    "account_inactive": OPEN,
    "account_reset_password": OPEN,
    "account_reset_password_done": OPEN,
    "account_reset_password_from_key": OPEN,
    "account_reset_password_from_key_done": OPEN,
    "account_change_password": SIGNED_IN,
    "account_reauthenticate": SIGNED_IN,
    # Second step of signing in: allauth asks for a password given a moment ago.
    "mfa_authenticate": OPEN,
    "mfa_login_webauthn": OPEN,
    "mfa_index": SIGNED_IN,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
    "mfa_list_webauthn": SIGNED_IN,
    "mfa_add_webauthn": SIGNED_IN,
    "mfa_edit_webauthn": SIGNED_IN,
    "mfa_remove_webauthn": SIGNED_IN,
    "mfa_reauthenticate_webauthn": SIGNED_IN,
    # People join by invitation, and an address is proven by the invitation's link.
    "account_signup": CLOSED,
    "account_email": CLOSED,
    "account_email_verification_sent": CLOSED,
    "account_confirm_email": CLOSED,
    "account_set_password": CLOSED,
    "account_confirm_login_code": CLOSED,
}

SET_UP_PAGES = frozenset(
    {"mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate"}
)
"""All that somebody signed in without a second step may open, beside the open doors."""


def door_of(view: Any, name: str) -> str | None:
    """The door of a view named `name`; None when neither a mark nor the table says it."""
    mark = getattr(view, "access_mark", None)
    return mark.door if mark is not None else ALLAUTH_DOORS.get(name)


def is_by_link(view: Any) -> bool:
    """Is a secret link what lets somebody in here?"""
    return bool(getattr(getattr(view, "access_mark", None), "by_link", False))
