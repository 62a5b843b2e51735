"""Reports that the setting holds, and what they were found to hold (C1, C7, C7.1)."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from agencies.models import Report
from agencies.policies import check_can_change_report
from children.actions import facts_changed
from children.models import Child
from children.policies import check_can_change

from .held import held_report
from .request import close_answered, open_again


def _check_agency(child: Child, values: dict[str, Any]) -> None:
    if values["agency"].setting_id != child.setting_id:
        raise Refused("Choose one of the agencies in the list.", "agency")


@transaction.atomic
def receive_report(*, child: Child, values: dict[str, Any], by: Actor) -> Report:
    """Records a report that has come. Works out the decision afresh (C1).

    A parent's copy is recorded as such and needs no contact with the agency (C7.1). The same
    report sent twice is kept once. It closes the open requests that it answers.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_change(child)
    _check_agency(child, values)
    if already := Report.objects.held().filter(child=child, **values).first():
        return already
    report = Report(child=child, **values)
    if report.holds_strategies or report.holds_targets:
        report.holds_because = "Said when it was recorded"
    report.record(by=by, why="Received")
    close_answered(report=report, by=by)
    facts_changed(child, by)
    return report


@transaction.atomic
def change_report(
    *, report: Report, values: dict[str, Any], seen_version: int, by: Actor
) -> Report:
    """Corrects what was recorded of a report. Works out the decision afresh."""
    check_can_change(report.child)
    check_can_change_report(report)
    _check_agency(report.child, values)
    for name, value in values.items():
        setattr(report, name, value)
    report.record(by=by, why="Corrected", seen_version=seen_version)
    facts_changed(report.child, by)
    return report


@transaction.atomic
def set_report_holds(
    *, report: Report, values: dict[str, Any], seen_version: int, by: Actor
) -> Report:
    """What the report holds, said by hand with the reason; lines only add to it from now on.

    Works out the decision afresh (C1). `StaleVersion` when somebody else saved first.
    """
    report = held_report(report)
    for name in ("holds_strategies", "holds_targets", "holds_because"):
        setattr(report, name, values[name])
    report.awaits_look = False
    why = f"Set by hand: {report.holds_because}"
    report.record(by=by, why=why, seen_version=seen_version)
    facts_changed(report.child, by)
    return report


@transaction.atomic
def look_at_report(*, report: Report, by: Actor) -> Report:
    """Somebody here has looked at a report that an agency sent by its link: from now on it counts.

    Works out the decision afresh (C1). Twice is once.
    """
    report = held_report(report)
    if report.awaits_look:
        report.awaits_look = False
        report.record(by=by, why="Looked at")
        facts_changed(report.child, by)
    return report


@transaction.atomic
def withdraw_report(*, report: Report, because: str, by: Actor) -> Report:
    """From today the report no longer counts; it stays on the record with the reason.

    One that an agency sent by its link and that was wrong at first sight answers nothing: what it
    had closed opens again, and with that the link.
    """
    check_can_change(report.child)
    check_can_change_report(report)
    report.withdrawn_on = timezone.localdate()
    report.withdrawn_because = because
    report.record(by=by, why=f"Withdrawn: {because}")
    if report.awaits_look:
        open_again(report=report, by=by)
    facts_changed(report.child, by)
    return report
