"""Somebody who is not signed in comes to the front door."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import accessibility_faults, picture, watch


def test_a_stranger_is_asked_to_sign_in(desk: Page) -> None:
    desk.goto("/children/")
    expect(desk.get_by_role("heading", level=1)).to_be_visible()
    expect(desk.get_by_label("Email")).to_be_visible()
    picture(desk, "sign-in")
    assert accessibility_faults(desk) == []


def test_the_sign_in_page_fits_a_phone(phone: Page) -> None:
    phone.goto("/children/")
    width = phone.evaluate("() => document.documentElement.scrollWidth")
    assert width <= 390
    picture(phone, "sign-in")


def test_axe_would_notice_a_picture_without_words(desk: Page) -> None:
    desk.set_content(
        "<html lang=en><title>t</title><main><h1>t</h1><img src='data:,'></main></html>"
    )
    assert any(fault.startswith("image-alt") for fault in accessibility_faults(desk))


@pytest.mark.parametrize("line", ["console.error('no')", "setTimeout(() => { throw Error('no') })"])
def test_trouble_in_the_browser_would_be_noticed(browser: Browser, line: str) -> None:
    page, troubles = browser.new_page(), []
    watch(page, "http://localhost", troubles)
    page.evaluate(line)
    page.wait_for_timeout(100)
    page.context.close()
    assert len(troubles) == 1
    assert "no" in troubles[0]
