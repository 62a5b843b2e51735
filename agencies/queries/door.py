"""What a professional sees behind the agency door, and what staff see of the links to a request."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from agencies.models import Consent, Professional, ReportRequest, ReportRequestLink, RequestAnswer
from agencies.rules import Verdict


@dataclass(frozen=True, slots=True)
class DoorPage:
    """One request, as its letter would say it, and what its reader has answered so far."""

    request: ReportRequest
    consented_by: str
    consented_on: date | None
    answers: tuple[RequestAnswer, ...]


def door_page(link: ReportRequestLink) -> DoorPage:
    """Everything that the link shows, and nothing else of the child."""
    request = link.request
    standing = Consent.objects.standing_of(request.child, timezone.localdate())
    verdict: Verdict | None = standing.get((request.agency_id, request.purpose))
    answer = verdict.answer if verdict else None
    answers = RequestAnswer.objects.filter(request=request, professional=link.professional)
    return DoorPage(
        request=request,
        consented_by=answer.who if answer else "",
        consented_on=answer.given_on if answer else None,
        answers=tuple(answers),
    )


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link to the request: open or why not, and when its holder came in."""

    link: ReportRequestLink
    is_open: bool
    shut_words: str
    openings: tuple[datetime, ...]


def links_of(request: ReportRequest) -> tuple[LinkRow, ...]:
    """Every link to the request, the newest first."""
    rows = ReportRequestLink.objects.filter(request=request).select_related("professional")
    return tuple(_row(request, link) for link in rows)


def _row(request: ReportRequest, link: ReportRequestLink) -> LinkRow:
    shut = link.shut_words or ("Closed with the request" if request.closed_on else "")
    return LinkRow(link, not shut, shut, tuple(link.openings()))


def answers_to(request: ReportRequest) -> tuple[RequestAnswer, ...]:
    return tuple(RequestAnswer.objects.filter(request=request).select_related("professional"))


def professionals_of(request: ReportRequest) -> "list[Professional]":
    """Those of the agency who still work there."""
    return list(Professional.objects.filter(agency=request.agency_id, ended_on__isnull=True))
