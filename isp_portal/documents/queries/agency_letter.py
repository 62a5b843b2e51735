"""Gathers the letter about a request to an agency: only what the consent lets it say (C6.1, C7)."""

from datetime import date

from django.utils import timezone

from agencies.models import (
    Consent,
    Involvement,
    Professional,
    ReportRequest,
    ReportRequestLink,
    StepKind,
)
from agencies.rules.letters import answer_by
from isp_portal.documents.facts.agency_letter import AgencyLetter, LetterConsent
from isp_portal.documents.facts.minutes import Came
from isp_portal.documents.models import RequestLetter
from isp_portal.documents.queries.gather import child_facts, setting_facts

REFERENCE_LENGTH = 8


def letters_about(request: ReportRequest) -> list[RequestLetter]:
    """Every letter that was issued about a request, newest first."""
    return list(RequestLetter.objects.filter(request=request))


def agency_letter_facts(
    request: ReportRequest, to: Professional | None, signed_by: Came, on: date
) -> AgencyLetter:
    """What the next letter says on the day. The agency may be asked: the caller has checked."""
    number, agency = request.next_letter, request.agency
    path = Involvement.objects.filter(child=request.child, agency=agency).first()
    same = RequestLetter.objects.filter(request=request, number=number).first()
    return AgencyLetter(
        setting=setting_facts(request.child.setting),
        child=child_facts(request.child, on),
        to_name=to.name if to else "",
        to_job=to.job_title if to else "",
        agency=agency.name,
        address=tuple(part for line in agency.address.split(",") if (part := line.strip())),
        number=number,
        issued_on=on,
        reference=str(request.pk)[:REFERENCE_LENGTH].upper(),
        kind=request.letter_kind.name,
        because=request.because,
        days=request.child.hours,
        seen_on=path.first_seen_on if path else None,
        discharged_on=path.discharged_on if path and request.needs_referral else None,
        asked_on=request.asked_on,
        follows=_last_sent(request),
        replaces=same.issued_on if same else None,
        answer_by=answer_by(on),
        by_link=_has_link(request, to),
        consent=_consent(request, on),
        signed_by=signed_by,
    )


def _has_link(request: ReportRequest, to: Professional | None) -> bool:
    """Was this person sent a link that opens still? A letter promises nothing else."""
    links = ReportRequestLink.objects.standing(timezone.now())
    return to is not None and links.filter(request=request, professional=to).exists()


def _last_sent(request: ReportRequest) -> date | None:
    chased = [step.done_on for step in request.steps.all() if step.kind == StepKind.CHASED]
    return max(chased, default=request.asked_on)


def _consent(request: ReportRequest, on: date) -> LetterConsent:
    standing = Consent.objects.standing_of(request.child, on)
    answer = standing[request.agency_id, request.purpose].answer
    assert answer is not None  # a consent that is given has its answer
    row = Consent.objects.select_related("contact").get(pk=str(answer.key))
    return LetterConsent(
        given_by=row.contact.name,
        relationship=row.contact.relationship,
        may_share=row.what_may_be_shared,
        how=row.get_how_display().lower(),
        given_on=row.given_on,
        until_on=row.until_on,
    )
