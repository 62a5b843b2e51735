"""When a session counts as left alone."""

SECONDS_IN_A_MINUTE = 60


def is_idle(last_request_at: float, now: float, minutes: int) -> bool:
    """Has nobody asked for anything in `minutes`? Both instants in seconds since the epoch.

    A clock that was set back counts as idle too: better one password too many.
    """
    waited = now - last_request_at
    return waited >= minutes * SECONDS_IN_A_MINUTE or waited < -SECONDS_IN_A_MINUTE
