"""Signing in: a password and a second step, and nothing with a password alone."""

import re

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.accounts.steps import INDEX, LOGIN, SECOND, code, is_in, writes_password
from tests.people import PASSWORD, TOTP_SECRET, Cast, second_factor_of

NEW_PASSWORD = "otters swim under bridges"


def test_somebody_signs_in_with_password_and_second_step(people: Cast) -> None:
    second_factor_of(people.sam.user)
    client, answer = writes_password(people.sam)
    assert answer["Location"] == SECOND
    assert client.post(SECOND, {"code": code()})["Location"] == "/"
    assert is_in(client)


def test_a_password_alone_reaches_nothing(people: Cast) -> None:
    second_factor_of(people.sam.user)
    client, _ = writes_password(people.sam)
    assert not is_in(client)
    assert client.get(INDEX)["Location"].startswith(LOGIN)


def test_a_session_from_before_the_second_step_was_set_up_is_ended(people: Cast) -> None:
    client, _ = writes_password(people.sam)
    second_factor_of(people.sam.user)  # in another browser
    assert client.get("/account/team/")["Location"].startswith(LOGIN)
    assert "_auth_user_id" not in client.session


def test_without_a_second_step_only_the_pages_that_set_one_up_open(people: Cast) -> None:
    client, _ = writes_password(people.sam)
    for address in ("/", "/account/team/", "/account/me/", "/children/add/"):
        assert client.get(address)["Location"] == INDEX, address
    page = client.get(INDEX).content.decode()
    assert "One more step" in page
    assert 'href="/account/team/"' not in page
    assert client.post("/sign-in/logout/").status_code == 302


def test_a_code_works_once(people: Cast) -> None:
    second_factor_of(people.sam.user)
    first, _ = writes_password(people.sam)
    first.post(SECOND, {"code": code()})
    second, _ = writes_password(people.sam)
    answer = second.post(SECOND, {"code": code()})
    assert "That is not the code shown now" in answer.content.decode()
    assert not is_in(second)


def test_the_secret_of_the_app_is_not_readable_in_the_database(people: Cast) -> None:
    second_factor_of(people.sam.user)
    stored = Authenticator.objects.get(user=people.sam.user)
    assert TOTP_SECRET not in str(stored.data)


def test_a_wrong_password_gets_one_sentence_whoever_is_asked_for(people: Cast) -> None:
    _, known = writes_password(people.sam, "wrong-password")
    unknown = Client().post(LOGIN, {"login": "nobody@acorns.example", "password": "wrong-password"})
    for answer in (known, unknown):
        assert "No account has this email and this password together." in answer.content.decode()


def test_guessing_one_persons_password_is_slowed_down(people: Cast) -> None:
    second_factor_of(people.sam.user)
    for _ in range(5):
        writes_password(people.sam, "wrong-password")
    _, answer = writes_password(people.sam)
    assert "That was too often." in answer.content.decode()


def test_trying_one_password_on_many_people_is_slowed_down(people: Cast) -> None:
    told = [
        Client().post(LOGIN, {"login": f"person{n}@acorns.example", "password": "Password1"})
        for n in range(12)
    ]
    assert "That was too often." in told[-1].content.decode()
    assert "That was too often." not in told[0].content.decode()


def test_guessing_codes_is_slowed_down(people: Cast) -> None:
    second_factor_of(people.sam.user)
    client, _ = writes_password(people.sam)
    for _ in range(5):
        client.post(SECOND, {"code": "000000"})
    assert "That was too often." in client.post(SECOND, {"code": code()}).content.decode()
    assert not is_in(client)


def test_a_new_password_does_not_skip_the_second_step(people: Cast) -> None:
    second_factor_of(people.sam.user)
    client = Client()
    client.post("/sign-in/password/reset/", {"email": people.sam.user.email})
    link = re.search(r"http://localhost:8000(/\S+)", str(mail.outbox[0].body))
    assert link
    form = client.get(link[1])["Location"]
    client.post(form, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    assert not is_in(client)
    client, answer = writes_password(people.sam, NEW_PASSWORD)
    assert answer["Location"] == SECOND
    assert not is_in(client)


def test_the_link_for_a_new_password_names_the_portals_own_address(people: Cast) -> None:
    Client().post(
        "/sign-in/password/reset/",
        {"email": people.sam.user.email},
        headers={"host": "127.0.0.1"},
    )
    assert "http://localhost:8000/sign-in/password/reset/key/" in mail.outbox[0].body


def test_asking_for_a_new_password_does_not_tell_who_has_an_account(people: Cast) -> None:
    known = Client().post("/sign-in/password/reset/", {"email": people.sam.user.email})
    unknown = Client().post("/sign-in/password/reset/", {"email": "nobody@acorns.example"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("page", ["signup/", "email/", "confirm-email/", "password/set/"])
def test_pages_that_nobody_needs_are_closed(people: Cast, page: str) -> None:
    assert Client().get(f"/sign-in/{page}").status_code == 404


def test_somebody_who_left_comes_in_no_more(people: Cast) -> None:
    second_factor_of(people.lee.user)
    client, _ = writes_password(people.lee)
    client.post(SECOND, {"code": code()})
    assert client.get("/account/team/").status_code == 403


def test_a_changed_password_is_told_to_its_owner(people: Cast) -> None:
    second_factor_of(people.sam.user)
    client, _ = writes_password(people.sam)
    client.post(SECOND, {"code": code()})
    words = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    assert client.post("/sign-in/password/change/", words).status_code == 302
    assert [m.to for m in mail.outbox] == [[people.sam.user.email]]
    assert "tell your manager today" in mail.outbox[0].body


def test_a_later_code_works_again(people: Cast) -> None:
    second_factor_of(people.sam.user)
    client, _ = writes_password(people.sam)
    client.post(SECOND, {"code": code()})
    with time_machine.travel(timezone.now() + timezone.timedelta(seconds=31)):
        other, _ = writes_password(people.sam)
        assert other.post(SECOND, {"code": code()})["Location"] == "/"
