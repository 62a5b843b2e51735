"""Recording in a noisy room: three taps and a few words, and no word lost without a network."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from reviews.models import InterventionEntry
from tests.journeys.conftest import (
    DESK,
    PHONE,
    accessibility_faults,
    picture,
    sign_in,
    watched_page,
)
from tests.people import Cast
from tests.reviews.given import in_force, keys
from tests.reviews.steps import plan_begun_a_fortnight_ago

IS_FOCUSED = "button => button === document.activeElement"
WORDS = "Took the banana card off the board and gave it to me."


class Hand:
    """Taps and texts of one person, counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps, self.texts = page, 0, 0

    def tap(self, thing: Any) -> None:
        self.taps += 1
        thing.tap()

    def write(self, label: str, words: str) -> None:
        self.texts += 1
        self.page.get_by_label(label).fill(words)


@pytest.fixture
def kemi(people: Cast, browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """Kemi's phone, at My day; Seyi's plan has run for a fortnight."""
    plan_begun_a_fortnight_ago(people)
    for page in watched_page(browser, live_server, PHONE):
        sign_in(page.context, live_server, people.kemi)
        page.goto("/reviews/my-day/")
        yield page


def saved(page: Page) -> None:
    expect(page.get_by_text("Saved for Seyi at")).to_be_visible()


def test_from_my_day_an_entry_takes_three_taps_and_one_text(kemi: Page, people: Cast) -> None:
    picture(kemi, "my-day")
    assert accessibility_faults(kemi) == []
    hand = Hand(kemi)
    hand.tap(kemi.get_by_role("link", name="Record for Seyi"))
    hand.tap(kemi.locator(".big-choice", has_text="Some help"))
    hand.write("What did Seyi do?", WORDS)
    picture(kemi, "record-entry")
    assert accessibility_faults(kemi) == []
    hand.tap(kemi.get_by_role("button", name="Save"))
    saved(kemi)
    assert accessibility_faults(kemi) == []
    assert (hand.taps, hand.texts) == (3, 1)
    made = InterventionEntry.objects.get()
    assert made.what_we_saw == WORDS
    assert [row.help_level for row in made.lines.all()] == ["some"]
    assert made.lines.get().line_key in keys(in_force(people))


def record(page: Page) -> None:
    page.get_by_role("link", name="Record for Seyi").tap()
    page.locator(".big-choice", has_text="Alone").tap()
    page.get_by_label("What did Seyi do?").fill(WORDS)


def test_without_a_network_the_words_stay_and_go_once_when_it_is_back(kemi: Page) -> None:
    record(kemi)
    context: BrowserContext = kemi.context
    context.set_offline(True)
    state = kemi.locator("[data-kept-words]")
    expect(state).to_contain_text("Kept on this page, no network")
    kemi.get_by_role("button", name="Save").tap()
    expect(state).to_contain_text("It is sent when the network is back")
    assert kemi.get_by_label("What did Seyi do?").input_value() == WORDS
    assert not InterventionEntry.objects.exists()
    assert WORDS not in kemi.evaluate("() => JSON.stringify([localStorage, sessionStorage])")
    context.set_offline(False)
    saved(kemi)
    assert [made.what_we_saw for made in InterventionEntry.objects.all()] == [WORDS]


def test_an_answer_that_was_lost_on_the_way_does_not_make_a_second_entry(kemi: Page) -> None:
    record(kemi)
    lost: list[str] = []

    def answer_is_lost(route: Any) -> None:
        route.fetch()
        lost.append(route.request.url)
        route.abort("internetdisconnected")

    kemi.route("**/entries/add/", answer_is_lost, times=1)
    kemi.get_by_role("button", name="Save").tap()
    expect(kemi.locator("[data-kept-words]")).to_contain_text("Kept on this page")
    assert len(lost) == InterventionEntry.objects.count() == 1
    kemi.get_by_role("button", name="Save").tap()
    saved(kemi)
    assert InterventionEntry.objects.count() == 1


def test_after_the_session_has_ended_the_words_stay_on_the_page(kemi: Page) -> None:
    record(kemi)
    kemi.context.clear_cookies()
    kemi.get_by_role("button", name="Save").tap()
    expect(kemi.locator("[data-kept-words]")).to_contain_text("Your words are still here")
    assert kemi.get_by_label("What did Seyi do?").input_value() == WORDS
    assert not InterventionEntry.objects.exists()


def test_what_is_to_be_put_right_is_said_with_the_words_still_there(kemi: Page) -> None:
    kemi.get_by_role("link", name="Record for Seyi").tap()
    kemi.get_by_label("What did Seyi do?").fill(WORDS)
    kemi.get_by_role("button", name="Save").tap()
    expect(kemi.locator(".error-summary")).to_contain_text("Say how much help there was")
    assert kemi.get_by_label("What did Seyi do?").input_value() == WORDS


@pytest.fixture
def desk(people: Cast, browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """Kemi at a computer with a keyboard, at the sheet of last week."""
    plan_begun_a_fortnight_ago(people)
    week = timezone.localdate() - timedelta(days=7)
    for page in watched_page(browser, live_server, DESK):
        sign_in(page.context, live_server, people.kemi)
        page.goto(f"{reverse('reviews:sheet', args=[people.seyi.pk])}?week={week.isoformat()}")
        yield page


def test_a_sheet_is_typed_in_without_a_mouse(desk: Page, people: Cast) -> None:
    assert accessibility_faults(desk) == []
    desk.get_by_label("Who").last.focus()
    keys_pressed = ("Tab", "Tab", "s", "Tab", "4 of 6", "Tab", "a", "Tab", "Tab", WORDS)
    for pressed in keys_pressed:
        desk.keyboard.press("Tab") if pressed == "Tab" else desk.keyboard.type(pressed)
    picture(desk, "sheet")
    while not desk.get_by_role("button", name="Save the sheet").evaluate(IS_FOCUSED):
        desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("One day of the sheet saved for Seyi")).to_be_visible()
    assert accessibility_faults(desk) == []
    made = InterventionEntry.objects.get()
    assert (made.what_we_saw, made.seen_by) == (WORDS, people.kemi)
    said = {row.line_key: (row.help_level, row.tries) for row in made.lines.all()}
    strategy, target = keys(in_force(people))
    assert said == {strategy: ("some", "4 of 6"), target: ("alone", "")}


def test_a_sheet_fits_the_narrowest_phone_with_every_box_named(kemi: Page, people: Cast) -> None:
    kemi.set_viewport_size({"width": 320, "height": 640})
    kemi.goto(reverse("reviews:sheet", args=[people.seyi.pk]))
    assert kemi.evaluate("document.documentElement.scrollWidth") == 320
    day = kemi.locator(".sheet tbody tr").first
    for name in ("Who", "Session", "Strategy 1", "Tries", "What we saw", "Not delivered"):
        expect(day.locator(".box-name", has_text=name).first).to_be_visible()
    assert accessibility_faults(kemi) == []
