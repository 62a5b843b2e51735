"""The two support questions: what the answers in force on a day add up to.

In force: said on or before the day, not past its last day, not withdrawn on or before the day.
Silence is never read as "no": without an answer in force the result is None, "not asked yet".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import models

from children.models import Child, Question, SupportNeed


@dataclass(frozen=True, slots=True)
class SupportAnswers:
    """Both answers for one child on one day; None is "not asked yet"."""

    behaviour: bool | None
    evidence: bool | None


NOT_ASKED = SupportAnswers(None, None)


def in_force(on: date) -> models.Q:
    """Answers that count on the day, the last day included, the day of withdrawal not."""
    return (
        models.Q(said_on__lte=on)
        & (models.Q(until_on__isnull=True) | models.Q(until_on__gte=on))
        & (models.Q(withdrawn_on__isnull=True) | models.Q(withdrawn_on__gt=on))
    )


def support_answers(children: Iterable[Child], on: date) -> dict[UUID, SupportAnswers]:
    """Both answers of each child by its key, in one query however many children there are."""
    keys = [child.pk for child in children]
    rows: dict[UUID, list[SupportNeed]] = {key: [] for key in keys}
    found = SupportNeed.objects.filter(in_force(on), child__in=keys)
    for row in found.order_by("said_on", "said_at"):
        rows[row.child_id].append(row)
    return {key: SupportAnswers(_behaviour(of), _evidence(of)) for key, of in rows.items()}


def support_answer(child: Child, question: Question, on: date) -> bool | None:
    """Yes, no, or None for "not asked yet", on the day (C2, C3)."""
    answers = support_answers([child], on)[child.pk]
    return answers.behaviour if question is Question.BEHAVIOUR else answers.evidence


def _behaviour(oldest_first: list[SupportNeed]) -> bool | None:
    """Each adult's own newest answer counts, and one yes is enough (C3)."""
    newest: dict[tuple[UUID | None, UUID | None], bool] = {}
    for row in oldest_first:
        if row.question == Question.BEHAVIOUR:
            newest[(row.said_by_member_id, row.said_by_contact_id)] = row.is_yes
    return any(newest.values()) if newest else None


def _evidence(oldest_first: list[SupportNeed]) -> bool | None:
    """The newest answer counts, whoever gave it (C2)."""
    said = [row.is_yes for row in oldest_first if row.question == Question.EVIDENCE]
    return said[-1] if said else None
