"""Setting up a second step, keeping it, and the pages of it under the strict policy."""

import re
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from accounts.access.session import has_second_step
from tests.accounts.steps import INDEX, code, is_in, writes_password
from tests.people import PASSWORD, Cast, second_factor_of

Browse = Callable[..., Client]
ACTIVATE, REMOVE_APP = f"{INDEX}totp/activate/", f"{INDEX}totp/deactivate/"


def shows_again_who_they_are(client: Client) -> None:
    client.post("/sign-in/reauthenticate/", {"password": PASSWORD})


def passkey_of(people: Cast) -> Authenticator:
    return Authenticator.objects.create(
        user=people.sam.user,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "My key", "credential": {}},
    )


def test_setting_up_an_app_lets_one_in_and_hands_out_recovery_codes(
    transactional_db: None, people: Cast
) -> None:
    client, _ = writes_password(people.sam)
    shows_again_who_they_are(client)
    page = client.get(ACTIVATE).content.decode()
    secret = re.search(r'class="secret">(\w+)<', page)
    assert secret
    answer = client.post(ACTIVATE, {"code": code(secret[1])})
    assert answer["Location"] == f"{INDEX}recovery-codes/"
    assert client.get(f"{INDEX}recovery-codes/").content.decode().count("<code>") == 10
    assert is_in(client)


def test_a_wrong_code_sets_nothing_up(people: Cast) -> None:
    client, _ = writes_password(people.sam)
    shows_again_who_they_are(client)
    client.get(ACTIVATE)
    client.post(ACTIVATE, {"code": "000000"})
    assert not has_second_step(people.sam.user)


def test_the_only_second_step_cannot_be_removed(people: Cast, browse: Browse) -> None:
    client = browse(people.sam)
    shows_again_who_they_are(client)
    answer = client.post(REMOVE_APP)
    assert "This is your only second step" in answer.content.decode()
    assert has_second_step(people.sam.user)


def test_the_only_passkey_cannot_be_removed(people: Cast, browse: Browse) -> None:
    client = browse(people.sam)
    shows_again_who_they_are(client)
    passkey = passkey_of(people)
    second_factor_of(people.sam.user).delete()
    answer = client.post(f"{INDEX}webauthn/keys/{passkey.pk}/remove/")
    assert answer.status_code == 403
    assert has_second_step(people.sam.user)


def test_one_of_two_second_steps_may_be_removed(people: Cast, browse: Browse) -> None:
    client = browse(people.sam)
    shows_again_who_they_are(client)
    passkey = passkey_of(people)
    assert client.post(f"{INDEX}webauthn/keys/{passkey.pk}/remove/").status_code == 302
    assert Authenticator.objects.get(user=people.sam.user).type == Authenticator.Type.TOTP


def test_nobody_removes_another_persons_passkey(people: Cast, browse: Browse) -> None:
    passkey = passkey_of(people)
    client = browse(people.kemi)
    second_factor_of(people.kemi.user)
    Authenticator.objects.create(
        user=people.kemi.user, type=Authenticator.Type.WEBAUTHN, data={"name": "Hers"}
    )
    shows_again_who_they_are(client)
    assert client.post(f"{INDEX}webauthn/keys/{passkey.pk}/remove/").status_code == 404


def test_changing_second_steps_asks_again_who_one_is(people: Cast, browse: Browse) -> None:
    answer = browse(people.sam).get(REMOVE_APP)
    assert answer["Location"].startswith("/sign-in/reauthenticate/")


PAGES = [
    "/sign-in/login/",
    "/sign-in/password/reset/",
    "/sign-in/password/reset/done/",
    "/sign-in/password/reset/key/done/",
    "/sign-in/password/reset/key/1-abc/",
    "/sign-in/inactive/",
]
OWN_PAGES = [
    "/sign-in/logout/",
    "/sign-in/password/change/",
    "/sign-in/reauthenticate/",
    f"{INDEX}",
    f"{INDEX}reauthenticate/",
    f"{INDEX}totp/deactivate/",
    f"{INDEX}recovery-codes/generate/",
    f"{INDEX}webauthn/",
    f"{INDEX}webauthn/add/",
]


def is_ours_and_strict(page: str) -> bool:
    """In our look, and with nothing that the policy would block."""
    inline = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", page)
    styled = re.findall(r"<style|\sstyle=|\son\w+=|src=\"data:|javascript:", page)
    return 'class="skip"' in page and not inline and not styled


@pytest.mark.parametrize("address", PAGES)
def test_pages_before_signing_in_are_ours_and_hold_nothing_inline(
    people: Cast, address: str
) -> None:
    answer = Client().get(address)
    assert answer.status_code == 200
    assert is_ours_and_strict(answer.content.decode())


@pytest.mark.parametrize("address", OWN_PAGES)
def test_pages_of_ones_own_account_are_ours_and_hold_nothing_inline(
    people: Cast, browse: Browse, address: str
) -> None:
    client = browse(people.sam)
    shows_again_who_they_are(client)
    answer = client.get(address)
    assert answer.status_code == 200
    assert is_ours_and_strict(answer.content.decode())


def test_the_square_code_is_drawn_in_the_page(people: Cast) -> None:
    client, _ = writes_password(people.sam)
    shows_again_who_they_are(client)
    page = client.get(ACTIVATE).content.decode()
    assert is_ours_and_strict(page)
    assert 'class="qr"' in page
    assert "<path d=" in page
