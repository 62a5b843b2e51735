"""A finalised plan for Seyi, as the plans room leaves it: two strategies, one target, two answers."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeVar
from uuid import uuid4

from agencies.models import ReceivedFrom, Report
from children.models import ContactRestriction, ParentCarer, RestrictionKind
from plans.models import (
    Capacity,
    Cycle,
    PlanSignOff,
    RequirementDecision,
    SignOffAnswer,
    SignOffMethod,
    Strategy,
    SupportPlan,
    Target,
    TargetStrategy,
)
from plans.rules.lifecycle import PlanStatus
from tests.people import STORY, Cast

Line = TypeVar("Line", Strategy, Target)
STARTED = date(2026, 11, 2)


@dataclass
class Written:
    """A plan with its lines."""

    plan: SupportPlan
    strategies: list[Strategy]
    target: Target


def finalised_plan(people: Cast, status: PlanStatus = PlanStatus.FINALISED) -> Written:
    """Version 1 of Seyi's plan 1, finalised on Mon 2 Nov 2026."""
    report = Report(
        child=people.seyi,
        agency=people.speech,
        dated_on=date(2026, 10, 9),
        received_on=date(2026, 10, 12),
        received_from=ReceivedFrom.AGENCY,
        holds_strategies=True,
        holds_targets=False,
    ).record(by=STORY)
    ground = RequirementDecision(
        child=people.seyi,
        decided_on=date(2026, 10, 12),
        outcome="REQUIRED_STRATEGIES",
        is_required=True,
        clauses=["C1"],
        ruleset_code="default",
        ruleset_version="2026-09",
        rules_version="2026-09",
    ).record(by=STORY)
    cycle = Cycle(
        child=people.seyi,
        number=1,
        starts_on=STARTED,
        opens_on=date(2026, 12, 4),
        due_on=date(2026, 12, 18),
    ).record(by=STORY)
    plan = SupportPlan(
        child=people.seyi,
        cycle=cycle,
        ground=ground,
        primary_area="communication",
        strengths="Seyi remembers every route we have walked.",
        matters_to_child="His red bus.",
        how_child_showed_it="He keeps it in his pocket.",
        what_is_difficult="Waiting for a turn.",
        parents_view="He understands more than he says.",
        parents_view_by=people.priya,
        parents_view_on=STARTED,
    ).record(by=STORY)
    written = Written(plan, _strategies(plan, report), _target(plan))
    TargetStrategy(target=written.target, strategy=written.strategies[0]).record(by=STORY)
    agree(plan, Capacity.KEY_PERSON, "Kemi Adebayo")
    agree(plan, Capacity.SENCO, "Sam Whitlock")
    _leaves_the_desk(plan, status, datetime(2026, 11, 2, 16, 30, tzinfo=UTC))
    return written


def _leaves_the_desk(plan: SupportPlan, status: PlanStatus, at: datetime) -> None:
    plan.status = status.value
    if status not in (PlanStatus.DRAFT, PlanStatus.READY):
        plan.finalised_at, plan.finalised_by = at, "Sam Whitlock"
    plan.record(by=STORY)


def _strategies(plan: SupportPlan, report: Report) -> list[Strategy]:
    return [
        Strategy(
            plan=plan,
            position=1,
            what_adults_do="Say his name and wait until he looks",
            when_and_where="Each change of activity",
            who="Every adult in Orchard",
            source_kind="report",
            source_report=report,
            source_page="3",
        ).record(by=STORY),
        Strategy(
            plan=plan,
            position=2,
            what_adults_do="Show the now and next strip",
            when_and_where="By the door",
            who="Kemi",
            at_home="Strip on the fridge",
            source_kind="setting",
            source_detail="Team meeting, 20 Oct 2026",
        ).record(by=STORY),
    ]


def _target(plan: SupportPlan) -> Target:
    return Target(
        plan=plan,
        position=1,
        small_step="Seyi looks when an adult says his name once",
        starting_point="Looks in 2 of 10 tries",
        know_when="He looks in 7 of 10 tries, on 3 days",
        source_kind="parent",
        source_detail="Priya told us, 2 Nov 2026",
    ).record(by=STORY)


def agree(
    plan: SupportPlan, capacity: Capacity, name: str, contact: ParentCarer | None = None
) -> PlanSignOff:
    return PlanSignOff(
        plan=plan,
        capacity=capacity,
        person_name=name,
        contact=contact,
        answer=SignOffAnswer.AGREED,
        answered_on=STARTED,
        method=SignOffMethod.PORTAL,
    ).record(by=STORY)


def corrected(written: Written) -> Written:
    """Version 2, in which strategy 2 was reworded and a third was added."""
    old = written.plan
    old.status = PlanStatus.SUPERSEDED.value
    old.record(by=STORY)
    new = SupportPlan.objects.get(pk=old.pk)
    new.version, new.corrects, new.status = 2, old, PlanStatus.DRAFT.value
    new.id, new._state.adding, new.row_version = uuid4(), True, 1
    new.finalised_at = None
    new.record(by=STORY)
    lines = [_again(line, new) for line in written.strategies]
    lines[1].what_adults_do = "Show the strip and let him move the picture"
    lines[1].record(by=STORY)
    added = Strategy(
        plan=new,
        position=3,
        what_adults_do="Copy his play",
        when_and_where="Block corner",
        who="Kemi",
        source_kind="parent",
    ).record(by=STORY)
    target = _again(written.target, new)
    TargetStrategy(target=target, strategy=lines[0]).record(by=STORY)
    _leaves_the_desk(new, PlanStatus.FINALISED, datetime(2026, 11, 16, 16, 30, tzinfo=UTC))
    return Written(new, [*lines, added], target)


def _again(line: Line, plan: SupportPlan) -> Line:
    copy = type(line).objects.get(pk=line.pk)
    copy.id, copy._state.adding, copy.row_version, copy.plan = uuid4(), True, 1, plan
    return copy.record(by=STORY)


def father(people: Cast, **values: object) -> ParentCarer:
    """Seyi's father, who may receive copies and lives elsewhere."""
    return ParentCarer(
        child=people.seyi,
        name="Tunde Adeyemi",
        relationship="father",
        may_receive_copies=True,
        address="9 Quarry Street, Harrowby",
        phone="01632 960 555",
        email="tunde@family.example",
        **values,
    ).record(by=STORY)


def restrict(contact: ParentCarer, kind: str = RestrictionKind.NO_CONTACT) -> ContactRestriction:
    return ContactRestriction(
        contact=contact,
        kind=kind,
        evidence="Court order seen by the manager",
        from_on=date(2026, 11, 1),
        review_on=date(2027, 5, 1),
    ).record(by=STORY)
