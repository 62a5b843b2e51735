"""Asking an agency for a report: raised, asked and chased with consent, closed (C6.1, C7, C7.1)."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from agencies.models import Agency, Report, ReportRequest, RequestKind, RequestStep, StepKind
from agencies.policies import (
    check_agency_of_child,
    check_can_ask_parents,
    check_can_chase,
    check_can_close_request,
    check_can_mark_asked,
    check_step_day,
    has_been_discharged,
)
from children.models import Child, ParentCarer
from children.policies import check_can_change


@transaction.atomic
def request_report(
    *,
    child: Child,
    agency: Agency,
    kind: RequestKind,
    because: str,
    by: Actor,
    raised_on: date | None = None,
) -> ReportRequest:
    """Raises a request: a copy of a report (C7), or a new observation and report (C6.1).

    `raised_on` is for one that is written down later than it was raised.

    The same open request is answered, not doubled. After a discharge it is a re-referral. Raising
    waits for nobody; asking waits for consent. `Refused` (agency) for another setting's agency, and
    for an archived child.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_change(child)
    check_agency_of_child(child, agency)
    same = ReportRequest.objects.open().filter(child=child, agency=agency, kind=kind)
    if already := same.first():
        return already
    today = timezone.localdate()
    return ReportRequest(
        child=child,
        agency=agency,
        kind=kind,
        because=because,
        raised_on=raised_on or today,
        needs_referral=has_been_discharged(child, agency, today),
    ).record(by=by, why=f"Raised: {because}")


@transaction.atomic
def mark_asked(
    *, request: ReportRequest, asked_on: date, asked_how: str, by: Actor
) -> ReportRequest:
    """Records that the agency was asked, on which day and how.

    `Refused` without consent (C7), when it was asked before, or for a day that cannot be right.
    """
    request = held_request(request)
    if request.asked_on == asked_on and request.asked_how == asked_how:
        return request
    check_can_mark_asked(request)
    check_step_day(request, asked_on, request.raised_on, "asked_on")
    request.asked_on, request.asked_how = asked_on, asked_how
    return request.record(by=by, why="Asked")


@transaction.atomic
def mark_chased(*, request: ReportRequest, chased_on: date, how: str, by: Actor) -> RequestStep:
    """Records that the agency was asked again. The same chase is recorded once.

    `Refused` without consent (C7), for what was not asked, and for a day that cannot be right.
    """
    request = held_request(request)
    check_can_chase(request)
    check_step_day(request, chased_on, request.asked_on, "chased_on")
    return add_step(request, by, "Chased", kind=StepKind.CHASED, done_on=chased_on, how=how)


@transaction.atomic
def ask_parents(
    *, request: ReportRequest, contact: ParentCarer, asked_on: date, how: str, by: Actor
) -> RequestStep:
    """Records that a parent was asked for their own copy, which needs no consent (C7.1)."""
    request = held_request(request)
    check_can_ask_parents(request, contact)
    check_step_day(request, asked_on, request.raised_on, "asked_on")
    about = {"kind": StepKind.PARENTS_ASKED, "done_on": asked_on, "how": how, "contact": contact}
    return add_step(request, by, "Parents asked for their copy", **about)


def add_step(request: ReportRequest, by: Actor, why: str, **about: Any) -> RequestStep:
    """One more step of a request that the caller holds; the same step is there once."""
    same: RequestStep | None = request.steps.filter(**about).first()
    return same or RequestStep(request=request, **about).record(by=by, why=why)


@transaction.atomic
def close_request(*, request: ReportRequest, because: str, by: Actor) -> ReportRequest:
    """Closes a request without a report, with the reason."""
    request = held_request(request)
    check_can_close_request(request)
    request.closed_on, request.closed_because = timezone.localdate(), because
    return request.record(by=by, why=f"Closed: {because}")


def close_answered(*, report: Report, by: Actor) -> list[ReportRequest]:
    """Closes what a report answers: the open requests to its agency about its child.

    A new observation is answered by a report dated since it was asked for, a copy by any. Inside
    the caller's transaction, which holds the child.
    """
    asked = ReportRequest.objects.open().filter(child=report.child_id, agency=report.agency_id)
    answered = [row for row in asked if row.is_answered_by(report)]
    for request in answered:
        request.answered_by, request.closed_on = report, timezone.localdate()
        request.closed_because = "The report came"
        request.record(by=by, why="The report came")
    return answered


def open_again(*, report: Report, by: Actor) -> None:
    """What a report had answered is asked for again. Inside the caller's transaction."""
    for request in ReportRequest.objects.filter(answered_by=report):
        same = {"child": request.child_id, "agency": request.agency_id, "kind": request.kind}
        if not ReportRequest.objects.open().filter(**same).exists():
            request.answered_by, request.closed_on, request.closed_because = None, None, ""
            request.record(by=by, why="What came was not the report")


def held_request(request: ReportRequest) -> ReportRequest:
    """The request as it is stored now, locked until the transaction ends."""
    child = Child.objects.select_for_update().get(pk=request.child_id)
    check_can_change(child)
    stored: ReportRequest = ReportRequest.objects.select_related("child", "agency").get(
        pk=request.pk
    )
    stored.child = child
    return stored
