"""The secret of an invitation's link, and how long it lasts."""

import hashlib
import secrets
from datetime import datetime, timedelta

TOKEN_BYTES = 32
LASTS_DAYS = 7


def new_token() -> str:
    """A link's secret: 256 random bits, as text that fits an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> str:
    """What is stored in place of the secret: its SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(token.encode()).hexdigest()


def expiry(invited_at: datetime) -> datetime:
    """The instant from which the link no longer opens: seven days on."""
    return invited_at + timedelta(days=LASTS_DAYS)
