"""Staff send a professional the link to a request, read out a code, and take the link back (C7)."""

from collections.abc import Callable
from datetime import date

from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.actions.outbox import deliver_due
from accounts.models import OutboxMail
from agencies import actions
from agencies.models import Professional, ReportRequest, ReportRequestLink
from tests.agencies.links import THEOS_EMAIL, address, asked, inside, linked
from tests.people import STORY, Cast

Browse = Callable[..., Client]


def links_page(request: ReportRequest) -> str:
    return reverse("agencies:request_links", args=[request.child_id, request.pk])


def sent(people: Cast, browse: Browse, request: ReportRequest) -> str:
    """The secret of the link in the mail that went."""
    browse(people.sam).post(links_page(request), {"professional": people.theo.pk})
    deliver_due()
    return str(mail.outbox[-1].body).split("/agencies/door/")[1].split("/")[0]


def test_a_senco_sends_a_link_and_its_mail_names_no_child(people: Cast, browse: Browse) -> None:
    request = asked(people)
    token = sent(people, browse, request)
    (letter,) = mail.outbox
    assert letter.to == [THEOS_EMAIL]
    said = f"{letter.subject} {letter.body} {letter.alternatives}"  # type: ignore[attr-defined]
    for part in ("Seyi", "Oluwaseyifunmi", "Adeyemi", "2023", "No report has come"):
        assert part not in said
    assert inside(token).get(address(token, "request/")).status_code == 200


def test_sending_the_link_is_asking_once_the_mail_went(people: Cast, browse: Browse) -> None:
    request = asked(people)
    request.asked_on, request.asked_how = None, ""
    request.record(by=STORY)
    browse(people.sam).post(links_page(request), {"professional": people.theo.pk})
    assert ReportRequest.objects.get().asked_on is None
    deliver_due()
    stored = ReportRequest.objects.get()
    assert (stored.asked_on, stored.asked_how) == (date(2026, 11, 23), "By a link, to Theo Marsh")


def test_without_consent_no_link_is_sent_and_the_page_says_why(
    people: Cast, browse: Browse
) -> None:
    request = asked(people)
    people.seyi.consents.get().remove(by=STORY)
    client = browse(people.sam)
    text = client.get(links_page(request)).content.decode()
    assert "has consented to asking Harrowby Speech and Language for a report yet" in text
    assert "Send the link" not in text
    client.post(links_page(request), {"professional": people.theo.pk})
    assert not ReportRequestLink.objects.exists()
    assert not OutboxMail.objects.exists()


def test_consent_withdrawn_while_the_mail_waits_stops_it(people: Cast, browse: Browse) -> None:
    request = asked(people)
    browse(people.sam).post(links_page(request), {"professional": people.theo.pk})
    actions.withdraw_consent(consent=people.seyi.consents.get(), because="No more", by=STORY)
    deliver_due()
    assert mail.outbox == []
    assert OutboxMail.objects.get().text == ""


def test_a_newer_link_closes_the_one_before(people: Cast, browse: Browse) -> None:
    request = asked(people)
    first = sent(people, browse, request)
    second = sent(people, browse, request)
    assert Client().get(address(first)).status_code == 404
    assert Client().get(address(second)).status_code == 200


def test_a_link_taken_back_closes_and_keeps_its_reason(people: Cast, browse: Browse) -> None:
    link, token = linked(people)
    client = inside(token)
    page = reverse("agencies:request_link_revoke", args=[people.seyi.pk, link.pk])
    assert "Say why" in browse(people.sam).post(page).content.decode()
    browse(people.sam).post(page, {"because": "Sent to the wrong person"})
    assert client.get(address(token, "request/")).status_code == 404
    text = browse(people.sam).get(links_page(link.request)).content.decode()
    assert "by Sam Whitlock: Sent to the wrong person" in text


def test_a_code_read_out_opens_without_a_mail(people: Cast, browse: Browse) -> None:
    link, token = linked(people)
    page = reverse("agencies:request_link_code", args=[people.seyi.pk, link.pk])
    text = browse(people.sam).post(page).content.decode()
    code = text.split('class="secret">')[1][:6]
    visitor = Client()
    assert visitor.post(address(token), {"code": code}).status_code == 302
    assert visitor.get(address(token, "request/")).status_code == 200
    assert "Came in with the code Today 10:00" in (
        browse(people.sam).get(links_page(link.request)).content.decode()
    )
    assert browse(people.sam).get(page).status_code == 405


def test_a_link_goes_to_the_agencys_own_people_with_an_address(
    people: Cast, browse: Browse
) -> None:
    request = asked(people)
    nameless = Professional(agency=people.speech, name="Ivo Marsh").record(by=STORY)
    client = browse(people.sam)
    text = client.post(links_page(request), {"professional": nameless.pk}).content.decode()
    assert "There is no email address of Ivo Marsh on file" in text
    for other in ("", people.seyi.pk):
        client.post(links_page(request), {"professional": other})
    assert not ReportRequestLink.objects.exists()


def test_pressed_twice_one_link_goes(people: Cast, browse: Browse) -> None:
    request = asked(people)
    client = browse(people.sam)
    once = "6b1f5a6e-7d1b-4c1f-9c6f-1f2e3d4c5b6a"
    for _ in range(2):
        client.post(links_page(request), {"professional": people.theo.pk, "once": once})
    assert ReportRequestLink.objects.count() == 1


def test_another_settings_senco_finds_no_link(people: Cast, browse: Browse) -> None:
    link, _ = linked(people)
    for page in (
        links_page(link.request),
        reverse("agencies:request_link_revoke", args=[people.seyi.pk, link.pk]),
    ):
        assert browse(people.olga).get(page).status_code == 404
        assert browse(people.kemi).get(page).status_code == 403
