"""When a secret link is open, and what becomes of a code that is typed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.rules.link import (
    CODE_DIGITS,
    PAUSE,
    WRONG_UNTIL_PAUSE,
    WRONG_UNTIL_SHUT,
    CodeAnswer,
    LinkFacts,
    WhyShut,
    digits_of,
    new_code,
    new_secret,
    pause_after,
    secret_hash,
)

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
A_MOMENT = timedelta(microseconds=1)
OPEN = LinkFacts(expires_at=NOW + timedelta(days=28), code_until=NOW + timedelta(minutes=20))


def test_a_link_is_open_until_the_moment_it_expires() -> None:
    assert OPEN.is_open(OPEN.expires_at - A_MOMENT)
    assert OPEN.why_shut(OPEN.expires_at) is WhyShut.EXPIRED


def test_a_revoked_link_is_shut_at_once_whatever_else_holds() -> None:
    revoked = replace(OPEN, revoked_at=NOW, wrong_codes=WRONG_UNTIL_SHUT)
    assert revoked.why_shut(NOW) is WhyShut.REVOKED
    assert revoked.answer(is_right=True, now=NOW) is CodeAnswer.SHUT


def test_a_link_shuts_for_good_after_fifteen_wrong_codes() -> None:
    assert replace(OPEN, wrong_codes=14).is_open(NOW)
    assert replace(OPEN, wrong_codes=15).why_shut(NOW) is WhyShut.TOO_MANY_WRONG


def test_after_every_fifth_wrong_code_there_is_an_hour_of_pause() -> None:
    paused = [n for n in range(WRONG_UNTIL_SHUT + 1) if pause_after(n, NOW)]
    assert paused == [5, 10, 15]
    assert pause_after(WRONG_UNTIL_PAUSE, NOW) == NOW + PAUSE


def test_during_a_pause_even_the_right_code_is_not_looked_at() -> None:
    paused = replace(OPEN, paused_until=NOW + PAUSE)
    assert paused.answer(is_right=True, now=NOW) is CodeAnswer.PAUSED
    assert not paused.is_paused(NOW + PAUSE)


def test_a_code_is_taken_for_twenty_minutes() -> None:
    assert OPEN.code_until is not None
    last = OPEN.code_until - A_MOMENT
    assert OPEN.answer(is_right=True, now=last) is CodeAnswer.RIGHT
    assert OPEN.answer(is_right=False, now=last) is CodeAnswer.WRONG
    assert OPEN.answer(is_right=True, now=OPEN.code_until) is CodeAnswer.NO_CODE
    assert replace(OPEN, code_until=None).answer(is_right=True, now=NOW) is CodeAnswer.NO_CODE


def test_whoever_is_inside_stays_until_the_hour_is_over_or_the_link_shuts() -> None:
    inside = replace(OPEN, inside_until=NOW + timedelta(minutes=60))
    assert inside.lets_in(NOW + timedelta(minutes=59))
    assert not inside.lets_in(NOW + timedelta(minutes=60))
    assert not replace(inside, revoked_at=NOW).lets_in(NOW)
    assert not OPEN.lets_in(NOW)


@given(
    revoked=st.none() | st.just(NOW),
    wrong=st.integers(0, 20),
    paused=st.none() | st.just(NOW + PAUSE),
    code=st.none() | st.just(NOW + PAUSE),
    expired=st.booleans(),
)
def test_a_wrong_code_never_opens(
    revoked: datetime | None,
    wrong: int,
    paused: datetime | None,
    code: datetime | None,
    expired: bool,
) -> None:
    facts = LinkFacts(NOW if expired else NOW + PAUSE, revoked, wrong, paused, code)
    assert facts.answer(is_right=False, now=NOW) is not CodeAnswer.RIGHT
    if expired or revoked or wrong >= WRONG_UNTIL_SHUT:
        assert facts.answer(is_right=True, now=NOW) is CodeAnswer.SHUT


def test_a_secret_has_256_bits_and_only_its_hash_tells_of_it() -> None:
    secrets = {new_secret() for _ in range(100)}
    assert len(secrets) == 100
    assert {len(secret) for secret in secrets} == {43}
    assert all(secret not in secret_hash(secret) for secret in secrets)


def test_a_code_has_six_digits_zeros_in_front_included() -> None:
    codes = {new_code() for _ in range(500)}
    assert {len(code) for code in codes} == {CODE_DIGITS}
    assert all(code.isdigit() for code in codes)
    assert any(code.startswith("0") for code in codes)


@pytest.mark.parametrize("typed", ["012345", "012 345", " 012-345\n", "code 012345."])
def test_a_code_may_be_pasted_with_what_stands_around_it(typed: str) -> None:
    assert digits_of(typed) == "012345"
    assert digits_of("٠١٢") == ""
