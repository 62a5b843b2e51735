"""What is typed into a plan is saved on the server within ten seconds, and never lost on the page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from plans import actions
from plans.models import SupportPlan
from tests.journeys.conftest import DESK, accessibility_faults, picture, sign_in, watched_page
from tests.people import STORY, Cast
from tests.plans.stories import complete, strategy

WORDS = "#strengths-strengths"
STATE = "#strengths .part-state"


@pytest.fixture
def plan(people: Cast) -> SupportPlan:
    plan = complete(people)
    strategy(plan, people, source_kind="")
    return plan


@pytest.fixture
def kemi(
    people: Cast, plan: SupportPlan, browser: Browser, live_server: LiveServer
) -> Iterator[Page]:
    """Kemi's editor, open."""
    for page in watched_page(browser, live_server, DESK):
        sign_in(page.context, live_server, people.kemi)
        page.goto(f"/plans/{plan.pk}/write/")
        yield page


def stored(plan: SupportPlan) -> str:
    return SupportPlan.objects.get(pk=plan.pk).strengths


def test_words_are_on_the_server_within_ten_seconds_though_typing_goes_on(
    kemi: Page, plan: SupportPlan
) -> None:
    kemi.fill(WORDS, "")
    for _ in range(25):
        kemi.type(WORDS, "tower ")
        kemi.wait_for_timeout(350)
    assert "tower" in stored(plan)
    expect(kemi.locator(STATE)).to_contain_text("Saved", timeout=5000)
    picture(kemi, "plan-editor")
    assert accessibility_faults(kemi) == []


def test_a_button_elsewhere_takes_along_what_was_just_typed(kemi: Page, plan: SupportPlan) -> None:
    kemi.fill(WORDS, "Just typed")
    kemi.get_by_role("button", name="Add a strategy").click()
    expect(kemi.get_by_role("heading", name="Strategy 3")).to_be_visible()
    assert (kemi.input_value(WORDS), stored(plan)) == ("Just typed", "Just typed")


def test_both_people_are_shown_and_a_press_decides(kemi: Page, plan: SupportPlan) -> None:
    actions.change_section(plan=plan, values={"strengths": "Sam's words"}, by=STORY)
    kemi.fill(WORDS, "Kemi's words")
    expect(kemi.locator("#strengths .met-words")).to_contain_text("Sam's words", timeout=5000)
    assert (kemi.input_value(WORDS), stored(plan)) == ("Kemi's words", "Sam's words")
    kemi.locator("#strengths").get_by_role("button", name="Save").click()
    expect(kemi.locator(STATE)).to_contain_text("Saved")
    assert stored(plan) == "Kemi's words"


def test_after_the_session_has_ended_the_words_stay_on_the_page(
    kemi: Page, plan: SupportPlan
) -> None:
    before, address = stored(plan), kemi.url
    kemi.context.clear_cookies()
    kemi.fill(WORDS, "Typed too late")
    expect(kemi.locator(STATE)).to_contain_text("Not saved. Try again", timeout=5000)
    kemi.locator("#strengths").get_by_role("button", name="Save").click()
    expect(kemi.locator(STATE)).to_contain_text("Not saved. Try again")
    assert (kemi.url, kemi.input_value(WORDS), stored(plan)) == (address, "Typed too late", before)


def test_a_day_that_is_none_is_explained_beside_it_and_may_be_put_right(kemi: Page) -> None:
    kemi.fill("#start-starts_on", "31 11 26")
    expect(kemi.locator("#start .field-error")).to_contain_text("not a date", timeout=5000)
    kemi.fill("#start-starts_on", "30 11 26")
    expect(kemi.locator("#start .part-state")).to_contain_text("Saved", timeout=5000)
    expect(kemi.locator("#start .field-error")).to_have_count(0)
