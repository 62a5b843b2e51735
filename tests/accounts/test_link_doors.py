"""The door behind a secret link: nobody else comes in, reading counts for nothing, misses look alike."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.actions.links import revoke_link
from accounts.actions.outbox import deliver_due
from accounts.models import OutboxMail
from agencies.actions import withdraw_consent
from agencies.models import ReportRequestLink
from tests.agencies.links import address, inside, linked, mailed_code
from tests.people import STORY, Cast, signed_in_as

pytestmark = pytest.mark.urls("tests.accounts.link_urls")
OPEN, SHUT, TO_THE_CODE = 200, 404, 302


def comes_in(client: Client, token: str) -> bool:
    return client.get(address(token, "inside/")).status_code == OPEN


def state_of_everything() -> tuple[object, ...]:
    mails = list(OutboxMail.objects.order_by("id").values_list())
    links = list(ReportRequestLink.objects.order_by("id").values_list())
    return mails, links, ReportRequestLink.history.count()


def test_a_link_and_the_code_from_the_mail_lead_in(people: Cast) -> None:
    _, token = linked(people)
    client = inside(token)
    answer = client.get(address(token, "inside/"))
    assert answer.content == b"Inside: Theo Marsh, None"


def test_the_link_alone_shows_nothing_of_the_child(people: Cast) -> None:
    _, token = linked(people)
    page = Client().get(address(token))
    assert page.status_code == OPEN
    for secret in ("Seyi", "Oluwaseyifunmi", "Adeyemi", "Theo", "theo@", "Speech", "2023"):
        assert secret not in page.content.decode()
    assert not comes_in(Client(), token)
    assert Client().get(address(token, "inside/")).headers["Location"] == address(token)


@pytest.mark.parametrize("method", ["get", "head", "options"])
@pytest.mark.parametrize("page", ["", "code/", "inside/", "leave/"])
def test_a_mail_scanner_uses_nothing_up_and_sends_nothing(
    people: Cast, method: str, page: str
) -> None:
    _, token = linked(people)
    before = state_of_everything()
    for _ in range(60):
        getattr(Client(), method)(address(token, page))
    assert state_of_everything() == before
    assert comes_in(inside(token), token)


def test_every_miss_looks_the_same(people: Cast) -> None:
    request_link, revoked = linked(people)
    request = request_link.request
    revoke_link(link=request_link, because="Sent to the wrong person", by=STORY)
    expired_link, expired = linked(people, request)
    expired_link.expires_at = timezone.now()
    expired_link.record(by=STORY)
    misses = [
        Client().get(address(token, page))
        for token in (revoked, expired, "no-such-link", revoked[:-1], "x" * 2000)
        for page in ("", "inside/")
    ]
    assert {miss.status_code for miss in misses} == {SHUT}
    assert len({miss.content for miss in misses}) == 1
    assert len({str(sorted(hide_nonce(miss.headers))) for miss in misses}) == 1


def hide_nonce(headers: object) -> list[tuple[str, str]]:
    """Headers without the one number that is new each time."""
    return [(k, v) for k, v in dict(headers).items() if k != "Content-Security-Policy"]  # type: ignore[call-overload]


def test_an_expired_link_lets_out_whoever_is_inside(people: Cast) -> None:
    link, token = linked(people)
    client = inside(token)
    link = ReportRequestLink.objects.get(pk=link.pk)
    link.expires_at = timezone.now() + timedelta(minutes=5)
    link.record(by=STORY)
    assert comes_in(client, token)
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        assert client.get(address(token, "inside/")).status_code == SHUT


def test_consent_withdrawn_between_two_clicks_shuts_the_door(people: Cast) -> None:
    _, token = linked(people)
    client = inside(token)
    assert comes_in(client, token)
    withdraw_consent(consent=people.seyi.consents.get(), because="Changed my mind", by=STORY)
    assert client.get(address(token, "inside/")).status_code == SHUT


def test_a_code_that_waits_does_not_go_once_consent_is_withdrawn(people: Cast) -> None:
    _, token = linked(people)
    Client().post(address(token, "code/"))
    withdraw_consent(consent=people.seyi.consents.get(), because="Changed my mind", by=STORY)
    deliver_due()
    assert mail.outbox == []
    assert "withdrew consent" in OutboxMail.objects.get().last_error


def test_one_link_does_not_open_another(people: Cast) -> None:
    link, token = linked(people)
    _, other = linked(people, link.request)
    client = inside(token)
    stolen = client.cookies["door"].value
    assert not comes_in(client, other)
    client.cookies.clear()
    client.cookies["door"] = stolen
    assert not comes_in(client, other)
    assert comes_in(client, token)


def test_a_second_browser_with_the_code_ends_the_first(people: Cast) -> None:
    _, token = linked(people)
    first, second = inside(token), inside(token)
    assert comes_in(second, token)
    assert not comes_in(first, token)


def test_a_member_of_staff_is_nobody_at_this_door(people: Cast) -> None:
    _, token = linked(people)
    for member in (people.sam, people.olga):
        client = signed_in_as(member)
        assert not comes_in(client, token)
        page = client.get(address(token)).content.decode()
        assert member.user.full_name not in page


def test_whoever_is_inside_is_nobody_among_the_staff(people: Cast) -> None:
    _, token = linked(people)
    client = inside(token)
    assert "sessionid" not in client.cookies
    cookie = client.cookies["door"]
    assert cookie["path"] == address(token)
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert 0 < int(cookie["max-age"]) <= 3600


def test_leaving_asks_for_the_code_again(people: Cast) -> None:
    _, token = linked(people)
    client = inside(token)
    stolen = client.cookies["door"].value
    client.post(address(token, "leave/"))
    client.cookies["door"] = stolen
    assert not comes_in(client, token)


def test_five_wrong_codes_say_so_and_the_page_waits(people: Cast) -> None:
    _, token = linked(people)
    client = Client()
    client.post(address(token, "code/"))
    code = mailed_code()
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    for _ in range(5):
        answer = client.post(address(token), {"code": wrong})
        assert "That is not the code" in answer.content.decode()
    answer = client.post(address(token), {"code": code})
    assert "Too many wrong codes" in answer.content.decode()
    assert not comes_in(client, token)


def test_presses_from_one_address_are_limited_whatever_the_link(people: Cast) -> None:
    _, token = linked(people)
    statuses = [
        Client().post(address(f"guess{n}"), {"code": "123456"}).status_code for n in range(45)
    ]
    assert statuses[:40] == [SHUT] * 40
    assert statuses[40:] == [429] * 5
    assert Client().post(address(token), {"code": "123456"}).status_code == 429
    assert Client().get(address(token)).status_code == OPEN


@pytest.mark.parametrize("page", ["", "code/", "inside/", "leave/"])
@pytest.mark.parametrize("known", [True, False])
def test_every_answer_is_kept_nowhere_and_tells_nobody_where_it_is(
    people: Cast, page: str, known: bool
) -> None:
    _, token = linked(people)
    for method in ("get", "post", "put"):
        answer = getattr(Client(), method)(address(token if known else "guess", page))
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Robots-Tag"].startswith("noindex")


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 302),
        ({"Origin": "null"}, 302),
        ({}, 302),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "https://bad.example"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_a_form_of_ours_comes_in_without_saying_where_it_was_and_nobody_elses(
    people: Cast, headers: dict[str, str], expected: int
) -> None:
    _, token = linked(people)
    client = Client(enforce_csrf_checks=True)
    client.get(address(token), secure=True)
    words = {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    answer = client.post(address(token, "code/"), words, secure=True, headers=headers)
    assert answer.status_code == expected
    assert client.post(address(token, "code/"), {}, secure=True, headers=headers).status_code == 403
