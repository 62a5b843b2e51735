"""A letter by email: read first, asked again when it goes, then counted as asked or chased (C7)."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.actions.outbox import deliver_due
from accounts.models import OutboxMail
from accounts.rules.link import secret_hash
from accounts.rules.refusal import Refused
from agencies.actions import close_request, email_letter, mark_asked, record_contact
from agencies.actions.request_link import revoke_request_link
from agencies.models import AgencyContact, ConsentPurpose, ReportRequest, ReportRequestLink
from agencies.queries.chase import chase_of
from tests.agencies.consents import answers
from tests.people import STORY, Cast

Browse = Callable[..., Client]
TODAY = date(2026, 11, 23)


def raised(people: Cast) -> ReportRequest:
    answers(people)
    people.theo.email = "theo@therapy.example"
    people.theo.record(by=STORY, why="Story")
    return ReportRequest(
        child=people.seyi,
        agency=people.speech,
        kind="report",
        because="No report has come",
        raised_on=date(2026, 10, 1),
    ).record(by=STORY)


def send(people: Cast, request: ReportRequest) -> OutboxMail:
    return email_letter(request=request, professional=people.theo, by=people.sam.as_actor())


def test_c7_the_mail_names_no_child_and_counts_as_asked_once_it_went(people: Cast) -> None:
    request = raised(people)
    send(people, request)
    request.refresh_from_db()
    assert request.asked_on is None
    (row,) = chase_of(people.seyi, people.sam, TODAY)
    assert row.pill == "Letter waits to go"
    deliver_due()
    request.refresh_from_db()
    assert (request.asked_on, request.asked_how) == (
        TODAY,
        "Letter 1 by email to theo@therapy.example",
    )
    (sent,) = mail.outbox
    assert sent.subject == "A request from Acorns Nursery"
    whole = sent.message().as_string()
    assert "O. A. B." in whole
    for name in ("Seyi", "Oluwaseyifunmi", "Adeyemi", "Blackwood", "Priya"):
        assert name not in whole


def test_the_mail_carries_the_link_to_the_request_and_the_name_stands_behind_it(
    people: Cast,
) -> None:
    request = raised(people)
    send(people, request)
    link = ReportRequestLink.objects.get(request=request, professional=people.theo)
    deliver_due()
    text = str(mail.outbox[0].body)
    (address,) = [line for line in text.splitlines() if "/agencies/door/" in line]
    page = Client().get(address.removeprefix(settings.SITE_ADDRESS))
    assert page.status_code == 200
    assert secret_hash(address.rstrip("/").rsplit("/", 1)[1]) == link.token_hash


def test_a_letter_whose_link_was_withdrawn_does_not_go(people: Cast) -> None:
    request = raised(people)
    send(people, request)
    link = ReportRequestLink.objects.get(request=request)
    revoke_request_link(link=link, because="Sent by mistake", by=people.sam.as_actor())
    deliver_due()
    assert mail.outbox == []
    assert OutboxMail.objects.get(kind="agency_letter").state == "stopped"


def test_pressed_twice_one_mail_goes(people: Cast) -> None:
    request = raised(people)
    assert send(people, request) == send(people, request)
    assert deliver_due() == 1


def test_the_second_letter_by_email_is_a_chase(people: Cast) -> None:
    request = raised(people)
    mark_asked(request=request, asked_on=date(2026, 10, 5), asked_how="Phone", by=STORY)
    send(people, request)
    deliver_due()
    step = request.steps.get()
    assert (step.kind, step.done_on) == ("chased", TODAY)
    assert mail.outbox[0].subject == "Reminder: A request from Acorns Nursery"


def asked_by_phone(people: Cast, request: ReportRequest) -> None:
    mark_asked(request=request, asked_on=TODAY, asked_how="Phone", by=STORY)


def closed(people: Cast, request: ReportRequest) -> None:
    close_request(request=request, because="The family moves", by=STORY)


def other_address(people: Cast, request: ReportRequest) -> None:
    people.theo.refresh_from_db()
    people.theo.email = "new@therapy.example"
    people.theo.record(by=STORY, why="Moved")


@pytest.mark.parametrize("happens", [asked_by_phone, closed, other_address])
def test_a_letter_overtaken_by_something_else_does_not_go(
    people: Cast, happens: Callable[..., None]
) -> None:
    request = raised(people)
    waiting = send(people, request)
    happens(people, request)
    deliver_due()
    waiting.refresh_from_db()
    assert (waiting.state, mail.outbox) == ("stopped", [])
    assert waiting.last_error


def test_somebody_of_another_agency_or_without_an_address_is_not_written_to(people: Cast) -> None:
    request = raised(people)
    people.theo.email = ""
    people.theo.record(by=STORY, why="Story")
    with pytest.raises(Refused, match="no email for Theo Marsh"):
        send(people, request)
    people.theo.email, people.theo.ended_on = "theo@therapy.example", TODAY
    people.theo.record(by=STORY, why="Left")
    with pytest.raises(Refused, match="in the list"):
        send(people, request)


def test_the_page_shows_the_mail_before_it_goes(people: Cast, browse: Browse) -> None:
    request, sam = raised(people), browse(people.sam)
    page = reverse("agencies:request_email", args=[people.seyi.pk, request.pk])
    shown = sam.get(page).content.decode()
    assert "A request from Acorns Nursery" in shown
    assert "Dear Theo Marsh," in shown
    assert sam.post(page, {"professional": people.theo.pk}).status_code == 302
    assert OutboxMail.objects.waiting().count() == 1


def contact(people: Cast, **more: Any) -> AgencyContact:
    values = {
        "agency": people.speech,
        "purpose": ConsentPurpose.CONTACT,
        "report": None,
        "what": "How the picture cards go",
        "how": "Phone",
        "contacted_on": TODAY,
        **more,
    }
    return record_contact(child=people.seyi, values=values, by=STORY)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"contacted_on": date(2026, 11, 24)}, "still to come"),
        ({"contacted_on": date(2020, 1, 1)}, "before the child was born"),
        ({"purpose": ConsentPurpose.SHARE_REPORT}, "which of this child's reports"),
    ],
)
def test_a_contact_that_cannot_be_right_is_refused(
    people: Cast, more: dict[str, Any], says: str
) -> None:
    for purpose in (ConsentPurpose.CONTACT, ConsentPurpose.SHARE_REPORT):
        answers(people, purpose=purpose)
    with pytest.raises(Refused, match=says):
        contact(people, **more)


def test_a_contact_is_recorded_and_stands_on_the_page_of_consent(
    people: Cast, browse: Browse
) -> None:
    sam = browse(people.sam)
    page = reverse("agencies:contact_add", args=[people.seyi.pk])
    asked = f"{page}?agency={people.speech.pk}&purpose=contact"
    assert "Record consent first (C7)." in sam.get(asked).content.decode()
    answers(people, purpose=ConsentPurpose.CONTACT)
    words = {
        "agency": people.speech.pk,
        "purpose": "contact",
        "what": "How the picture cards go",
        "how": "Phone",
        "contacted_on": "today",
        "once": str(uuid4()),
    }
    for _ in range(2):
        answer = sam.post(page, words, follow=True)
    assert "How the picture cards go (Phone)" in answer.content.decode()
    assert AgencyContact.objects.count() == 1
