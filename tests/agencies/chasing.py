"""Seyi's report, asked for on Mon 5 October 2026, and its one row on Mon 23 November."""

from datetime import date

from agencies.actions import mark_asked
from agencies.models import ReportRequest
from agencies.queries.chase import ChaseRow, chase_of
from tests.agencies.consents import answers
from tests.people import STORY, Cast

TODAY = date(2026, 11, 23)


def row(people: Cast, today: date = TODAY) -> ChaseRow:
    """The one row about Seyi, as Sam reads it."""
    (found,) = chase_of(people.seyi, people.sam, today)
    return found


def asked(people: Cast, on: date = date(2026, 10, 5)) -> ReportRequest:
    answers(people, given_on=date(2026, 10, 1))
    request = ReportRequest(
        child=people.seyi,
        agency=people.speech,
        kind="report",
        because="No report has come",
        raised_on=date(2026, 10, 1),
    ).record(by=STORY)
    return mark_asked(request=request, asked_on=on, asked_how="Letter by post", by=STORY)
