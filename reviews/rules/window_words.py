"""What is said when a review is planned outside its window: the window, and why it moved (C4)."""

from datetime import date

from accounts.rules.day_words import say_day
from plans.rules.window import Moved

MOVED_WORDS = {
    Moved.NO: "",
    Moved.BEFORE_CLOSURE: ", moved to before you are closed",
    Moved.AFTER_CLOSURE: ", moved to after you were closed",
}


def is_outside(on: date, opens_on: date | None, due_on: date | None) -> bool:
    """Is the day before the window or after it? Without a window no day is."""
    if opens_on is None or due_on is None:
        return False
    return not opens_on <= on <= due_on


def window_words(opens_on: date, due_on: date, moved: str, agreed_because: str, today: date) -> str:
    """ "between Fri 4 Dec and Fri 18 Dec, moved to before you are closed". `moved` as it is kept."""
    days = f"between {say_day(opens_on, today)} and {say_day(due_on, today)}"
    if agreed_because:
        return f"{days}, as was agreed"
    return days + MOVED_WORDS[Moved(moved or "no")]
