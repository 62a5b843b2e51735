"""The facts that due lists are made of, for all children of one reader: a fixed number of queries."""

from datetime import date
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    FilteredRelation,
    Max,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast

from accounts.models import Membership
from children.models import ParentCarer
from children.queries.plain import Days, LondonDays, Whose, plain_rows, time_of, written
from isp_portal.dashboards.rules.facts import (
    ChildFacts,
    Facts,
    PlanFacts,
)
from plans.models import OPEN_STATUSES, Capacity, PlanSignOff, SupportPlan
from plans.policies.sign_off import AGREES
from plans.rules.lifecycle import PlanStatus
from plans.rules.rulesets import RuleSetData
from reviews.models import InterventionEntry, Participant, PresentAs

from .agencies_told import agencies_told
from .due_papers import papers_of

IN_FORCE = PlanStatus.FINALISED.value
NO: Any = Value(False, output_field=BooleanField())


def facts_of(whose: Whose, membership: Membership, rules: RuleSetData, today: date) -> Facts:
    """Of each active child: the answer, the plans, who has copies, what agencies' records say.

    Buttons are those of the member; `rules` those of the setting today.
    """
    facts = facts_of_plans(whose, today)
    told = agencies_told(whose, facts.children, rules, membership, today)
    return facts._replace(ending=told.ending, reports=told.reports, came_in=told.came_in)


def facts_of_plans(whose: Whose, today: date) -> Facts:
    """The same without what agencies' records say, and for no reader: for counts."""
    days, instants = Days(), LondonDays()
    papers = papers_of(whose, today)
    children = [_child(row, days) for row in plain_rows(_children, whose, today)]
    plans = [_plan(row, days, instants) for row in plain_rows(_plans, whose, today)]
    places = {child.pk: place for place, child in enumerate(children)}
    plans.sort(key=lambda plan: (places.get(plan.child, 0), plan.number, plan.pk))
    return Facts(
        children=children,
        plans=plans,
        recipients=papers.recipients,
        minutes=papers.minutes,
        replies=papers.replies,
        ending=[],
        reports=[],
        came_in=[],
    )


YES_NO: dict[Any, bool | None] = {None: None, 0: False, 1: True}
"""As databases write it."""


def _child(row: tuple[Any, ...], days: Days) -> ChildFacts:
    pk, legal, called, started, *people, outcome, required, decided, unseen, was, kept = row
    room, key_person_id, key_person, second = people
    return ChildFacts(
        pk,
        legal,
        called,
        days[started],
        room,
        key_person_id,
        key_person,
        second,
        outcome,
        YES_NO[required],
        days[decided],
        bool(unseen),
        was,
        kept,
    )


def _plan(row: tuple[Any, ...], days: Days, instants: LondonDays) -> PlanFacts:
    child, pk, status, number, ready, finalised, starts, opens, due, closed, because, *rest = row
    review, planned, at, held, is_reviewed, last_entry, told, *has = rest
    return PlanFacts(
        child,
        pk,
        status,
        number,
        instants[ready],
        instants[finalised],
        days[starts],
        days[opens],
        days[due],
        days[closed],
        because,
        review,
        days[planned],
        time_of(at),
        days[held],
        bool(is_reviewed),
        days[last_entry],
        days[told],
        *map(bool, has),
    )


def _running(relation: str, today: date) -> Q:
    name = f"{relation}__"
    ends = Q(**{f"{name}until_on__isnull": True}) | Q(**{f"{name}until_on__gte": today})
    return Q(**{f"{name}from_on__lte": today}) & ends


def _children(whose: Whose, today: date) -> Any:
    """Who has two key persons at a time comes twice: the first place has one, by its constraint."""
    running = _running("key_people", today)
    latest = FilteredRelation(
        "requirement_decisions", condition=Q(requirement_decisions__is_latest=True)
    )
    return (
        whose.children.annotate(
            first=FilteredRelation(
                "key_people", condition=running & Q(key_people__is_second=False)
            ),
            other=FilteredRelation("key_people", condition=running & Q(key_people__is_second=True)),
            latest=latest,
            is_unseen=Case(
                When(
                    latest__replaces__isnull=False, latest__acknowledged_at__isnull=True, then=True
                ),
                default=False,
                output_field=BooleanField(),
            ),
            kept=Case(
                When(latest__is_required=False, then=None),
                default=Cast("latest__inputs", TextField()),
            ),
        )
        .order_by("legal_name", "pk")
        .values_list(
            written("pk"),
            "legal_name",
            "preferred_name",
            written("started_on"),
            "room__name",
            written("first__membership_id"),
            "first__membership__user__full_name",
            "other__membership__user__full_name",
            "latest__outcome",
            "latest__is_required",
            written("latest__decided_on"),
            "is_unseen",
            "latest__replaces__outcome",
            "kept",
        )
    )


def _plans(whose: Whose, today: date) -> Any:
    """The plans being written and in force. What costs a look per row is asked only where it counts."""
    entries = InterventionEntry.objects.standing().filter(cycle=OuterRef("cycle"))
    invited = Participant.objects.filter(
        review=OuterRef("cycle__review"), capacity=PresentAs.PARENT, invited_on__isnull=False
    )
    told = invited.order_by().values("review").annotate(last=Max("invited_on")).values("last")
    last = entries.order_by("-seen_on").values("seen_on")[:1]
    recipients = ParentCarer.objects.filter(child=OuterRef("child")).may_receive(today)
    return (
        SupportPlan.objects.filter(whose.about("child"), status__in=[*OPEN_STATUSES, IN_FORCE])
        .annotate(
            last_entry_on=Case(When(status=IN_FORCE, then=Subquery(last))),
            told_on=Case(When(cycle__review__planned_on__isnull=False, then=Subquery(told))),
            key_person_agreed=_agreed(Capacity.KEY_PERSON),
            senco_agreed=_agreed(Capacity.SENCO),
            is_reviewed=Case(
                When(cycle__review__finalised_at__isnull=False, then=True), default=NO
            ),
            has_recipient=Case(When(status=IN_FORCE, then=Exists(recipients)), default=NO),
        )
        .order_by()
        .values_list(
            written("child_id"),
            written("pk"),
            "status",
            "cycle__number",
            written("ready_at"),
            written("finalised_at"),
            written("cycle__starts_on"),
            written("cycle__opens_on"),
            written("cycle__due_on"),
            written("cycle__closed_on"),
            "cycle__agreed_because",
            written("cycle__review"),
            written("cycle__review__planned_on"),
            written("cycle__review__planned_time"),
            written("cycle__review__held_on"),
            "is_reviewed",
            written("last_entry_on"),
            written("told_on"),
            "key_person_agreed",
            "senco_agreed",
            "has_recipient",
        )
    )


def _agreed(capacity: Capacity) -> Case:
    agreed = PlanSignOff.objects.filter(plan=OuterRef("pk"), capacity=capacity, answer__in=AGREES)
    return Case(When(status=PlanStatus.READY.value, then=Exists(agreed)), default=NO)
