"""Every kept answer of a child, in words."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from accounts.rules.day_words import say_day
from children.models import Child
from plans.models import RequirementDecision
from plans.rules.requirement import Outcome
from plans.rules.words import NOT_ASKED, headline, reason


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """One answer, with what it rested on when it was given."""

    decision: RequirementDecision
    words: str
    reason: str
    rested_on: tuple[tuple[str, str, bool], ...]
    """Title, words, and whether it was still open."""


def answers_of(child: Child) -> tuple[KeptAnswer, ...]:
    """The answers of the child, newest first."""
    today = timezone.localdate()
    return tuple(
        _kept(row, child.called, today) for row in RequirementDecision.objects.filter(child=child)
    )


def _kept(row: RequirementDecision, name: str, today: date) -> KeptAnswer:
    outcome = Outcome[row.outcome] if row.outcome else None
    return KeptAnswer(
        row,
        headline(outcome),
        reason(outcome, name),
        tuple(
            (basis["title"], _basis(basis, today), basis["words"] == NOT_ASKED.lower())
            for basis in row.rests_on
        ),
    )


def _basis(basis: dict[str, str], today: date) -> str:
    day = say_day(date.fromisoformat(basis["on"]), today) if basis["on"] else ""
    return " ".join(part for part in (basis["words"], basis["source"], day) if part)
