"""The first journey: a child is added, the answer is worked out, the plan written, agreed, printed.

Kemi writes on a computer or on a phone; Sam agrees and finalises at his desk. The paper that comes
out holds every line that was typed.
"""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Download, Page, expect
from pytest_django.live_server_helper import LiveServer

from children.models import Child
from tests.journeys.conftest import (
    DESK,
    PHONE,
    accessibility_faults,
    picture,
    sign_in,
    watched_page,
)
from tests.people import Cast

TYPED = {
    "Strengths and interests": "Caoimhe sings every song we know, and hums the next one.",
    "What matters to the child": "Her rabbit with one ear.",
    "How the child showed it": "She looks for it whenever a door opens.",
    "In the parents' own words": "At home she laughs at everything. I want her to have friends.",
    "What is difficult just now": "Waiting for a turn; she bites when it is loud.",
}
STRATEGY = {
    "What adults do": "Kneel beside her, name the feeling, and offer the chewy necklace",
    "When and where": "Before every change of room",
    "Who": "Kemi, or whoever leads the room",
    "At home (if you like)": "The same three words before supper",
}
TARGET = {
    "The small step": "Caoimhe hands over the red card when it is too loud",
    "Starting point": "Bites twice a morning",
    "We will know when": "Three mornings in a row with no bite",
}


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def kemi(
    request: pytest.FixtureRequest, people: Cast, browser: Browser, live_server: LiveServer
) -> Iterator[Page]:
    for page in watched_page(browser, live_server, request.param):
        sign_in(page.context, live_server, people.kemi)
        yield page


@pytest.fixture
def sam(people: Cast, browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    for page in watched_page(browser, live_server, DESK):
        sign_in(page.context, live_server, people.sam)
        yield page


def seen(page: Page, name: str) -> None:
    """The page is looked at: it has a heading, fits its screen, and axe finds nothing."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    picture(page, name)
    wide, screen = page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
    assert wide <= screen, f"{name} is {wide} wide on a screen of {screen}"
    assert accessibility_faults(page) == [], name


def add_caoimhe(page: Page) -> None:
    page.goto("/children/add/")
    page.get_by_label("Legal name").fill("Caoimhe Ní Dhomhnaill")
    page.get_by_label("Known as").fill("Caoimhe")
    page.get_by_label("Date of birth").fill("9 3 23")
    page.get_by_label("Language at home").fill("Irish")
    page.get_by_label("Room").select_option("Orchard")
    seen(page, "add-a-child")
    page.get_by_role("button", name="Add the child").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Caoimhe")
    expect(page.get_by_text("Not asked yet").first).to_be_visible()
    seen(page, "child-not-asked")


def say_what_is_needed(page: Page) -> None:
    page.goto(page.url + "support-need/")
    page.get_by_label("Do the adults need strategies to support behaviour?").check()
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("Who said it").select_option("Kemi Adebayo")
    page.get_by_label("In their words").fill("She bites when it is loud.")
    page.get_by_role("button", name="Save the answer").click()


def add_mother(page: Page, child: Child) -> None:
    page.goto(f"/children/{child.pk}/contacts/add/")
    page.get_by_label("Name", exact=True).fill("Gráinne Ní Dhomhnaill")
    page.get_by_label("Relationship").fill("mother")
    page.get_by_label("May receive copies").check()
    seen(page, "add-a-contact")
    page.get_by_role("button", name="Add the contact").click()


def write(page: Page) -> None:
    """Every section, one strategy and one target, as somebody types them."""
    for label, words in TYPED.items():
        page.get_by_role("textbox", name=label).fill(words)
    page.get_by_label("Area of need that comes first").select_option(
        "Social, emotional and mental health"
    )
    page.get_by_label("Who said it").select_option("Gráinne Ní Dhomhnaill (mother)")
    page.get_by_label("Starts on").fill("today")
    page.get_by_role("textbox", name="What is difficult just now").press("Tab")
    expect(page.get_by_text("Saved").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    add_line(page, "Add a strategy", STRATEGY, "Where it came from", "A behaviour need")
    add_line(page, "Add a target", TARGET, "Where it came from", "Parents")


def add_line(page: Page, button: str, words: dict[str, str], source: str, came_from: str) -> None:
    page.get_by_role("button", name=button).click()
    for label, typed in words.items():
        page.get_by_label(label, exact=True).last.fill(typed)
    page.get_by_label(source).last.select_option(came_from)
    if button == "Add a target":
        page.get_by_label(STRATEGY["What adults do"]).check()
    page.wait_for_load_state("networkidle")


def sign(page: Page, plan: str, capacity: str) -> None:
    page.goto(plan + "finish/")
    answer = page.locator("form", has=page.get_by_role("button", name=f"Answer as {capacity}"))
    answer.get_by_label("Agreed", exact=True).check()
    page.get_by_role("button", name=f"Answer as {capacity}").click()


def words_of(download: Download) -> str:
    pdf = pypdfium2.PdfDocument(Path(download.path()))
    pages = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    return " ".join(pages.split())


def test_from_an_empty_record_to_a_finished_plan_on_paper(
    people: Cast, kemi: Page, sam: Page
) -> None:
    add_caoimhe(kemi)
    child = Child.objects.get(legal_name="Caoimhe Ní Dhomhnaill")
    say_what_is_needed(kemi)
    kemi.goto(f"/children/{child.pk}/")
    expect(kemi.get_by_text("Yes, an ISP is required", exact=True)).to_be_visible()
    seen(kemi, "child-required")
    add_mother(kemi, child)

    kemi.goto(f"/plans/children/{child.pk}/start/")
    kemi.get_by_role("button", name="Start the plan").click()
    seen(kemi, "plan-empty")
    write(kemi)
    kemi.get_by_role("link", name="Check and finish").first.click()
    expect(kemi.get_by_text("Nothing is missing")).to_be_visible()
    kemi.get_by_role("button", name="Mark the plan ready").click()
    plan = kemi.url.replace("finish/", "")
    sign(kemi, plan, "Key person")
    seen(kemi, "plan-agreed-by-one")

    sign(sam, plan, "SENCO")
    sam.get_by_role("button", name="Finalise the plan").click()
    expect(sam.get_by_text("Finalised").first).to_be_visible()
    seen(sam, "plan-finalised")

    sam.goto(f"/papers/plans/{plan.rstrip('/').rsplit('/', 1)[1]}/")
    sam.get_by_label("Gráinne").check()
    seen(sam, "copies")
    sam.get_by_role("button", name="Issue the copy").click()
    with sam.expect_download() as waiting:
        sam.get_by_role("link", name="Download the PDF").first.click()
    paper = words_of(waiting.value)
    for typed in [*TYPED.values(), *STRATEGY.values(), *TARGET.values()]:
        assert typed in paper, typed
    assert "Page 1 of" in paper
