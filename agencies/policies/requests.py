"""What an agency may be asked for, and when: raising waits for nobody, asking waits for consent (C7)."""

from datetime import date

from django.utils import timezone

from accounts.rules.refusal import Refused
from agencies.models import Agency, Involvement, ReportRequest
from children.models import Child

from .consent import check_may_contact


def check_agency_of_child(child: Child, agency: Agency) -> None:
    """The agencies of the child's own setting and no others."""
    if agency.setting_id != child.setting_id:
        raise Refused("Choose one of the agencies in the list.", "agency")


def has_been_discharged(child: Child, agency: Agency, on: date) -> bool:
    """Has the agency discharged the child and not taken the child on again? Then it needs a referral."""
    paths = Involvement.objects.filter(child=child, agency=agency)
    days = list(paths.values_list("discharged_on", flat=True))
    return bool(days) and all(day is not None and day <= on for day in days)


def check_can_mark_asked(request: ReportRequest) -> None:
    """Asked once, of an open request, and only with consent (C7)."""
    check_can_close_request(request)
    if request.asked_on:
        raise Refused("This has been asked already.")
    check_may_contact(request.child, request.agency, request.purpose, timezone.localdate())


def why_not_ask(request: ReportRequest) -> str:
    """The sentence that says why the agency cannot be asked; empty when it can."""
    try:
        check_can_mark_asked(request)
    except Refused as refused:
        return refused.sentence
    return ""


def check_can_close_request(request: ReportRequest) -> None:
    if request.closed_on:
        raise Refused("This request is closed already.")
