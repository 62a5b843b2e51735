"""What agencies have done about a child of the crowd."""

from datetime import date, timedelta

from agencies.models import (
    Agency,
    Consent,
    ConsentAnswer,
    ConsentHow,
    ConsentPurpose,
    Involvement,
    ReceivedFrom,
    Report,
    ReportRequest,
    RequestKind,
)
from children.models import (
    Child,
    ParentCarer,
)

from .keeping import kept
from .names import AGENCIES


def agency_story(number: int, child: Child, contact: ParentCarer, today: date) -> None:
    """Seen by an agency that sent a report of some age, was asked for one, or was not asked yet."""
    agency = Agency.objects.filter(setting=child.setting).order_by("name")[number % len(AGENCIES)]
    seen = today - timedelta(days=60)
    both = {"child": child, "agency": agency}
    kept(Involvement(first_seen_on=seen, **both))
    kind = number // 6 % 4
    if kind != 1:
        consent = Consent(
            contact=contact,
            purpose=ConsentPurpose.ASK_REPORT,
            answer=ConsentAnswer.GIVEN,
            how=ConsentHow.PAPER,
            given_on=seen,
            until_on=today + timedelta(days=number % 90),
            **both,
        )
        kept(consent)
    if kind == 2:
        asked_on = today - timedelta(days=20 + number % 20)
        request = ReportRequest(
            kind=RequestKind.REPORT,
            because="No report has come",
            raised_on=seen,
            asked_on=asked_on,
            asked_how="By letter",
            **both,
        )
        kept(request)
    if kind == 3:
        dated_on = today - timedelta(days=200 + number % 300)
        unseen = number // 24 % 2 == 0
        report = Report(
            dated_on=dated_on,
            received_on=dated_on,
            received_from=ReceivedFrom.AGENCY,
            holds_strategies=not unseen,
            holds_targets=False,
            awaits_look=unseen,
            **both,
        )
        kept(report)
