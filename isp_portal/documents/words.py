"""How papers say dates, counts and windows. Pure: no Django, no clock.

A no-break space keeps "9 Oct" and "page 3" on one line.
"""

from datetime import date, datetime, time, timedelta

NB = "\N{NO-BREAK SPACE}"
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
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


def window(opens_on: date | None, due_on: date | None) -> str:
    """between 4 and 18 December 2026; naming month and year only as often as needed."""
    if due_on is None:
        return "not set"
    if opens_on is None or opens_on >= due_on:
        return f"by {full_day(due_on)}"
    if opens_on.year != due_on.year:
        first = full_day(opens_on)
    elif opens_on.month != due_on.month:
        first = f"{opens_on.day}{NB}{opens_on:%B}"
    else:
        first = str(opens_on.day)
    return f"between {first} and {full_day(due_on)}"


def spanned(first: date, last: date) -> str:
    """Mon 2 to Fri 20 November 2026; naming month and year only as often as needed."""
    if first.year != last.year:
        begin = full_day(first)
    elif first.month != last.month:
        begin = f"{first.day}{NB}{first:%B}"
    else:
        begin = str(first.day)
    return f"{first:%a}{NB}{begin} to {last:%a}{NB}{full_day(last)}"


def day_of_week(day: date) -> str:
    """Mon 2 Nov"""
    return f"{day:%a}{NB}{short_day(day)}"


def small_number(number: int) -> str:
    """no; three; 13"""
    return SMALL[number] if number < len(SMALL) else str(number)


def counted(number: int, one: str, many: str) -> str:
    """three strategies; no targets; 13 strategies"""
    return f"{small_number(number)} {one if number == 1 else many}"


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
