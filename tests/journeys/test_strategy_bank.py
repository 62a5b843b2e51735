"""Looking through the strategy bank while writing: nothing typed is lost, what is added is there."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from plans.models import Strategy
from tests.journeys.conftest import accessibility_faults, picture, sign_in
from tests.people import Cast
from tests.plans.stories import draft

WORDS = "#strengths-strengths"


@pytest.mark.parametrize("device", ["desk", "phone"])
def test_a_strategy_is_found_and_added_while_a_sentence_is_half_written(
    people: Cast, live_server: LiveServer, device: str, request: pytest.FixtureRequest
) -> None:
    page: Page = request.getfixturevalue(device)
    plan = draft(people)
    sign_in(page.context, live_server, people.kemi)
    page.goto(f"/plans/{plan.pk}/write/")
    page.fill(WORDS, "Seyi builds tall")
    if device == "phone":
        page.get_by_role("button", name="Strategy bank").click()
    page.locator("#bank").get_by_text("All", exact=True).click()
    page.fill("#bank-find", "headph")
    expect(page.locator("#bank-count")).to_have_text("1 in the bank")
    assert page.input_value(WORDS) == "Seyi builds tall"
    assert accessibility_faults(page) == []
    picture(page, "strategy-bank")
    page.locator("#bank-found").get_by_role("button", name="Add").click()
    expect(page.locator(".line-form textarea").first).to_have_value(
        "Offer noise-reducing headphones within reach, and show when to put them on and take them off"
    )
    assert page.input_value(WORDS) == "Seyi builds tall"
    assert Strategy.objects.get(plan=plan).source_detail == "Strategy bank"
