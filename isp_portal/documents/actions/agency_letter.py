"""Issuing the letter that asks an agency, or chases what was asked (C6.1, C7)."""

import hashlib
from dataclasses import replace

from django.utils import timezone

from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from agencies.models import Professional, ReportRequest
from agencies.policies import check_can_write
from isp_portal.documents import facts
from isp_portal.documents.facts.agency_letter import AgencyLetter
from isp_portal.documents.facts.minutes import Came
from isp_portal.documents.models import RequestLetter
from isp_portal.documents.paper import (
    AGENCY_LETTER_LOOK,
    draw_agency_letter,
    styles_of,
    template_hash,
)
from isp_portal.documents.queries.agency_letter import agency_letter_facts, letters_about

from .keeping import keep


def issue_agency_letter(
    *, request: ReportRequest, to: Professional | None, capacity: str, by: Actor
) -> RequestLetter:
    """Freezes the next letter about a request and keeps its PDF. It does not count as sent.

    As long as it says the same it is the same letter; otherwise the new one says which it replaces.
    Raises `Refused` without consent at this very moment (C7), `RenderFailed` when no PDF can be made.
    """
    check_can_write(request)
    today, signed_by = timezone.localdate(), Came(name=by.label, capacity=capacity)
    says = agency_letter_facts(request, to, signed_by, today)
    for letter in letters_about(request):
        if _says_the_same(letter, says):
            return letter
    drawn = draw_agency_letter(says)

    def check() -> None:
        now = ReportRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
        check_can_write(now)
        if agency_letter_facts(now, to, signed_by, today) != says:
            raise Refused("Something changed while this letter was being drawn. Make it again.")

    def row(stored_as: str) -> RequestLetter:
        return RequestLetter(
            request=request,
            number=says.number,
            facts=facts.to_json(says),
            facts_sha256=facts.fingerprint(says),
            stored_as=stored_as,
            pdf_sha256=hashlib.sha256(drawn.pdf).hexdigest(),
            page_count=drawn.pages,
            template_hash=template_hash(AGENCY_LETTER_LOOK, styles_of(AGENCY_LETTER_LOOK, says)),
            issued_on=says.issued_on,
            issued_by=by.label,
        )

    return keep(drawn, check, row, by)


def _says_the_same(letter: RequestLetter, says: AgencyLetter) -> bool:
    """The same but for the day on which it was made, and what follows from that day."""
    held = facts.from_json(AgencyLetter, letter.facts)
    as_then = replace(
        says,
        issued_on=held.issued_on,
        answer_by=held.answer_by,
        replaces=held.replaces,
        signed_by=held.signed_by,
    )
    return held == as_then
