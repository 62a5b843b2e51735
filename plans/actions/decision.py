"""Working out whether an ISP is required, and keeping the answer (C1, C2, C2.1, C3, C7).

An answer is kept only when something about it changed. It closes nothing and starts nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from children.models import Child
from plans.models import RequirementDecision
from plans.policies.decision import check_can_acknowledge
from plans.queries.facts import RequirementInputs, requirement_facts_of
from plans.rules.answer import answer
from plans.rules.requirement import RULES_VERSION

CHILDREN_AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class Swept:
    """How many children were looked at, and for how many another answer was kept."""

    checked: int
    changed: int


def decide_requirement(*, child: Child, on: date | None = None, by: Actor) -> RequirementDecision:
    """Works the answer out as the records stand on `on` (today), and keeps it when it changed.

    The first answer needs no acknowledgement; another outcome waits until somebody has seen it.
    """
    return decide_several(children=[child], on=on, by=by)[child.pk]


@transaction.atomic
def decide_several(
    *, children: Sequence[Child], on: date | None = None, by: Actor
) -> dict[UUID, RequirementDecision]:
    """The same for many children, by child: their records are read together."""
    on = on or timezone.localdate()
    keys = [child.pk for child in children]
    held = Child.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    list(held.values_list("pk", flat=True))
    latest = _latest(children)
    decided, new = dict(latest), []
    for key, inputs in requirement_facts_of(children, on).items():
        before, kept = latest.get(key), kept_values(inputs)
        if before is not None and _same(before, kept):
            continue
        if before is not None:
            before.is_latest = False
            before.record(by=by, why="A newer answer replaces it")
        replaces = _to_acknowledge(before, kept)
        decided[key] = RequirementDecision(child_id=key, decided_on=on, replaces=replaces, **kept)
        new.append(decided[key])
    RequirementDecision.record_new(new, by=by, why="Worked out from the records")
    return decided


def decide_afresh(children: Sequence[Child], by: Actor) -> None:
    """What `facts_changed` calls, inside the transaction of whatever changed the facts."""
    decide_several(children=children, by=by)


@transaction.atomic
def acknowledge_decision(*, decision: RequirementDecision, by: Actor) -> RequirementDecision:
    """Somebody has seen that the answer changed; it leaves the dashboard, and nothing else moves.

    `Refused` when it is no longer the latest, or waits for nobody.
    """
    check_can_acknowledge(decision)
    decision.acknowledged_at = timezone.now()
    decision.acknowledged_by = by.label
    return decision.record(by=by, why="Acknowledged")


def decide_requirements(*, on: date | None = None, by: Actor) -> Swept:
    """Works every active child's answer out afresh, some hundreds at a time; nightly.

    The school year turns on 1 September and advice, answers and maps end by themselves, so an
    answer can change though nobody touched a record. Only changed answers are written.
    """
    on = on or timezone.localdate()
    checked = changed = 0
    after: UUID | None = None
    while children := _next_children(after, on):
        checked += len(children)
        for child in _with_another_answer(children, on):
            decide_requirement(child=child, on=on, by=by)
            changed += 1
        after = children[-1].pk
    return Swept(checked, changed)


def kept_values(inputs: RequirementInputs) -> dict[str, Any]:
    """The columns of the answer that these inputs give: all that makes it another answer."""
    known, given = inputs.known, answer(inputs.known, inputs.behaviour, inputs.must_evidence)
    return {
        "outcome": given.outcome.name if given.outcome else "",
        "is_required": given.required,
        "clauses": list(given.clauses),
        "also": [outcome.name for outcome in given.also],
        "open_questions": [question.value for question in given.open_questions],
        "warnings": [warning.value for warning in inputs.warnings],
        "inputs": {
            "behaviour": inputs.behaviour,
            "advice": known.advice.value,
            "preschool_or_below": known.preschool_or_below,
            "agency_involved": known.agency_involved,
            "received": known.received.value,
            "must_evidence": inputs.must_evidence,
            "group_map_covers": known.group_map_covers,
        },
        "rests_on": [basis.as_kept() for basis in inputs.rests_on],
        "ruleset_code": inputs.ruleset.code,
        "ruleset_version": inputs.ruleset.version,
        "rules_version": RULES_VERSION,
    }


def _same(latest: RequirementDecision, kept: dict[str, Any]) -> bool:
    return all(getattr(latest, name) == value for name, value in kept.items())


def _to_acknowledge(
    latest: RequirementDecision | None, kept: dict[str, Any]
) -> RequirementDecision | None:
    """The answer that this one replaces in somebody's eyes, so that they must be told; or None.

    Answering the questions for the first time tells nobody anything new.
    """
    if latest is None:
        return None
    waits = latest.replaces_id is not None and latest.acknowledged_at is None
    first = not latest.outcome and latest.replaces_id is None
    changed = latest.outcome != kept["outcome"] and not first
    return latest if changed or waits else None


def _next_children(after: UUID | None, on: date) -> list[Child]:
    """The next active children who are born by the day: before it there is nothing to decide."""
    children = Child.objects.active().filter(date_of_birth__lte=on).order_by("pk")
    if after is not None:
        children = children.filter(pk__gt=after)
    return list(children[:CHILDREN_AT_A_TIME])


def _latest(children: Sequence[Child]) -> dict[UUID, RequirementDecision]:
    rows = RequirementDecision.objects.latest_per_child().filter(child__in=children)
    return {row.child_id: row for row in rows}


def _with_another_answer(children: Sequence[Child], on: date) -> list[Child]:
    latest = _latest(children)
    facts = requirement_facts_of(children, on)
    return [
        child
        for child in children
        if child.pk not in latest or not _same(latest[child.pk], kept_values(facts[child.pk]))
    ]
