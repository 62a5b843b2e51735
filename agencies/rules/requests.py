"""Where a request to an agency stands: it waits for consent, is ready to ask, or has been asked."""

from datetime import date
from enum import Enum


class RequestState(Enum):
    NEEDS_CONSENT = "needs_consent"
    READY = "ready"
    ASKED = "asked"
    CLOSED = "closed"


def request_state(*, asked_on: date | None, closed_on: date | None, may_ask: bool) -> RequestState:
    """A request that is raised waits for consent; once asked, it waits for the agency (C6.1, C7)."""
    if closed_on is not None:
        return RequestState.CLOSED
    if asked_on is not None:
        return RequestState.ASKED
    return RequestState.READY if may_ask else RequestState.NEEDS_CONSENT


def request_words(state: RequestState, *, asked_on: date | None, today: date) -> str:
    """The state as a page says it: "Asked, 9 days"."""
    if state is not RequestState.ASKED or asked_on is None:
        return WORDS[state]
    days = (today - asked_on).days
    if days == 0:
        return "Asked today"
    return f"Asked, {days} {'day' if days == 1 else 'days'}"


WORDS = {
    RequestState.NEEDS_CONSENT: "Needs consent first",
    RequestState.READY: "Ready to ask",
    RequestState.ASKED: "Asked",
    RequestState.CLOSED: "Closed",
}
