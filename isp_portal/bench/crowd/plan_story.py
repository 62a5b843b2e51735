"""The answer and the plan of a child of the crowd."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from accounts.models import Membership
from children.models import (
    Child,
    ParentCarer,
)
from plans.models import Capacity, Cycle, PlanSignOff, RequirementDecision, SupportPlan
from reviews.models import InterventionEntry, Review

from .family_story import family_story, reviewed_before
from .keeping import kept

BEHAVIOUR = {
    "behaviour": True,
    "advice": "none",
    "preschool_or_below": True,
    "agency_involved": False,
    "received": "nothing",
    "must_evidence": None,
    "group_map_covers": False,
}
STRATEGIES = {**BEHAVIOUR, "behaviour": False, "agency_involved": True, "received": "strategies"}
WAITING = {**STRATEGIES, "received": "nothing"}
NO_NEED = {**BEHAVIOUR, "behaviour": False, "must_evidence": False}


def plan_story(
    number: int,
    child: Child,
    key_person: Membership,
    sam: Membership,
    contact: ParentCarer,
    today: date,
) -> None:
    """Of ten children two have never been asked, one needs a plan, six have one, one has none."""
    kind = number % 10
    decided_on = today - timedelta(days=5 + number % 60)
    if kind in (0, 1):
        _decided(child, "", None, {**NO_NEED, "behaviour": None}, decided_on)
    elif kind == 2:
        code, inputs = (
            ("REQUIRED_BEHAVIOUR", BEHAVIOUR),
            ("REQUIRED_STRATEGIES", STRATEGIES),
            ("AWAITING_REPORT", WAITING),
        )[number // 10 % 3]
        _decided(child, code, None if code == "AWAITING_REPORT" else True, inputs, decided_on)
    elif kind == 3:
        before = _decided(child, "REQUIRED_BEHAVIOUR", True, BEHAVIOUR, decided_on, latest=False)
        _decided(child, "NOT_REQUIRED_NO_NEED", False, NO_NEED, decided_on, replaces=before)
    else:
        _decided(child, "REQUIRED_STRATEGIES", True, STRATEGIES, decided_on)
        _planned(number, child, key_person, sam, contact, today)


def _decided(
    child: Child,
    outcome: str,
    is_required: bool | None,
    inputs: dict[str, Any],
    on: date,
    *,
    latest: bool = True,
    replaces: RequirementDecision | None = None,
) -> RequirementDecision:
    row = RequirementDecision(
        child=child,
        decided_on=on,
        outcome=outcome,
        is_required=is_required,
        inputs=inputs,
        ruleset_code="default",
        ruleset_version="2026-09",
        rules_version="2026-09",
        is_latest=latest,
        replaces=replaces,
    )
    decision: RequirementDecision = kept(row)
    return decision


def _planned(
    number: int,
    child: Child,
    key_person: Membership,
    sam: Membership,
    contact: ParentCarer,
    today: date,
) -> None:
    """A plan that began up to eleven weeks ago; some of them drafts, some ready, some reviewed."""
    kind = number % 12
    starts = today - timedelta(days=(number * 5) % 80)
    due = starts + timedelta(days=63 if number % 15 == 7 else 56)
    before = kind > 5 and number % 4 != 3
    if before:
        reviewed_before(number, child, contact, starts, today)
    cycle = Cycle(
        child=child,
        number=2 if before else 1,
        starts_on=None if kind == 0 else starts,
        opens_on=None if kind == 0 else due - timedelta(days=14),
        due_on=None if kind == 0 else due,
    )
    kept(cycle)
    status = {0: "draft", 1: "draft", 2: "ready"}.get(kind, "finalised")
    at = timezone.make_aware(datetime.combine(starts, time(12)))
    plan = SupportPlan(
        child=child,
        cycle=cycle,
        status=status,
        ready_at=None if status == "draft" else at,
        finalised_at=at if status == "finalised" else None,
    )
    kept(plan)
    if status == "draft":
        return
    for capacity, who in ((Capacity.KEY_PERSON, key_person), (Capacity.SENCO, sam)):
        if status == "finalised" or (number + len(capacity)) % 4:
            _signed(plan, capacity, starts, membership=who, person_name=str(who))
    if status == "ready":
        return
    family_story(number, child, plan, contact, today)
    if number % 5:
        _signed(plan, Capacity.PARENT, starts, contact=contact, person_name=contact.name)
    quiet = number % 5 == 0
    kept(
        InterventionEntry(
            child=child,
            cycle=cycle,
            form_token=uuid4(),
            seen_on=max(starts, today - timedelta(days=20 if quiet else 3)),
            seen_by=key_person,
            what_we_saw="Pointed at the cup.",
        )
    )
    if kind in (3, 4, 5) and due < today + timedelta(days=14):
        held = kind == 3 and due < today
        kept(
            Review(
                child=child,
                cycle=cycle,
                planned_on=today + timedelta(days=number % 9 - 3),
                planned_time=time(10, 30),
                held_on=today - timedelta(days=4) if held else None,
            )
        )


def _signed(plan: SupportPlan, capacity: Capacity, on: date, **who: Any) -> None:
    kept(
        PlanSignOff(
            plan=plan, capacity=capacity, answer="agreed", answered_on=on, method="paper", **who
        )
    )
