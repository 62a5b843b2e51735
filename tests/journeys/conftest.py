"""Browser journeys: the portal as people meet it, in a real Chromium against a live server.

`desk` is a computer in the office, `phone` what fits in an apron pocket. Whatever went wrong in
the browser during a journey (a script error, a refused style, a 500) fails it at the end. Run by
themselves (`pytest tests/journeys`), because Playwright leaves an event loop behind; with SCREENS=1
every `picture(page, "name")` is kept in var/screens.
"""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from accounts.models import Membership
from tests.people import Cast, cast, signed_in_as

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
SCREENS = settings.BASE_DIR / "var" / "screens"
# Chromium calls every answer of 400 and above an error, and a network that a journey has cut;
# journeys look at those themselves.
ANSWERED_WITH_AN_ERROR = re.compile(
    r"Failed to load resource: (the server responded with a status|net::ERR_INTERNET_DISCONNECTED)"
)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """A file instead of memory: server and test then hold connections of their own, as in life."""
    database = connections["default"]
    if database.vendor == "sqlite":
        database.settings_dict["TEST"]["NAME"] = str(Path(settings.VAR_DIR) / "journeys.sqlite3")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, f"No browser was found: install one of {', '.join(BROWSERS)}."
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def people(transactional_db: None) -> Cast:
    return cast()


@pytest.fixture
def desk(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    yield from watched_page(browser, live_server, DESK)


@pytest.fixture
def phone(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    yield from watched_page(browser, live_server, PHONE)


def watched_page(browser: Browser, server: LiveServer, device: dict[str, Any]) -> Iterator[Page]:
    """A fresh browser profile, watched for what people would not see but should not happen."""
    context = browser.new_context(base_url=server.url, locale="en-GB", **device)
    context.set_default_timeout(10_000)
    page = context.new_page()
    troubles: list[str] = []
    watch(page, server.url, troubles)
    yield page
    context.close()
    assert troubles == []


def watch(page: Page, home: str, troubles: list[str]) -> None:
    """Adds to `troubles` each script error, 500 and request to anywhere but `home`."""
    page.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    page.on("console", lambda said: note_console(said, troubles))
    page.on("response", lambda answer: note_answer(answer, troubles))
    page.on("request", lambda asked: note_request(asked, home, troubles))


def note_console(said: Any, troubles: list[str]) -> None:
    if said.type == "error" and not ANSWERED_WITH_AN_ERROR.match(said.text):
        troubles.append(f"console: {said.text}")


def note_answer(answer: Any, troubles: list[str]) -> None:
    if answer.status >= 500:
        troubles.append(f"{answer.status}: {answer.url}")


def note_request(asked: Any, home: str, troubles: list[str]) -> None:
    if not asked.url.startswith((home, "data:", "blob:")):
        troubles.append(f"left the portal: {asked.url}")


def sign_in(context: BrowserContext, server: LiveServer, membership: Membership) -> None:
    """As if this member had signed in here, second factor included."""
    cookies = signed_in_as(membership).cookies
    context.add_cookies(
        [{"name": name, "value": kept.value, "url": server.url} for name, kept in cookies.items()]
    )


def accessibility_faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands. Evaluated, since the page's own policy bars scripts."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{fault['id']} ({fault['impact']}): {fault['help']}: {node['target']}"
        for fault in found
        for node in fault["nodes"]
    ]


def picture(page: Page, name: str) -> None:
    """Keeps the whole page as var/screens/<name>-<width>.png when SCREENS=1."""
    if os.environ.get("SCREENS") == "1":
        SCREENS.mkdir(parents=True, exist_ok=True)
        width = (page.viewport_size or {"width": 0})["width"]
        page.screenshot(path=SCREENS / f"{name}-{width}.png", full_page=True)
