"""The secret of an invitation's link, and when a session was left alone."""

import hashlib
from datetime import UTC, datetime

import pytest

from accounts.rules.idle import is_idle
from accounts.rules.invitations import expiry, new_token, token_hash


def test_a_link_holds_256_random_bits() -> None:
    tokens = {new_token() for _ in range(200)}
    assert len(tokens) == 200
    assert all(len(token) == 43 for token in tokens)


def test_what_is_stored_is_the_sha256_of_the_secret() -> None:
    assert token_hash("secret") == hashlib.sha256(b"secret").hexdigest()


def test_a_link_lasts_seven_days() -> None:
    assert expiry(datetime(2026, 11, 23, 10, tzinfo=UTC)) == datetime(2026, 11, 30, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("waited", "idle"), [(0, False), (599, False), (600, True), (-59, False), (-61, True)]
)
def test_ten_minutes_without_a_click_or_a_clock_set_back_lock(waited: int, idle: bool) -> None:
    assert is_idle(1_000_000, 1_000_000 + waited, 10) is idle
