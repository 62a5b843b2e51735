"""What agencies sent and were sent, and the evidence of a consent, for the addresses that open one."""

from datetime import date
from typing import Any

from agencies.actions import add_consent_file, add_report_file
from agencies.intake.examiner import examine
from agencies.models import (
    ReceivedFrom,
    Recommendation,
    RecommendationKind,
    Report,
    ReportRequest,
)
from isp_portal.documents.actions import issue_agency_letter
from tests.agencies.consents import answers
from tests.agencies.intake.good_files import pdf
from tests.people import STORY, Cast

ON = date(2026, 11, 2)


def letter(people: Cast, request: ReportRequest) -> Any:
    """The id of the letter about a request that is not stored yet."""
    asked = request.record(by=STORY)
    by = people.sam.as_actor()
    return issue_agency_letter(request=asked, to=people.theo, capacity="SENCO", by=by).pk


def evidence(people: Cast) -> Any:
    """The id of a file that shows Priya's consent."""
    file, by = examine(pdf(), "consent.pdf"), people.kemi.as_actor()
    return add_consent_file(consent=answers(people), file=file, by=by).pk


def report(people: Cast) -> Report:
    return Report(
        child=people.seyi,
        agency=people.speech,
        dated_on=ON,
        received_on=ON,
        received_from=ReceivedFrom.AGENCY,
        holds_strategies=True,
        holds_targets=False,
    ).record(by=STORY)


def file(people: Cast) -> Any:
    sent, by = examine(pdf(), "report.pdf"), people.kemi.as_actor()
    row = add_report_file(report=report(people), file=sent, what_it_is="The report", by=by)
    return row.pk


def recommendation(people: Cast) -> Recommendation:
    return Recommendation(
        report=report(people),
        kind=RecommendationKind.STRATEGY,
        words="Say the name, then wait",
        page="3",
    )
