"""Whether a professional may open a request by their link now (C7)."""

from django.utils import timezone

from accounts.rules.refusal import Refused
from agencies.models import ReportRequestLink
from children.policies import check_can_change

from .consent import check_may_contact


def check_may_open_request(link: ReportRequestLink) -> None:
    """`Refused` once the request is closed, consent is gone, or the professional works there no more.

    Asked again at every request of theirs: what was withdrawn a minute ago counts.
    """
    request, professional = link.request, link.professional
    check_can_change(request.child)
    if request.closed_on:
        raise Refused("This request is closed already.")
    if professional.agency_id != request.agency_id:
        raise Refused("Choose one of the agency's own professionals.", "professional")
    if professional.ended_on:
        raise Refused(f"{professional.name} does not work there any more.", "professional")
    check_may_contact(request.child, request.agency, request.purpose, timezone.localdate())
