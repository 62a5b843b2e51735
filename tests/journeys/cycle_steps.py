"""What people do on the way through a cycle: record, type in a sheet, hold a review, print."""

import re
from datetime import timedelta
from pathlib import Path

import pypdfium2
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Download, Page, expect

from reviews.models import InterventionEntry, Review
from tests.journeys.conftest import (
    accessibility_faults,
    picture,
)
from tests.people import Cast

SEEN = "Looked up when I said his name, and pointed at the cup."
PRIYA = "He signs “more” to his nana now. Mornings are still hard."


def seen(page: Page, name: str) -> None:
    """The page is looked at: it fits its screen, and axe finds nothing."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    picture(page, f"cycle-{name}")
    wide, screen = page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
    assert wide <= screen, f"{name} is {wide} wide on a screen of {screen}"
    assert accessibility_faults(page) == [], name


def record_ten_entries(page: Page, people: Cast) -> None:
    """Five yesterday and five today, each with how much help and a few words."""
    for n in range(10):
        page.goto(reverse("reviews:entry_add", args=[people.seyi.pk]))
        page.locator(".big-choice", has_text="Some help" if n < 5 else "Prompted").tap()
        page.get_by_label("What did Seyi do?").fill(f"{SEEN} Time {n}.")
        if n < 5:
            page.get_by_text("Change", exact=True).tap()
            page.get_by_label("Day", exact=True).fill("yesterday")
        page.get_by_role("button", name="Save").tap()
        expect(page.get_by_text("Saved for Seyi at")).to_be_visible()
    assert InterventionEntry.objects.values("seen_on").distinct().count() == 2


def type_in_last_weeks_sheet(page: Page, people: Cast) -> None:
    """Two days of the paper of last week, a letter for each line."""
    week = timezone.localdate() - timedelta(days=7)
    page.goto(f"{reverse('reviews:sheet', args=[people.seyi.pk])}?week={week.isoformat()}")
    for day in (0, 1):
        row = page.locator(".sheet tbody tr").nth(day)
        for place, letter in enumerate("sfap"):
            row.locator(".box-help select").nth(place).press(letter)
        row.locator(".box-words input, .box-words textarea").fill("Showed his nana the card.")
    seen(page, "sheet")
    page.get_by_role("button", name="Save the sheet").tap()
    expect(page.get_by_text("days of the sheet saved for Seyi")).to_be_visible()


def begin(page: Page, people: Cast, early_because: str = "") -> None:
    """Sam begins the review, and everybody is here but for nobody."""
    page.goto(f"/reviews/children/{people.seyi.pk}/review/hold/")
    page.get_by_label("In person").check()
    if early_because:
        page.get_by_label("Why it was held before the window opened").fill(early_because)
    page.get_by_role("button", name="Begin the review").click()
    expect(page.get_by_role("heading", name="Who is here")).to_be_visible()
    came = page.get_by_role("button", name=re.compile("^Came"))
    for left in range(came.count(), 0, -1):
        expect(came).to_have_count(left)
        came.first.click()
    expect(came).to_have_count(0)
    seen(page, "who-is-here")


def decide(page: Page, verdict: str, **words: str) -> None:
    """One line: the verdict, the choice of what comes next, and the texts by their labels."""
    page.locator(".big-choice", has_text=verdict).first.click()
    if choice := words.pop("choice", ""):
        page.locator(".what-next .choice", has_text=choice).locator("label").click()
    for label, typed in words.items():
        field = page.get_by_label(label.replace("_", " "), exact=True)
        field.locator("visible=true").first.fill(typed)
    if page.get_by_label("The Early Support tracker").is_visible():
        page.get_by_label("The Early Support tracker").check()
        page.get_by_label("Which band").fill("Communication, step 7")


def say_the_rest(page: Page, decision: str) -> None:
    """Seyi's view, Priya's words, the decision, one action, and the day of the next review."""
    page.get_by_label("What they showed or said").fill("He chose the train card.")
    page.get_by_label("How they showed it").fill("Kemi showed him two cards")
    save_on(page)
    page.get_by_role("link", name="Add what Priya says").click()
    page.get_by_label("Gave their view").check()
    page.get_by_label("In their own words").fill(PRIYA)
    page.get_by_role("button", name="Keep these words").click()
    expect(page.get_by_text(PRIYA)).to_be_visible()
    seen(page, "parents-words")
    page.get_by_role("link", name="Next: Decision").click()
    page.get_by_label(decision).check()
    page.get_by_label("Why, and how it goes on").fill("He reaches for the card by himself.")
    seen(page, "decision")
    save_on(page)
    page.get_by_label("What", exact=True).fill("Lend the family a picture strip")
    page.get_by_label("Who", exact=True).fill("Kemi Adebayo")
    page.get_by_label("By when").fill("today")
    page.get_by_role("button", name="Add the action").click()
    expect(page.get_by_text("Lend the family a picture strip").first).to_be_visible()
    page.get_by_role("link", name="Next: Next review").click()
    seen(page, "next-review")
    save_on(page)


def save_on(page: Page) -> None:
    page.get_by_role("button", name="Save. Next:").click()


def words_of(download: Download) -> str:
    pdf = pypdfium2.PdfDocument(Path(download.path()))
    pages = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    return " ".join(pages.split())


def minutes_on_paper(page: Page, review: Review) -> str:
    page.goto(f"/papers/reviews/{review.pk}/")
    seen(page, "minutes-copies")
    page.get_by_role("button", name="Minutes for the child’s file").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download the PDF").first.click()
    return words_of(waiting.value)
