"""Asking an agency for a report: raised, asked with consent, closed (C6.1, C7)."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from agencies.models import Agency, Report, ReportRequest, RequestKind
from agencies.policies import (
    check_agency_of_child,
    check_can_close_request,
    check_can_mark_asked,
    has_been_discharged,
)
from children.models import Child
from children.policies import check_can_change


@transaction.atomic
def request_report(
    *, child: Child, agency: Agency, kind: RequestKind, because: str, by: Actor
) -> ReportRequest:
    """Raises a request: a copy of a report (C7), or a new observation and report (C6.1).

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
        raised_on=today,
        needs_referral=has_been_discharged(child, agency, today),
    ).record(by=by, why=f"Raised: {because}")


@transaction.atomic
def mark_asked(
    *, request: ReportRequest, asked_on: date, asked_how: str, by: Actor
) -> ReportRequest:
    """Records that the agency was asked, on which day and how.

    `Refused` without consent (C7), when it was asked before, or for a day that cannot be right.
    """
    request = _held(request)
    if request.asked_on == asked_on and request.asked_how == asked_how:
        return request
    check_can_mark_asked(request)
    today = timezone.localdate()
    if asked_on > today:
        raise Refused("This day is still to come.", "asked_on")
    if asked_on < request.raised_on:
        raised = say_day(request.raised_on, today)
        raise Refused(f"This is before the request was raised, on {raised}.", "asked_on")
    request.asked_on, request.asked_how = asked_on, asked_how
    return request.record(by=by, why="Asked")


@transaction.atomic
def close_request(*, request: ReportRequest, because: str, by: Actor) -> ReportRequest:
    """Closes a request without a report, with the reason."""
    request = _held(request)
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


def _held(request: ReportRequest) -> ReportRequest:
    """The request as it is stored now, locked until the transaction ends."""
    child = Child.objects.select_for_update().get(pk=request.child_id)
    check_can_change(child)
    stored: ReportRequest = ReportRequest.objects.select_related("child", "agency").get(
        pk=request.pk
    )
    stored.child = child
    return stored
