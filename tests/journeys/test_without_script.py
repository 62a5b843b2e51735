"""A plan from nothing to finalised in a browser that runs no script: every step has its button."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from children.models import Child
from plans.models import SupportPlan
from tests.journeys.conftest import PHONE, sign_in, watched_page
from tests.people import Cast

PLAIN = PHONE | {"java_script_enabled": False}
SECTIONS = {
    "Strengths and interests": "Ronan builds bridges out of anything.",
    "What matters to the child": "That nobody moves them.",
    "How the child showed it": "He stands in front of them.",
    "What is difficult just now": "Leaving what he has built.",
}
STRATEGY = {
    "What adults do": "Take a picture of the bridge before tidying",
    "When and where": "Before every change",
    "Who": "Whoever is with him",
}


@pytest.fixture
def kemi(people: Cast, browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    for page in watched_page(browser, live_server, PLAIN):
        sign_in(page.context, live_server, people.kemi)
        yield page


@pytest.fixture
def sam(people: Cast, browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    for page in watched_page(browser, live_server, PLAIN):
        sign_in(page.context, live_server, people.sam)
        yield page


def form_with(page: Page, label: str) -> Locator:
    return page.locator("main form", has=page.get_by_label(label, exact=True))


def save(page: Page, label: str, words: str) -> None:
    """One section written and saved with its own button."""
    form = form_with(page, label)
    form.get_by_label(label, exact=True).fill(words)
    form.get_by_role("button", name="Save").click()
    expect(form_with(page, label).get_by_label(label, exact=True)).to_have_value(words)


def add_ronan(page: Page) -> Child:
    page.goto("/children/add/")
    page.get_by_role("button", name="Add the child").click()
    expect(page.locator(".error-summary")).to_contain_text("Write the child's legal name")
    page.get_by_label("Legal name").fill("Ronan Fairbairn")
    page.get_by_label("Date of birth").fill("9 3 23")
    page.get_by_label("Language at home").fill("English")
    page.get_by_label("Room").select_option("Orchard")
    page.get_by_role("button", name="Add the child").click()
    return Child.objects.get(legal_name="Ronan Fairbairn")


def answer_the_question(page: Page, child: Child) -> None:
    page.goto(f"/children/{child.pk}/support-need/")
    page.get_by_label("Do the adults need strategies to support behaviour?").check()
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("Who said it").select_option("Kemi Adebayo")
    page.get_by_role("button", name="Save the answer").click()
    page.goto(f"/children/{child.pk}/")
    expect(page.get_by_text("Yes, an ISP is required", exact=True)).to_be_visible()


def write(page: Page) -> None:
    for label, words in SECTIONS.items():
        save(page, label, words)
    save(page, "Or why there is no view yet (if you like)", "Asked on Friday, no answer so far.")
    area = form_with(page, "Area of need that comes first")
    area.get_by_label("Area of need that comes first").select_option(
        "Communication and interaction"
    )
    area.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Add a strategy").click()
    line = form_with(page, "What adults do")
    for label, words in STRATEGY.items():
        line.get_by_label(label, exact=True).fill(words)
    line.get_by_label("Where it came from").select_option("A behaviour need")
    line.get_by_role("button", name="Save strategy").click()


def sign(page: Page, plan: SupportPlan, capacity: str) -> None:
    page.goto(f"/plans/{plan.pk}/finish/")
    answer = page.locator("form", has=page.get_by_role("button", name=f"Answer as {capacity}"))
    answer.get_by_label("Agreed", exact=True).check()
    page.get_by_role("button", name=f"Answer as {capacity}").click()


def test_a_plan_is_written_and_finalised_without_any_script(kemi: Page, sam: Page) -> None:
    child = add_ronan(kemi)
    answer_the_question(kemi, child)
    kemi.goto(f"/plans/children/{child.pk}/start/")
    kemi.get_by_role("button", name="Start the plan").click()
    write(kemi)
    save(kemi, "Starts on", "23 Nov 2026")
    kemi.get_by_role("link", name="Check and finish").first.click()
    expect(kemi.get_by_text("Nothing is missing")).to_be_visible()
    kemi.get_by_role("button", name="Mark the plan ready").click()
    plan = SupportPlan.objects.get(child=child)
    sign(kemi, plan, "Key person")
    sign(sam, plan, "SENCO")
    sam.get_by_role("button", name="Finalise the plan").click()
    expect(sam.get_by_text("Finalised.")).to_be_visible()
    sam.goto(f"/plans/{plan.pk}/")
    for words in [*SECTIONS.values(), *STRATEGY.values()]:
        expect(sam.get_by_text(words).first).to_be_visible()
