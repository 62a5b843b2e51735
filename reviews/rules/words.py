"""What the pages of the record say: a line in short, a gap in the record, which session it is."""

from datetime import date, time

from accounts.rules.day_words import say_day, say_number

SHORT = 72
TWO_WEEKS = 14
NUDGE_AFTER_ATTENDED_DAYS = 7
AFTERNOON_BEGINS = 12
"""The hour."""


def in_short(words: str, most: int = SHORT) -> str:
    """The words in at most `most` characters, cut between words and ended with "…"."""
    flat = " ".join(words.split())
    if len(flat) <= most:
        return flat
    cut = flat[: most - 1]
    kept, space, _ = (cut, " ", "") if flat[most - 1] == " " else cut.rpartition(" ")
    return f"{(kept if space else cut).rstrip(' ,;:.-')}…"


def needs_nudge(attended_days: int) -> bool:
    """Is it worth a word that nothing was written for so many attended days (C8)? Never a block."""
    return attended_days >= NUDGE_AFTER_ATTENDED_DAYS


def gap_words(called: str, days: int, attended_days: int) -> str:
    """ "Seyi was in on six of them.", after "Nothing written for 10 days."."""
    if attended_days == days:
        return f"{called} was in on all of them."
    return f"{called} was in on {say_number(attended_days)} of them."


def session_at(now: time) -> str:
    """The session that a time of day belongs to: "morning" until noon."""
    return "afternoon" if now.hour >= AFTERNOON_BEGINS else "morning"


def due_words(opens_on: date, due_on: date, today: date) -> tuple[str, str]:
    """The line beside the bar of a cycle, and the words of its pill: when, and how long still."""
    day = say_day(due_on, today)
    if today > due_on:
        late = (today - due_on).days
        length = f"{late // 7} weeks" if late >= TWO_WEEKS else _days(late)
        return f"Was due {day}", f"{length} overdue"
    if today == due_on:
        return f"Review by {day}", "Due today"
    if today == opens_on:
        return f"Review by {day}", "Window opens today"
    if today > opens_on:
        return f"Review by {day}", f"{_days((due_on - today).days)} left"
    return f"Review by {day}", "Running"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
