"""Where a request to an agency stands, and how a page says it (C6.1, C7)."""

from datetime import date

import pytest

from agencies.rules.requests import WORDS, RequestState, request_state, request_words

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("asked_on", "closed_on", "may_ask", "state"),
    [
        (None, None, False, RequestState.NEEDS_CONSENT),
        (None, None, True, RequestState.READY),
        (TODAY, None, True, RequestState.ASKED),
        (TODAY, None, False, RequestState.ASKED),
        (TODAY, TODAY, True, RequestState.CLOSED),
        (None, TODAY, False, RequestState.CLOSED),
    ],
)
def test_where_it_stands(
    asked_on: date | None, closed_on: date | None, may_ask: bool, state: RequestState
) -> None:
    assert request_state(asked_on=asked_on, closed_on=closed_on, may_ask=may_ask) is state


@pytest.mark.parametrize(
    ("asked_on", "words"),
    [
        (TODAY, "Asked today"),
        (date(2026, 11, 22), "Asked, 1 day"),
        (date(2026, 11, 14), "Asked, 9 days"),
    ],
)
def test_how_long_ago_it_was_asked(asked_on: date, words: str) -> None:
    assert request_words(RequestState.ASKED, asked_on=asked_on, today=TODAY) == words


@pytest.mark.parametrize("state", RequestState)
def test_a_state_that_is_not_asked_says_itself(state: RequestState) -> None:
    assert request_words(state, asked_on=None, today=TODAY) == WORDS[state]
