"""Dates of a whole column, in any English form, and columns that were written the American way."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum

from accounts.rules.days import MONTHS, NotADay, read_day

EXCEL_BEGINS = date(1899, 12, 30)
FIRST_SERIAL, LAST_SERIAL = 20_000, 70_000  # 1954 to 2091
_NUMBERS = re.compile(r"(\d{1,2})[\s/.\-]+(\d{1,2})[\s/.\-]+(\d{2}|\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\s](\d{1,2})[/.\s](\d{1,2})")
_MONTH_IN_WORDS = re.compile(
    r"([a-z]{3,9})[\s\-./]+(\d{1,2})(?:st|nd|rd|th)?[\s\-./]+(\d{2}|\d{4})"
)
_TIME = re.compile(r"[t\s]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?\s*(am|pm|z)?$", re.IGNORECASE)


class Order(Enum):
    """What comes first in 3/4/2023."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class Seen(Enum):
    """What the numbers of a column say of their own order."""

    NOTHING = "nothing"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    BOTH = "both"


def order_seen(texts: Iterable[str]) -> Seen:
    """Dates that only make sense one way tell the order: 23/4 has the day first, 4/23 the month."""
    day_first = month_first = False
    for text in texts:
        if numbers := _NUMBERS.fullmatch(_bare(text)):
            first, second = int(numbers[1]), int(numbers[2])
            day_first |= first > 12 >= second
            month_first |= second > 12 >= first
    if day_first and month_first:
        return Seen.BOTH
    return Seen.MONTH_FIRST if month_first else Seen.DAY_FIRST if day_first else Seen.NOTHING


def read_date(text: str, today: date, order: Order = Order.DAY_FIRST) -> date:
    """The day that a cell names. `NotADay`, with a sentence, when it names none.

    Takes 3/4/23, 03-Apr-2023, 3rd April 2023, April 3 2023, 2023-04-03, 20230403, a time after any
    of them, and the number by which Excel counts days.
    """
    bare = _bare(text)
    if re.fullmatch(r"\d{5}", bare) and FIRST_SERIAL <= int(bare) <= LAST_SERIAL:
        return EXCEL_BEGINS + timedelta(days=int(bare))
    if whole := re.fullmatch(r"(19|20)(\d{2})(\d{2})(\d{2})", bare):
        return read_day(f"{whole[1]}{whole[2]}-{whole[3]}-{whole[4]}", today)
    if year_first := _YEAR_FIRST.fullmatch(bare):
        return read_day("-".join(year_first.groups()), today)
    words = _MONTH_IN_WORDS.fullmatch(bare.lower().replace(",", " "))
    if words and words[1][:3] in MONTHS:
        return read_day(f"{words[2]} {words[1]} {words[3]}", today)
    if bare.lower() in ("today", "yesterday", "tomorrow") or len(bare.split()) == 2:
        raise NotADay(f"{text} is not a whole date: write it like 3 Apr 2023")
    if order is Order.MONTH_FIRST and (numbers := _NUMBERS.fullmatch(bare)):
        return read_day(f"{numbers[2]} {numbers[1]} {numbers[3]}", today)
    return read_day(re.sub(r"\bof\b", " ", bare, flags=re.IGNORECASE), today)


def _bare(text: str) -> str:
    return _TIME.sub("", " ".join(text.strip().strip("'").split()))
