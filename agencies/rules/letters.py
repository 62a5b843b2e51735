"""What a letter to an agency asks for, in the words of the PDF and of the mail alike (C6.1, C7)."""

from datetime import date, timedelta
from enum import Enum

ANSWER_WITHIN_DAYS = 21


class LetterKind(Enum):
    """What the first letter about a request is; the letters after it chase the same."""

    REPORT = "report"
    OBSERVATION = "observation"
    REFERRAL = "referral"


TITLES = {
    LetterKind.REPORT: "request for a copy of your report",
    LetterKind.OBSERVATION: "request for a new observation and report",
    LetterKind.REFERRAL: "new referral, with a request to see the child again",
}
ASKS = {
    LetterKind.REPORT: (
        "a copy of your report, or the date on which to expect it;",
        "the strategies you suggest for nursery, and whether you set any targets;",
        "when you plan to see {name} again, and whom we may call.",
    ),
    LetterKind.OBSERVATION: (
        "when you can observe {name} at nursery, or elsewhere;",
        "a report of it, with strategies for nursery and the next small steps;",
        "whom we may call meanwhile.",
    ),
    LetterKind.REFERRAL: (
        "whether you accept this referral, and how long families wait at present;",
        "when you can observe {name}, and a report of it;",
        "what we can do meanwhile, and whom we may call.",
    ),
}


def letter_kind(request_kind: str, is_referral: bool) -> LetterKind:
    """An agency that has discharged the child is asked by a new referral (C6.1)."""
    return LetterKind.REFERRAL if is_referral else LetterKind(request_kind)


def asks(kind: LetterKind, name: str) -> tuple[str, ...]:
    """The points of the letter. `name` is what the child is called in it."""
    return tuple(point.format(name=name) for point in ASKS[kind])


def answer_by(sent_on: date) -> date:
    """The day by which an answer is asked for: three weeks, moved off a weekend to the Monday."""
    day = sent_on + timedelta(days=ANSWER_WITHIN_DAYS)
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > FRIDAY else 0)


FRIDAY = 4
