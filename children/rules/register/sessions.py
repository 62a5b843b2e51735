"""Which sessions of the week a child attends, as exports write them."""

import re

from .columns import DAYS

MORNING, AFTERNOON = "morning", "afternoon"
Slot = tuple[int, str]
"""Weekday (0 is Monday) and session."""
BOTH = (MORNING, AFTERNOON)
NOT_IN = {
    "",
    "-",
    "–",
    "no",
    "n",
    "0",
    "off",
    "x no",
    "none",
    "not in",
    "absent",
    "false",
    "n a",
    "na",
}
WHOLE_DAY = (
    *("yes", "y", "x", "1", "true", "all day", "full day", "full", "day", "d", "fd", "ad", "in"),
    *("am pm", "am and pm", "am/pm", "am & pm", "am+pm", "whole day", "✓", "✔", "school day", "10"),
)
NOON = 12 * 60
LATE_MORNING_START, EARLY_AFTERNOON_END = NOON - 30, NOON + 60 + 30


class NotASession(ValueError):
    """What stands there names no session; the message is a sentence."""


def sessions_of_day(text: str, half: str = "") -> tuple[str, ...]:
    """The sessions that a day's cell says; `half` is what its heading names already."""
    said = " ".join(text.casefold().replace(".", "").split())
    if said in NOT_IN:
        return ()
    if half:
        return (half,)
    if said in WHOLE_DAY:
        return BOTH
    if hours := _hours(text.casefold()):
        return _within(*hours)
    has_morning = bool(re.search(r"\b(am|morning)\b", said)) or said == "m"
    has_afternoon = bool(re.search(r"\b(pm|afternoon)\b", said)) or said == "a"
    found = tuple(s for s, there in ((MORNING, has_morning), (AFTERNOON, has_afternoon)) if there)
    if not found:
        raise NotASession(
            f"“{text}” does not say when: write AM, PM, all day or hours like 9:00-3:00"
        )
    return found


def sessions_of_week(text: str) -> set[Slot]:
    """ "Mon AM, Tue, Thu all day", "MTW", "Mon-Fri": the sessions that one cell says."""
    found: set[Slot] = set()
    for piece in filter(None, (p.strip() for p in re.split(r"[,;\n/|+&]|\band\b", text))):
        days, rest = _days_at_start(piece)
        if not days:
            raise NotASession(f"“{piece}” names no day: write it like Mon AM, Tue all day")
        halves = sessions_of_day(rest) if rest else BOTH
        found |= {(day, half) for day in days for half in halves}
    return found


_DAY = (
    r"mon(?:day)?s?|tue(?:s(?:day)?)?s?|wed(?:nesday)?s?|thu(?:rs?(?:day)?)?s?|fri(?:day)?s?"
    r"|sat(?:urday)?s?|sun(?:day)?s?"
)
_AT_START = re.compile(rf"({_DAY})(?:\s*(?:-|–|to)\s*({_DAY}))?\b[\s:(]*(.*?)\)?$", re.IGNORECASE)


def _days_at_start(piece: str) -> tuple[range, str]:
    met = _AT_START.fullmatch(piece)
    if not met:
        return range(0), piece
    first = _number(met[1])
    last = _number(met[2]) if met[2] else first
    return range(first, last + 1), met[3].strip()


def _number(day: str) -> int:
    return next(n for n, name in enumerate(DAYS) if name[:3].lower() == day[:3].lower())


_HOURS = re.compile(
    r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?\s*(?:-|–|to)\s*(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?"
)


def _hours(text: str) -> tuple[int, int] | None:
    met = _HOURS.search(text)
    if not met:
        return None
    begins = _minutes(met[1], met[2], met[3])
    ends = _minutes(met[4], met[5], met[6])
    if ends <= begins and ends < NOON:
        ends += NOON  # "8:30 to 3:30": a nursery closes in the afternoon
    return (begins, ends) if begins < ends <= 24 * 60 else None


def _minutes(hour: str, minute: str | None, half: str | None) -> int:
    at = int(hour) * 60 + int(minute or 0)
    return at + NOON if half == "pm" and at < NOON else at


def _within(begins: int, ends: int) -> tuple[str, ...]:
    """A morning begins well before noon; an afternoon goes on well after it."""
    morning, afternoon = begins < LATE_MORNING_START, ends > EARLY_AFTERNOON_END
    return tuple(s for s, there in ((MORNING, morning), (AFTERNOON, afternoon)) if there) or BOTH
