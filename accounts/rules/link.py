"""A secret link and its code: when the door behind it is open, and why it is shut. No Django, no clock.

The link alone opens nothing: a code that goes to the email address on file is asked for as well.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

TOKEN_BYTES = 32
CODE_DIGITS = 6
CODE_LASTS = timedelta(minutes=20)
CODES_AN_HOUR = 4
WRONG_UNTIL_PAUSE = 5
WRONG_UNTIL_SHUT = 15
"""Wrong codes since the last right one. With six digits, one link in 66,000 would be guessed."""
PAUSE = timedelta(hours=1)
INSIDE_LASTS = timedelta(minutes=60)


class WhyShut(Enum):
    REVOKED = "revoked"
    EXPIRED = "expired"
    TOO_MANY_WRONG = "too_many_wrong"


WHY_SHUT_WORDS: dict[WhyShut, str] = {
    WhyShut.REVOKED: "Withdrawn",
    WhyShut.EXPIRED: "Run out",
    WhyShut.TOO_MANY_WRONG: "Closed after too many wrong codes",
}


class CodeAnswer(Enum):
    """What becomes of a code that somebody typed."""

    RIGHT = "right"
    WRONG = "wrong"
    NO_CODE = "no_code"
    PAUSED = "paused"
    SHUT = "shut"


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """A link as it is stored. Instants know their zone; `expires_at`, `paused_until`, `code_until`
    and `inside_until` are the first moments after."""

    expires_at: datetime
    revoked_at: datetime | None = None
    wrong_codes: int = 0
    paused_until: datetime | None = None
    code_until: datetime | None = None
    inside_until: datetime | None = None

    def why_shut(self, now: datetime) -> WhyShut | None:
        """Why the link opens to nobody any more; None while it is open."""
        if self.revoked_at is not None:
            return WhyShut.REVOKED
        if self.wrong_codes >= WRONG_UNTIL_SHUT:
            return WhyShut.TOO_MANY_WRONG
        return WhyShut.EXPIRED if self.expires_at <= now else None

    def is_open(self, now: datetime) -> bool:
        return self.why_shut(now) is None

    def is_paused(self, now: datetime) -> bool:
        """After several wrong codes none is looked at, right or wrong, until the pause is over."""
        return self.paused_until is not None and now < self.paused_until

    def has_code(self, now: datetime) -> bool:
        """Is there a code that would still be taken?"""
        return self.code_until is not None and now < self.code_until

    def lets_in(self, now: datetime) -> bool:
        """Does whoever showed the code a while ago still come in?"""
        return self.is_open(now) and self.inside_until is not None and now < self.inside_until

    def answer(self, is_right: bool, now: datetime) -> CodeAnswer:
        """What a typed code comes to; `is_right` is whether it is the code that was made last."""
        if not self.is_open(now):
            return CodeAnswer.SHUT
        if self.is_paused(now):
            return CodeAnswer.PAUSED
        if not self.has_code(now):
            return CodeAnswer.NO_CODE
        return CodeAnswer.RIGHT if is_right else CodeAnswer.WRONG


def new_secret() -> str:
    """256 random bits, as text that fits an address and a cookie."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def secret_hash(secret: str) -> str:
    """What is stored in place of a secret of 256 bits: its SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_code() -> str:
    """Six random digits, zeros at the front included."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


def digits_of(typed: str) -> str:
    """A code as it was typed or pasted, without the spaces and dashes that come along."""
    return "".join(letter for letter in typed if letter in "0123456789")


def pause_after(wrong_codes: int, now: datetime) -> datetime | None:
    """Until when nothing is looked at after so many wrong codes; None: go on."""
    return now + PAUSE if wrong_codes and wrong_codes % WRONG_UNTIL_PAUSE == 0 else None
