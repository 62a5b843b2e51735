"""Days as people type them: "19 11 26", "19/11/2026", "19 Nov", "today", "yesterday"."""

import re
from datetime import date, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

YEARS = range(1900, 2200)
"""Years that anything about a nursery can fall in; any other was mistyped."""


class NotADay(ValueError):
    """What was typed is not a day; the message is a sentence for the person who typed it."""


def read_day(text: str, today: date) -> date:
    """The day that `text` names, British order.

    A two-digit year is of this century, a missing year is this year's. `NotADay` otherwise.
    """
    typed = " ".join(text.lower().replace(",", " ").split())
    named = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if typed in named:
        return today + timedelta(days=named[typed])
    if iso := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed):
        return _day(text, int(iso[1]), int(iso[2]), int(iso[3]))
    typed = re.sub(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\s+", "", typed)
    parts = [p for p in re.split(r"[\s/.\-]+", typed) if p]
    if len(parts) not in (2, 3):
        raise NotADay(f"{text} is not a date: write it like 19 11 26 or 19 Nov 2026")
    number = re.fullmatch(r"(\d{1,2})(st|nd|rd|th)?", parts[0])
    month = _month(parts[1])
    year = _year(parts[2], today) if len(parts) == 3 else today.year
    if not number or month is None or year is None:
        raise NotADay(f"{text} is not a date: write it like 19 11 26 or 19 Nov 2026")
    return _day(text, year, month, int(number[1]))


def _month(part: str) -> int | None:
    if part.isdecimal() and part.isascii():
        return int(part) if 1 <= int(part) <= 12 else None
    if len(part) >= 3 and part[:3] in MONTHS and part.isalpha():
        return MONTHS.index(part[:3]) + 1
    return None


def _year(part: str, today: date) -> int | None:
    if re.fullmatch(r"[0-9]{2}", part):
        return today.year // 100 * 100 + int(part)
    return int(part) if re.fullmatch(r"[0-9]{4}", part) else None


def _day(text: str, year: int, month: int, day: int) -> date:
    if year not in YEARS:
        raise NotADay(f"{text} is too far away: check the year")
    try:
        return date(year, month, day)
    except ValueError:
        raise NotADay(f"{text} is not a date in the calendar") from None
