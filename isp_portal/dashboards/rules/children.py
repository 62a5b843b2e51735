"""What the reading pages say: names, pills and the next thing to do. No Django, no clock."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from accounts.rules.day_words import say_day
from children.rules import fold

DAYS_SAID_AS_WEEKS = 14


def known_as(legal_name: str, preferred_name: str) -> str:
    """ "Seyi Adeyemi-Blackwood": the name everybody uses for the first of the legal names."""
    _, _, rest = legal_name.partition(" ")
    if not preferred_name or " " in preferred_name:
        return preferred_name or legal_name
    return " ".join(part for part in (preferred_name, rest) if part)


def alike(names: Iterable[str]) -> set[str]:
    """The names that more than one child of a list has: those say their birthday too."""
    counted = Counter(fold(name) for name in names)
    return {name for name in counted if counted[name] > 1}


def say_born(born: date) -> str:
    """ "born 3 Apr 2023"."""
    return f"born {born.day} {born:%b %Y}"


def say_age(years: int, months: int) -> str:
    """ "3 years 9 months", "1 year", "8 months"."""
    counted = ((years, "year"), (months, "month"))
    parts = [f"{n} {word}" + ("" if n == 1 else "s") for n, word in counted if n]
    return " ".join(parts) or "newborn"


class PlanState(Enum):
    """Where the child's plan stands, for a row of a list."""

    NONE = "none"
    DRAFT = "draft"
    READY = "ready"
    FINALISED = "finalised"


@dataclass(frozen=True, slots=True)
class AnswerNow:
    """The latest kept answer of a child: `outcome` is its code, empty while not asked yet."""

    outcome: str
    is_required: bool | None
    waits_to_be_acknowledged: bool


def decision_pill(answer: AnswerNow | None, plan: PlanState) -> str:
    """The state of the "decision" pill (see the table of states of the look)."""
    if answer is None or not answer.outcome:
        return "not_asked"
    if answer.is_required is None:
        return "awaiting_report"
    if not answer.is_required:
        return "not_required"
    return "in_place" if plan is PlanState.FINALISED else "required"


class NextStep(Enum):
    """The next thing to do for a child; the value is the button's words."""

    ASK = "Ask the adults"
    ACKNOWLEDGE = "See what changed"
    START = "Start the plan"
    WRITE = "Write the plan"
    FINALISE = "Finish the plan"
    CHASE = "See the reports"
    OPEN = "Open"


def next_step(answer: AnswerNow | None, plan: PlanState) -> NextStep:
    """What to do next: a plan on the desk first, then questions, changes and missing papers."""
    if plan in (PlanState.DRAFT, PlanState.READY):
        return NextStep.WRITE if plan is PlanState.DRAFT else NextStep.FINALISE
    if answer is None or not answer.outcome:
        return NextStep.ASK
    if answer.waits_to_be_acknowledged:
        return NextStep.ACKNOWLEDGE
    if answer.is_required and plan is PlanState.NONE:
        return NextStep.START
    return NextStep.CHASE if answer.is_required is None else NextStep.OPEN


PROFILE_PARTS = (
    ("what_people_like", "What people like about me"),
    ("what_matters", "What matters to me"),
    ("how_to_support", "How best to support me"),
    ("what_i_enjoy", "What I enjoy"),
    ("what_upsets", "What upsets me"),
)


def review_words(opens_on: date, due_on: date, today: date) -> str:
    """Where a cycle stands, for its pill: by when, how late, or since when the window is open."""
    if today > due_on:
        days = (today - due_on).days
        late = "1 day" if days == 1 else f"{days} days"
        return f"{late} overdue" if days < DAYS_SAID_AS_WEEKS else f"{days // 7} weeks overdue"
    if today == due_on:
        return "Review due today"
    if today == opens_on:
        return "Review window opens today"
    return f"Review by {say_day(due_on, today)}"
