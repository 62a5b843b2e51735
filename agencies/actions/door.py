"""What a professional does behind the agency door: sends the report, or answers in words (C7)."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.actions.links import check_link_opens
from accounts.rules.actor import Actor
from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from agencies.intake.examiner import Examined
from agencies.models import ReceivedFrom, Report, ReportRequest, ReportRequestLink, RequestAnswer
from agencies.policies import check_file_names
from children.models import Child

from .report import receive_report
from .report_file import add_report_file


@transaction.atomic
def send_report(
    *,
    link: ReportRequestLink,
    file: Examined,
    dated_on: date,
    checked: bool,
    by: Actor,
) -> Report:
    """One report with its file, from the agency, which waits for somebody here to look at it.

    It closes the request, and with that the link. `Refused` when the link has closed meanwhile,
    (dated_on) for a report older than the observation asked for, (checked) when the file seems to
    be about somebody else and nobody has `checked` that, (file) when it is here already.
    """
    held = _held(link)
    request = held.request
    if not checked:
        check_file_names(request.child, file)
    report = receive_report(
        child=request.child, values=_values(request, held.professional.name, dated_on), by=by
    )
    request.refresh_from_db()
    if not request.is_answered_by(report):
        raised = say_day(request.raised_on, timezone.localdate())
        raise Refused(
            f"A new report is asked for: one written before {raised} does not answer this. "
            "Send it when it is written, or answer in words.",
            "dated_on",
        )
    add_report_file(report=report, file=file, what_it_is="", checked=checked, by=by)
    return report


@transaction.atomic
def answer_request(*, link: ReportRequestLink, values: dict[str, Any], by: Actor) -> RequestAnswer:
    """An answer in words. The request stays open: the setting decides what follows.

    `Refused` when the link has closed meanwhile.
    """
    held = _held(link)
    return RequestAnswer(
        request=held.request, professional=held.professional, answered_by=by.label, **values
    ).record(by=by, why="Answered by link")


def _values(request: ReportRequest, written_by: str, dated_on: date) -> dict[str, Any]:
    return {
        "agency": request.agency,
        "written_by": written_by,
        "dated_on": dated_on,
        "received_on": timezone.localdate(),
        "received_from": ReceivedFrom.AGENCY,
        "holds_strategies": False,
        "holds_targets": False,
        "awaits_look": True,
    }


def _held(link: ReportRequestLink) -> ReportRequestLink:
    """The link as it is stored, its child locked, once it is sure that it still opens."""
    Child.objects.select_for_update().get(pk=link.request.child_id)
    rows = ReportRequestLink.objects.select_related(
        "request__child__setting", "request__agency", "professional"
    )
    stored: ReportRequestLink = rows.get(pk=link.pk)
    check_link_opens(stored)
    return stored
