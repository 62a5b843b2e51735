"""How papers say dates, counts and windows. Pure: no Django, no clock.

A no-break space keeps "9 Oct" and "page 3" on one line.
"""

from datetime import date, datetime, time, timedelta

NB = "\N{NO-BREAK SPACE}"
MOST_WEEKS = 14
NOON = 12
ENDS = (".", "!", "?", "…")


def short_day(day: date) -> str:
    """2 Nov"""
    return f"{day.day}{NB}{day:%b}"


def full_day(day: date) -> str:
    """2 November 2026"""
    return f"{day.day}{NB}{day:%B}{NB}{day.year}"


def dated(day: date) -> str:
    """2 Nov 2026"""
    return f"{day.day}{NB}{day:%b}{NB}{day.year}"


def week_day(day: date) -> str:
    """Mon 2 Nov 2026"""
    return f"{day:%a}{NB}{dated(day)}"


def long_week_day(day: date) -> str:
    """Mon 2 November 2026"""
    return f"{day:%a}{NB}{full_day(day)}"


def long_day_of_week(day: date) -> str:
    """Thursday 10 December 2026"""
    return f"{day:%A}{NB}{full_day(day)}"


def moment(at: datetime) -> str:
    """Mon 2 Nov 2026, 16:20; `at` is already in the setting's own time."""
    return f"{week_day(at)}, {at:%H:%M}"


def clock(at: time) -> str:
    """3.30 pm; 10 am"""
    hour = at.hour % 12 or 12
    minutes = f".{at.minute:02}" if at.minute else ""
    return f"{hour}{minutes}{NB}{'am' if at.hour < NOON else 'pm'}"


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends with one or another mark; nothing stays nothing."""
    text = text.strip()
    return text if not text or text.rstrip("”’)").endswith(ENDS) else f"{text}."


def beginning(first: date, last: date) -> str:
    """4; 26 November; 21 December 2026: the first day of a span, with as much as the last lacks."""
    if first.year != last.year:
        return full_day(first)
    return f"{first.day}{NB}{first:%B}" if first.month != last.month else str(first.day)


def day_of_month(day: date) -> str:
    """Thursday 10 December"""
    return f"{day:%A}{NB}{day.day}{NB}{day:%B}"


def day_of_week(day: date) -> str:
    """Mon 2 Nov"""
    return f"{day:%a}{NB}{short_day(day)}"


def listed(words: list[str]) -> str:
    """1; 1 and 2; 1, 2 and 3"""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def shortened(text: str, most: int = 90) -> str:
    """The text, cut at a word with an ellipsis when it is longer than `most` characters."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def monday_of(day: date) -> date:
    """The Monday of the week that holds the day."""
    return day - timedelta(days=day.weekday())


def weeks(starts_on: date | None, due_on: date | None) -> list[date | None]:
    """The Mondays of the weeks from start to due; eight undated weeks when either is unknown."""
    if starts_on is None or due_on is None:
        return [None] * 8
    monday = monday_of(starts_on)
    count = (due_on - monday).days // 7 + 1
    return [monday + timedelta(weeks=week) for week in range(max(1, min(count, MOST_WEEKS)))]
