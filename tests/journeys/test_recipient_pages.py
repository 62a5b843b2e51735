"""Every page that a parent can meet, on two phones, with and without script, in four languages (C3.2).

axe looks at each page in English and in Urdu; in each language and at each width it fits its
screen, and what there is to press can be pressed where no script runs.
"""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.actions.links import give_code
from isp_portal.documents import actions as papers
from isp_portal.languages import language_called
from isp_portal.sharing import actions
from isp_portal.sharing.models import Share
from reviews.models import Participant
from tests.journeys.conftest import PHONE, accessibility_faults, picture, watched_page
from tests.journeys.review_told import held_and_finalised, planned_for_today
from tests.people import STORY, Cast
from tests.sharing.given import link_to

WIDTHS = (390, 320)
KINDS = ("answer", "view", "from_home", "question", "coming")
LANGUAGES = ("English", "Polish", "Urdu", "Arabic")
LOOKED_AT_BY_AXE = ("English", "Urdu")
WITH, WITHOUT = "with script", "without script"


@pytest.fixture
def plain(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A phone whose browser runs no script."""
    yield from watched_page(browser, live_server, PHONE | {"java_script_enabled": False})


class Looked:
    """Looks at each page in one language, at both widths."""

    def __init__(self, page: Page, language: str, *, script: bool) -> None:
        self.page, self.spoken = page, language_called(language)
        self.asks_axe = script and language in LOOKED_AT_BY_AXE  # axe is a script itself

    def at(self, name: str, *, in_english: bool = False) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        lang = self.page.locator("html").get_attribute("lang")
        assert (lang or "").lower() == ("en-gb" if in_english else self.spoken.code), name
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 844})
            picture(self.page, f"parent-{self.spoken.code}-{name}")
            wide = self.page.evaluate("() => document.documentElement.scrollWidth")
            assert wide <= width, f"{name} is {wide} wide on a screen of {width}"
            if self.asks_axe:
                assert accessibility_faults(self.page) == [], name
        self.page.set_viewport_size({"width": 390, "height": 844})


def come_in(page: Page, share: Share, path: str) -> None:
    code = give_code(link=share, by=STORY)
    page.goto(path)
    page.locator("#id_code").fill(code)
    page.locator("main form button").first.tap()
    expect(page.locator("#to-hear")).to_be_visible()


def before_the_code(look: Looked, share: Share, path: str) -> None:
    page = look.page
    page.goto(path)
    look.at("door")
    page.locator("main form button").first.tap()
    look.at("door-code")
    page.locator("#id_code").fill("12")
    page.locator("main form button").first.tap()
    look.at("door-wrong")
    come_in(page, share, path)


def say_all(look: Looked, path: str) -> None:
    """Each page on which something is said, empty and with what is to be put right."""
    page = look.page
    for kind in KINDS:
        page.goto(f"{path}say/{kind}/")
        look.at(f"say-{kind}")
        page.locator("main form .shared-button").tap()
        expect(page.locator(".shared-errors")).to_be_visible()
        look.at(f"say-{kind}-wrong")
    page.goto(f"{path}say/answer/")
    page.locator("label", has=page.locator("input[value=not_agreed]")).tap()
    page.locator("#id_words").fill("Not in the block corner, please.")
    page.locator("#id_typed_name").fill("Priya Blackwood")
    page.locator("main form .shared-button").tap()
    expect(page.get_by_text("Not in the block corner, please.")).to_be_visible()
    look.at("said")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", [WITH, WITHOUT])
def test_every_page_of_a_parent_fits_and_works(
    phone: Page, plain: Page, people: Cast, language: str, script: str
) -> None:
    people.priya.language = language
    people.priya.record(by=STORY)
    review = planned_for_today(people)
    plan = review.cycle.plans.finalised().get()
    page = phone if script == WITH else plain
    look = Looked(page, language, script=script == WITH)

    share, path = link_to(people, papers.issue_plan(plan=plan, recipient=people.priya, by=STORY))
    before_the_code(look, share, path)
    look.at("plan")
    page.goto(f"{path}copy/?text=large")
    look.at("plan-large")
    if language != "English":
        page.get_by_role("link", name="In English").tap()
        look.at("plan-in-english", in_english=True)
        page.get_by_role("link", name=look.spoken.own_name).tap()
        look.at("plan")
    say_all(look, path)
    page.goto(f"{path}copy/")
    with page.expect_download() as downloaded:
        page.locator(f"a[href='{path}copy/file/']").tap()
    assert downloaded.value.suggested_filename == "shared-copy.pdf"

    others = [
        ("parents-page", papers.issue_parents_page(plan=plan, recipient=people.priya, by=STORY)),
        ("letter", papers.issue_review_letter(participant=invited(people), by=STORY)),
    ]
    for name, document in others:
        come_in(page, *link_to(people, document))
        look.at(name)
    finished = held_and_finalised(people, review)
    minutes = papers.issue_minutes(review=finished, recipient=people.priya, by=STORY)
    share, path = link_to(people, minutes)
    come_in(page, share, path)
    look.at("minutes")
    page.locator(".shared-foot button").tap()
    expect(page.locator("#to-hear")).to_have_count(0)
    look.at("left")


def invited(people: Cast) -> Participant:
    return Participant.objects.get(contact=people.priya)


@pytest.mark.parametrize("script", [WITH, WITHOUT])
def test_what_does_not_open_is_one_page_that_fits(
    phone: Page, plain: Page, people: Cast, script: str
) -> None:
    """Guessed, run out and taken back: the same page, in English, since nobody knows who looks."""
    page = phone if script == WITH else plain
    look = Looked(page, "English", script=script == WITH)
    plan = planned_for_today(people).cycle.plans.finalised().get()
    document = papers.issue_plan(plan=plan, recipient=people.priya, by=STORY)
    gone, gone_path = link_to(people, document)
    actions.take_back_share(share=gone, because="Sent too early", by=STORY)
    expired, expired_path = link_to(people, document)
    expired.expires_at = timezone.now() - timedelta(seconds=1)
    expired.record(by=STORY)
    seen = set()
    for path in ("/shared/" + "x" * 43 + "/", gone_path, expired_path):
        page.goto(path)
        look.at("does-not-open")
        seen.add(page.locator("body").inner_text())
    assert len(seen) == 1
