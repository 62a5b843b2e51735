"""A session left alone locks itself, and what was typed waits behind the lock."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.access.lock import LONGEST_CARRIED
from accounts.models import Membership
from children.models import Child
from tests.people import PASSWORD, Cast

Browse = Callable[..., Client]
TEAM, ADD = "/account/team/", "/children/add/"
LOCKED = 423
TYPED = {
    "legal_name": "Tamsin O'Hara <b>",
    "preferred_name": "Tam",
    "date_of_birth": "9 3 23",
    "home_language": "English",
}


def minutes(count: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(minutes=count))


def test_after_ten_minutes_without_a_click_the_next_page_is_the_lock(
    people: Cast, browse: Browse
) -> None:
    client = browse(people.sam)
    with minutes(10):
        page = client.get(TEAM)
    assert page.status_code == LOCKED
    assert "Sam Whitlock is signed in" in page.content.decode()
    assert "Kemi Adebayo" not in page.content.decode()
    assert 'href="/children/"' not in page.content.decode()


def test_a_click_in_time_keeps_the_session_open(people: Cast, browse: Browse) -> None:
    client = browse(people.sam)
    for spent in (9, 18, 27):
        with minutes(spent):
            assert client.get(TEAM).status_code == 200


def test_the_password_opens_the_page_that_was_asked_for(people: Cast, browse: Browse) -> None:
    client = browse(people.sam)
    client.post("/account/lock/")
    words = {"unlocking": "yes", "asked_by_get": "yes", "unlock_password": PASSWORD}
    assert client.post(f"{TEAM}?page=2", words)["Location"] == f"{TEAM}?page=2"
    assert client.get(TEAM).status_code == 200


def test_another_password_does_not(people: Cast, browse: Browse) -> None:
    client = browse(people.sam)
    client.post("/account/lock/")
    page = client.post(TEAM, {"unlocking": "yes", "unlock_password": "guess"})
    assert page.status_code == LOCKED
    assert "not the password of this account" in page.content.decode()
    assert client.get(TEAM).status_code == LOCKED


def test_guessing_at_the_lock_is_slowed_down(people: Cast, browse: Browse) -> None:
    client = browse(people.sam)
    client.post("/account/lock/")
    for _ in range(10):
        client.post(TEAM, {"unlocking": "yes", "unlock_password": "guess"})
    page = client.post(TEAM, {"unlocking": "yes", "unlock_password": PASSWORD})
    assert "That was too often" in page.content.decode()
    assert client.get(TEAM).status_code == LOCKED


def test_what_was_typed_is_saved_after_unlocking(people: Cast, browse: Browse) -> None:
    client = browse(people.kemi)
    typed = {**TYPED, "room": str(people.orchard.pk)}
    with minutes(11):
        page = client.post(ADD, typed)
        assert page.status_code == LOCKED
        assert not Child.objects.filter(preferred_name="Tam").exists()
        assert "Tamsin O&#x27;Hara &lt;b&gt;" in page.content.decode()
        assert f'action="{ADD}"' in page.content.decode()
        carried = dict(page.context["carried"])
        assert carried == typed
        words = {**carried, "unlocking": "yes", "unlock_password": PASSWORD}
        assert client.post(ADD, words).status_code == 302
    assert Child.objects.get(preferred_name="Tam").legal_name == TYPED["legal_name"]


def test_a_wrong_password_keeps_what_was_typed_on_the_lock_page(
    people: Cast, browse: Browse
) -> None:
    client = browse(people.kemi)
    client.post("/account/lock/")
    page = client.post(ADD, {**TYPED, "unlocking": "yes", "unlock_password": "guess"})
    assert dict(page.context["carried"]) == TYPED


def test_the_lock_page_cannot_be_answered_from_another_site(people: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies = signed_in_cookies(people.kemi)
    client.get(TEAM)
    answer = client.post(ADD, {**TYPED, "unlocking": "yes", "unlock_password": PASSWORD})
    assert answer.status_code == 403


def signed_in_cookies(member: Membership) -> object:
    from tests.people import signed_in_as

    return signed_in_as(member).cookies


def test_a_text_without_end_is_not_carried(people: Cast, browse: Browse) -> None:
    client = browse(people.kemi)
    client.post("/account/lock/")
    page = client.post(ADD, {**TYPED, "legal_name": "x" * LONGEST_CARRIED})
    assert page.status_code == 413
    assert len(page.content) < LONGEST_CARRIED


def test_a_locked_screen_can_be_signed_out(people: Cast, browse: Browse) -> None:
    client = browse(people.sam)
    client.post("/account/lock/")
    client.post("/sign-in/logout/")
    assert client.get(TEAM)["Location"].startswith("/sign-in/login/")


def test_nothing_of_the_children_is_kept_by_the_browser(people: Cast, browse: Browse) -> None:
    client = browse(people.sam)
    assert client.get(TEAM)["Cache-Control"] == "no-store"
    client.post("/account/lock/")
    assert client.get(TEAM)["Cache-Control"] == "no-store"


def test_in_the_demo_one_click_unlocks(
    people: Cast, browse: Browse, settings: pytest.FixtureRequest
) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    client = browse(people.sam)
    client.post("/account/lock/")
    assert "unlock_password" not in client.get(TEAM).content.decode()
    client.post(TEAM, {"unlocking": "yes", "asked_by_get": "yes"})
    assert client.get(TEAM).status_code == 200
