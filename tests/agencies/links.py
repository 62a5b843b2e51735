"""A request to Theo about Seyi with consent, a link to it, and the code as it was mailed."""

import re
from datetime import date, timedelta

from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.actions.links import make_link
from accounts.actions.outbox import deliver_due
from agencies.models import ReportRequest, ReportRequestLink, RequestKind
from tests.agencies.consents import answers
from tests.people import STORY, Cast

THEOS_EMAIL = "theo@therapy.example"


def asked(people: Cast) -> ReportRequest:
    """Seyi's speech and language report is asked for, with Priya's consent."""
    answers(people)
    people.theo.email = THEOS_EMAIL
    people.theo.record(by=STORY)
    return ReportRequest(
        child=people.seyi,
        agency=people.speech,
        kind=RequestKind.REPORT,
        because="No report has come since September",
        raised_on=date(2026, 11, 2),
        asked_on=date(2026, 11, 3),
    ).record(by=STORY)


def linked(people: Cast, request: ReportRequest | None = None) -> tuple[ReportRequestLink, str]:
    """The link and its secret."""
    link = ReportRequestLink(request=request or asked(people), professional=people.theo)
    expires_at = timezone.now() + timedelta(days=28)
    return link, make_link(link=link, expires_at=expires_at, by=people.sam.as_actor())


def address(token: str, page: str = "") -> str:
    return f"/agencies/door/{token}/{page}"


def mailed_code() -> str:
    """The code in the newest mail that has gone."""
    deliver_due()
    found = re.findall(r"\b\d{6}\b", str(mail.outbox[-1].body))
    assert len(found) == 1
    return str(found[0])


def inside(token: str) -> Client:
    """A browser in which the mailed code was shown."""
    client = Client()
    client.post(address(token, "code/"))
    answer = client.post(address(token), {"code": mailed_code()})
    assert answer.status_code == 302, answer.content.decode()
    return client
