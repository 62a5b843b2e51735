"""Theo opens the link that asks him for a report, on a phone and on a small one: each page of the door (C7)."""

from pathlib import Path

from playwright.sync_api import Page, expect

from agencies.models import Report
from tests.agencies.intake.test_words_read_out import pages_of_pdf
from tests.agencies.links import address, linked, mailed_code
from tests.journeys.conftest import accessibility_faults, picture
from tests.people import Cast

WIDTHS = (390, 320)
SAYS = "Speech and language report. Seyi Adeyemi-Blackwood, born 14.02.2023. Wait five seconds."


def whole(page: Page, name: str) -> None:
    """The page fits, and axe finds nothing, at both widths."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        picture(page, f"door-{name}")
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width, name
        assert accessibility_faults(page) == [], name


def test_theo_opens_his_link_and_sends_the_report(
    people: Cast, phone: Page, tmp_path: Path
) -> None:
    _, token = linked(people)
    phone.goto(address(token))
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    assert "Adeyemi" not in phone.content()
    whole(phone, "before")
    phone.get_by_role("button", name="Send me a code").click()
    code = phone.get_by_role("textbox")
    code.fill("000 000")
    phone.get_by_role("button", name="Open").click()
    whole(phone, "wrong-code")
    phone.get_by_role("textbox").fill(mailed_code())
    phone.get_by_role("button", name="Open").click()
    expect(phone.get_by_role("heading", name="Send your report")).to_be_visible()
    assert "Adeyemi" in phone.content()
    whole(phone, "asked")
    phone.get_by_role("link", name="Answer in words").click()
    whole(phone, "answer")
    phone.go_back()
    sent = tmp_path / "report.pdf"
    sent.write_bytes(pages_of_pdf(SAYS))
    phone.locator("input[type=file]").set_input_files(sent)
    phone.get_by_role("button", name="Send the report").click()
    expect(phone.get_by_text("Everything you typed is still here.")).to_be_visible()
    whole(phone, "without-a-date")
    phone.get_by_label("Date on the report").fill("today")
    phone.locator("input[type=file]").set_input_files(sent)
    phone.get_by_role("button", name="Send the report").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Your report has arrived")
    whole(phone, "thanks")
    assert Report.objects.filter(child=people.seyi, received_from="agency").count() == 1
