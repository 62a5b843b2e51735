"""Rows of reports on their way, each with its next step and the form that takes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.http import urlencode

from accounts.models import Membership
from accounts.rules.roles import Permission
from agencies.models import Agency, ReportRequest, RequestKind
from agencies.rules.chase import Chase, ChaseState, ChaseStep, asking, held
from agencies.rules.chase_words import ACTS, asking_known, asking_pill, held_known
from children.models import Child, KeyPersonAssignment

from .facts import (
    Expected,
    Held,
    Records,
    on_its_way,
    records_of,
    with_something_on_its_way,
)

ORDER = {state: place for place, state in enumerate(ChaseState)}
MAY = {
    ChaseStep.DECIDE: Permission.MANAGE_AGENCIES,
    ChaseStep.RECORD_CONSENT: Permission.RECORD_CONSENT,
    ChaseStep.RAISE: Permission.MANAGE_AGENCIES,
    ChaseStep.ASK: Permission.MANAGE_AGENCIES,
    ChaseStep.CHASE: Permission.MANAGE_AGENCIES,
    ChaseStep.ASK_PARENTS: Permission.MANAGE_AGENCIES,
    ChaseStep.WAIT: Permission.RECORD_REPORT,
    ChaseStep.READ: Permission.RECORD_REPORT,
    ChaseStep.SEE_ANSWER: Permission.MANAGE_AGENCIES,
    ChaseStep.USE: Permission.WRITE_PLAN,
    ChaseStep.ASK_STRATEGIES: Permission.MANAGE_AGENCIES,
    ChaseStep.RENEW: Permission.MANAGE_AGENCIES,
    ChaseStep.NOTHING: Permission.VIEW_AGENCIES,
}
"""Who may take the step; whoever may not sees where it stands, and no button."""


@dataclass(frozen=True, slots=True)
class ChaseRow:
    """One report. `pill` are its own words for the state (`pill "report"`), `known` what is known.

    `url` leads to the form of the next step, and is empty where this member may not take it.
    `since` is the day that puts it in its place in the list: the oldest first.
    """

    child: Child
    agency: Agency
    what: str
    state: ChaseState
    step: ChaseStep
    pill: str
    known: str
    act: str
    url: str
    since: date
    request: ReportRequest | None = None

    @property
    def second_line(self) -> str:
        """ "Orchard · Kemi Adebayo"."""
        people = " and ".join(str(row.membership) for row in self.child.key_people.all())
        return f"{self.child.room.name if self.child.room else 'No room'} · {people or 'No key person'}"

    @property
    def needs_somebody(self) -> bool:
        return self.step not in (ChaseStep.WAIT, ChaseStep.NOTHING)


def chase_rows(
    children: "QuerySet[Child]", membership: Membership, today: date
) -> tuple[ChaseRow, ...]:
    """Every report on its way of these children, whom the member sees: what needs somebody first."""
    listed = list(_with_people(with_something_on_its_way(children, today), today))
    records = records_of(children, membership.setting, today)
    rows = [row for child in listed for row in rows_of(records, child, membership, today)]
    rows.sort(key=lambda row: (ORDER[row.state], row.since, row.child.legal_name, row.agency.name))
    return tuple(rows)


def chase_of(child: Child, membership: Membership, today: date) -> tuple[ChaseRow, ...]:
    """Every report on its way about one child."""
    return chase_rows(Child.objects.filter(pk=child.pk), membership, today)


def _with_people(children: "QuerySet[Child]", today: date) -> Any:
    running = KeyPersonAssignment.objects.running(today).select_related("membership__user")
    people = Prefetch("key_people", queryset=running)
    return children.select_related("room").prefetch_related(people).order_by("legal_name", "pk")


def rows_of(records: Records, child: Child, membership: Membership, today: date) -> list[ChaseRow]:
    """Every report on its way about one child."""
    return [
        row_of(standing, child, membership, today)
        for standing in standings(records, child.pk, today)
    ]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one report stands, before anything of it is put into words."""

    item: Expected | Held
    chase: Chase
    since: date


def standings(records: Records, child: UUID, today: date) -> Iterator[Standing]:
    """Every report on its way about one child."""
    for item in on_its_way(records, child, today):
        if isinstance(item, Held):
            yield Standing(item, held(item.facts, today), item.facts.dated_on)
        else:
            facts = item.facts
            since = facts.asked_on or facts.raised_on or item.seen_on or today
            yield Standing(item, asking(facts, today), since)


def row_of(standing: Standing, child: Child, membership: Membership, today: date) -> ChaseRow:
    """The report in words, with the form of its next step. Only its id is asked of the child."""
    item, chase = standing.item, standing.chase
    may = membership.may(MAY[chase.step])
    if isinstance(item, Expected):
        request = item.request
        return ChaseRow(
            child=child,
            agency=item.agency,
            what=request.get_kind_display() if request else "Their report",
            state=chase.state,
            step=chase.step,
            pill=asking_pill(chase, item.facts, today),
            known=asking_known(item.facts, item.seen_on, request.because if request else "", today),
            act=ACTS[chase.step],
            url=_url_of_expected(chase, item, child) if may else "",
            since=standing.since,
            request=request,
        )
    return ChaseRow(
        child=child,
        agency=item.agency,
        what="Their report",
        state=chase.state,
        step=chase.step,
        pill="",
        known=held_known(chase, item.facts, today),
        act=ACTS[chase.step],
        url=_url_of_held(chase, item, child) if may else "",
        since=standing.since,
    )


def _url_of_expected(chase: Chase, item: Expected, child: Child) -> str:
    """The form that takes the step. Only a step on a request that was raised asks for its id."""
    request = item.request
    match chase.step:
        case ChaseStep.DECIDE if item.verdict.answer:
            return reverse("agencies:consent_set_aside", args=[child.pk, item.verdict.answer.key])
        case ChaseStep.ASK | ChaseStep.CHASE if request:
            return reverse("documents:agency_letter", args=[request.pk])
        case ChaseStep.ASK_PARENTS if request:
            return reverse("agencies:request_parents_asked", args=[child.pk, request.pk])
        case ChaseStep.SEE_ANSWER:
            return reverse("agencies:requests", args=[child.pk])
        case ChaseStep.WAIT:
            return _form("agencies:report_add", child, agency=item.agency.pk)
        case ChaseStep.RAISE:
            return _form(
                "agencies:request_add", child, agency=item.agency.pk, kind=RequestKind.REPORT.value
            )
    asked = {"agency": item.agency.pk, "purpose": item.purpose.value}
    return _form("agencies:consent", child, **asked) + "#answer"


def _url_of_held(chase: Chase, item: Held, child: Child) -> str:
    match chase.step:
        case ChaseStep.READ:
            return reverse("agencies:recommendations", args=[child.pk, item.report_id])
        case ChaseStep.USE:
            return reverse("dashboards:child", args=[child.pk]) + "#plans"
        case ChaseStep.RENEW | ChaseStep.ASK_STRATEGIES:
            return _form(
                "agencies:request_add",
                child,
                agency=item.agency.pk,
                kind=RequestKind.OBSERVATION.value,
            )
    return reverse("agencies:report_files", args=[child.pk, item.report_id])


def _form(page: str, child: Child, **filled_in: Any) -> str:
    """A form of the child's, with what is known already filled in."""
    return f"{reverse(page, args=[child.pk])}?{urlencode(filled_in)}"
