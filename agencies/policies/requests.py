"""What an agency may be asked for, and when: raising waits for nobody, contact for consent (C7)."""

from collections.abc import Callable
from datetime import date

from django.utils import timezone

from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from agencies.models import (
    Agency,
    ConsentPurpose,
    Involvement,
    Professional,
    Report,
    ReportRequest,
)
from children.models import Child, ParentCarer

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


def check_can_chase(request: ReportRequest) -> None:
    """An open request that was asked is chased, with consent as for asking (C7)."""
    check_can_close_request(request)
    if request.asked_on is None:
        raise Refused("This has not been asked yet, so there is nothing to chase.")
    check_may_contact(request.child, request.agency, request.purpose, timezone.localdate())


def check_can_write(request: ReportRequest) -> None:
    """The next letter asks, or chases what was asked: an open request, with consent (C7)."""
    (check_can_chase if request.asked_on else check_can_mark_asked)(request)


def check_can_email(request: ReportRequest, professional: Professional) -> None:
    """The next letter goes by email to somebody who works at the agency and has an address."""
    check_can_write(request)
    if professional.agency_id != request.agency_id or professional.ended_on:
        raise Refused("Choose one of the professionals in the list.", "professional")
    if not professional.email:
        raise Refused(f"There is no email for {professional.name}.", "professional")


def check_can_record_contact(
    child: Child, agency: Agency, purpose: ConsentPurpose, report: Report | None
) -> None:
    """Any other contact with an agency, with consent for that purpose (C7)."""
    check_agency_of_child(child, agency)
    check_may_contact(child, agency, purpose, timezone.localdate())
    shares = purpose == ConsentPurpose.SHARE_REPORT
    if shares and (report is None or report.child_id != child.pk or report.withdrawn_on):
        raise Refused("Choose which of this child's reports was shared.", "report")


def check_can_ask_parents(request: ReportRequest, contact: ParentCarer) -> None:
    """A parent's own copy needs no consent to contact the agency, but a parent who may be asked (C7.1).

    The sentence does not say that there is a restriction.
    """
    check_can_close_request(request)
    asked = ParentCarer.objects.filter(pk=contact.pk, child=request.child_id)
    if not asked.to_be_asked(timezone.localdate()).exists():
        raise Refused("Choose one of the parents and carers in the list.", "contact")


def check_step_day(request: ReportRequest, on: date, since: date | None, field: str) -> None:
    """A day up to today, and not before what it follows."""
    today = timezone.localdate()
    if on > today:
        raise Refused("This day is still to come.", field)
    if since and on < since:
        what = "raised" if since == request.raised_on else "asked"
        raise Refused(f"This is before the request was {what}, on {say_day(since, today)}.", field)


def check_can_contact(request: ReportRequest) -> None:
    """An open request, with consent for what it asks (C7): whether asked before or not."""
    check_can_close_request(request)
    check_may_contact(request.child, request.agency, request.purpose, timezone.localdate())


def why_not_contact(request: ReportRequest) -> str:
    """The sentence that says why the agency cannot be contacted; empty when it can."""
    return _why_not(check_can_contact, request)


def why_not_ask(request: ReportRequest) -> str:
    """The sentence that says why the agency cannot be asked; empty when it can."""
    return _why_not(check_can_mark_asked, request)


def why_not_chase(request: ReportRequest) -> str:
    """The sentence that says why the agency cannot be chased; empty when it can."""
    return _why_not(check_can_chase, request)


def why_not_write(request: ReportRequest) -> str:
    """The sentence that says why no letter may go; empty when one may."""
    return _why_not(check_can_write, request)


def _why_not(check: Callable[[ReportRequest], None], request: ReportRequest) -> str:
    try:
        check(request)
    except Refused as refused:
        return refused.sentence
    return ""


def check_can_close_request(request: ReportRequest) -> None:
    if request.closed_on:
        raise Refused("This request is closed already.")
