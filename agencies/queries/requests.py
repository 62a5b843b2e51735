"""Requests to agencies with their state in words: what waits for consent, what can be asked."""

from dataclasses import dataclass
from datetime import date

from agencies.models import Consent, Report, ReportRequest
from agencies.rules import RequestState, Standing, Verdict, request_state, request_words
from children.models import Child


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request, its state (`pill "report"`), the state in words, and the consent it rests on."""

    row: ReportRequest
    state: RequestState
    words: str
    consent: Verdict

    @property
    def is_open(self) -> bool:
        return self.state is not RequestState.CLOSED


def requests_of(child: Child, today: date) -> tuple[RequestRow, ...]:
    """Every request about the child, the open ones first, each with its state on the day."""
    asked = ReportRequest.objects.filter(child=child).select_related("agency", "answered_by")
    rows = asked.prefetch_related("steps__contact", "answers__professional")
    standing = Consent.objects.standing_of(child, today)
    read = [_row(row, standing.get((row.agency_id, row.purpose), NO_ANSWER), today) for row in rows]
    return tuple(sorted(read, key=lambda row: not row.is_open))


def open_requests(child: Child, today: date) -> tuple[RequestRow, ...]:
    return tuple(row for row in requests_of(child, today) if row.is_open)


NO_ANSWER = Verdict(Standing.NONE)


def _row(row: ReportRequest, consent: Verdict, today: date) -> RequestRow:
    state = request_state(asked_on=row.asked_on, closed_on=row.closed_on, may_ask=consent.is_open)
    return RequestRow(row, state, request_words(state, asked_on=row.asked_on, today=today), consent)


def requests_answered_by(report: Report) -> list[str]:
    """The requests that the report has closed, in words."""
    return [
        str(row)
        for row in ReportRequest.objects.filter(answered_by=report).select_related("agency")
    ]
