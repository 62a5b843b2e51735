"""Sam's hour: she opens what is due, narrows it, plans a review from its row, and comes back."""

import re

from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from isp_portal.bench.crowd import make_crowd
from tests.journeys.conftest import accessibility_faults, picture, sign_in

ROW = "section[aria-labelledby=in-window] tbody tr"


def test_sam_plans_a_review_from_what_is_due_and_comes_back(
    desk: Page, live_server: LiveServer, transactional_db: None
) -> None:
    sign_in(desk.context, live_server, make_crowd(30))
    desk.goto("/")
    expect(desk).to_have_url(re.compile("/due/$"))
    expect(desk.get_by_role("heading", name="What is due", level=1)).to_be_visible()
    assert accessibility_faults(desk) == []
    picture(desk, "due")

    desk.get_by_label("Room", exact=True).select_option("Orchard")
    desk.get_by_role("button", name="Show", exact=True).click()
    assert "room=" in desk.url
    rows = desk.locator(ROW)
    before = rows.count()
    assert before
    for place in rows.locator("th small").all():
        expect(place).to_contain_text("Orchard")

    plan = rows.get_by_role("link", name=re.compile("^Plan the review")).first
    child = plan.locator("xpath=ancestor::tr").locator("th a").inner_text()
    plan.click()
    desk.get_by_label("Day", exact=True).fill("tomorrow")
    desk.get_by_label(re.compile("Why this day")).fill("The family comes then")
    desk.get_by_role("button", name=re.compile("Plan the review")).click()
    expect(desk).to_have_url(re.compile("/invitations/$"))

    desk.get_by_role("link", name="Due", exact=True).click()
    row = desk.locator(ROW).filter(has_text=child)
    expect(row).to_contain_text("Booked for")
    expect(row.get_by_role("link", name=re.compile("^Open the review"))).to_be_visible()


def test_the_register_chooses_a_key_person_for_several_without_a_pointer(
    desk: Page, live_server: LiveServer, transactional_db: None
) -> None:
    sign_in(desk.context, live_server, make_crowd(20))
    desk.goto("/children/?key_person=none")
    for box in desk.locator("input[name=child]").all():
        box.focus()
        desk.keyboard.press("Space")
    desk.get_by_role("button", name="Choose a key person").press("Enter")
    desk.get_by_label("Who", exact=True).select_option("Kemi Adebayo")
    desk.get_by_role("button", name="See first what comes of it").press("Enter")
    expect(desk.get_by_text("Nothing is saved yet.")).to_be_visible()
    assert accessibility_faults(desk) == []
    desk.get_by_role("button", name="Choose this key person").press("Enter")
    expect(desk.get_by_role("heading", name="Children", level=1)).to_be_visible()
    desk.goto("/due/?list=no-key-person")
    expect(desk.get_by_text("Every child has a key person.")).to_be_visible()
