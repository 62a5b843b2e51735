"""Somebody is invited, joins, sets up a second step, and comes back with a passkey."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts import actions
from accounts.models import EarlyYearsSetting
from tests.accounts.steps import code
from tests.journeys.conftest import accessibility_faults, picture, sign_in
from tests.people import PASSWORD, Cast

WORDS = "kettle on the blue shelf"


def invitation(setting: EarlyYearsSetting, people: Cast) -> str:
    _, address = actions.invite(
        setting=setting,
        email="amara@acorns.example",
        full_name="Amara Sesay",
        roles=["key_person"],
        by=people.ruth.as_actor(),
    )
    return urlsplit(address).path


def joins(page: Page, path: str) -> None:
    page.goto(path)
    page.get_by_label("Choose a password").fill(WORDS)
    page.get_by_label("The password once more").fill(WORDS)
    page.get_by_role("button", name="Join the team").click()
    expect(page.get_by_role("heading", name="One more step")).to_be_visible()


def fits(page: Page) -> bool:
    return bool(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))


def test_an_invited_person_joins_with_an_app_on_a_phone(people: Cast, phone: Page) -> None:
    path = invitation(people.acorns, people)
    phone.goto(path)
    picture(phone, "join")
    assert accessibility_faults(phone) == []
    joins(phone, path)
    picture(phone, "one-more-step")
    assert accessibility_faults(phone) == []
    phone.get_by_role("link", name="Set up an app").click()
    expect(phone.get_by_role("img", name="Square code")).to_be_visible()
    picture(phone, "set-up-an-app")
    assert accessibility_faults(phone) == []
    assert fits(phone)
    phone.get_by_text("It cannot be scanned").click()
    phone.get_by_label("Authenticator code").fill(code(phone.locator(".secret").inner_text()))
    phone.get_by_role("button", name="Set up the app").click()
    expect(phone.get_by_role("heading", name="Recovery codes")).to_be_visible()
    picture(phone, "recovery-codes")
    assert accessibility_faults(phone) == []
    phone.get_by_role("link", name="I have kept them, go on").click()
    assert "/sign-in/" not in phone.url
    phone.goto("/account/team/")
    expect(phone.get_by_role("rowheader", name="Amara Sesay (you)")).to_be_visible()


def test_somebody_signs_in_again_with_a_passkey_alone(people: Cast, desk: Page) -> None:
    keys = desk.context.new_cdp_session(desk)
    keys.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    joins(desk, invitation(people.acorns, people))
    desk.get_by_role("link", name="Set up a passkey").click()
    picture(desk, "set-up-a-passkey")
    assert accessibility_faults(desk) == []
    desk.get_by_label(re.compile("Passwordless|Sign in with")).check()
    desk.get_by_role("button", name="Set up the passkey").click()
    expect(desk.get_by_role("heading", name="Recovery codes")).to_be_visible()
    desk.goto("/account/team/")
    desk.goto("/sign-in/logout/")
    desk.locator("main").get_by_role("button", name="Sign out").click()
    desk.goto("/sign-in/login/")
    desk.get_by_role("button", name="Sign in with a passkey").click()
    desk.wait_for_url(lambda url: "/sign-in/" not in url)
    desk.goto("/account/team/")
    expect(desk.get_by_role("rowheader", name="Amara Sesay (you)")).to_be_visible()


def test_a_passkey_that_was_not_used_is_said_in_words(people: Cast, desk: Page) -> None:
    desk.goto("/sign-in/login/")
    desk.evaluate("() => { navigator.credentials.get = () => Promise.reject(Error('cancelled')) }")
    desk.get_by_role("button", name="Sign in with a passkey").click()
    expect(desk.get_by_text("The passkey was not used")).to_be_visible()


def test_what_was_typed_waits_behind_the_lock(
    people: Cast, desk: Page, live_server: LiveServer
) -> None:
    sign_in(desk.context, live_server, people.ruth)
    desk.goto("/account/setting/")
    desk.get_by_label("Address").fill("2 Quay Street, Harrowby")
    desk.request.post("/account/lock/", headers={"x-csrftoken": token(desk)})
    desk.get_by_role("button", name="Save the setting").click()
    expect(desk.get_by_text("Ruth Lindqvist is signed in.")).to_be_visible()
    picture(desk, "locked")
    assert accessibility_faults(desk) == []
    desk.get_by_label("Your password").fill(PASSWORD)
    desk.get_by_role("button", name="Go on as Ruth Lindqvist").click()
    expect(desk.get_by_label("Address")).to_have_value("2 Quay Street, Harrowby")
    assert EarlyYearsSetting.objects.get(pk=people.acorns.pk).address == "2 Quay Street, Harrowby"


def token(page: Page) -> str:
    value = page.locator("[name=csrfmiddlewaretoken]").first.get_attribute("value")
    assert value
    return value


def test_the_team_and_the_setting_are_usable_at_both_widths(
    people: Cast, desk: Page, phone: Page, live_server: LiveServer
) -> None:
    invitation(people.acorns, people)
    addresses = {
        "team": "/account/team/",
        "member": f"/account/team/{people.kemi.pk}/",
        "leaving": f"/account/team/{people.kemi.pk}/leaving/",
        "invite": "/account/team/invite/",
        "setting": "/account/setting/",
        "closure": "/account/setting/closures/add/",
        "me": "/account/me/",
    }
    for page in (desk, phone):
        sign_in(page.context, live_server, people.ruth)
        for name, address in addresses.items():
            page.goto(address)
            picture(page, name)
            assert fits(page), address
            assert accessibility_faults(page) == [], address
