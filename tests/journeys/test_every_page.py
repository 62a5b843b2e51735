"""Every page there is, on a computer and on the smallest screen: whole, in order and for everyone.

One heading of the first rank, nothing wider than the screen, nothing that axe finds, nothing said
in the browser's console. Sam opens what a SENCO may open, Ruth the rest.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from accounts.rules.roles import ROLE_PERMISSIONS, Permission, Role
from tests.doors.objects import ids_for
from tests.doors.review_objects import ONCE_BEGUN
from tests.doors.table import DOORS, Door
from tests.doors.test_doors import ours
from tests.journeys.conftest import DESK, accessibility_faults, picture, sign_in, watched_page
from tests.people import STORY, Cast

WIDTHS = (1280, 320)
THE_PAPER_ITSELF = {
    *("documents:print_view", "documents:minutes_print", "documents:file"),
    "documents:parents_page_print",
    *("documents:record_sheet", "documents:record_sheet_print"),
    *("documents:group_map", "documents:group_map_print"),
    *("reviews:review_calendar_file", "agencies:report_file", "dashboards:feed"),
    "dashboards:due_file",
    "dashboards:batch_file",
    *("dashboards:children_file", "agencies:consent_file", "documents:agency_letter_file"),
    "sharing:signed_paper",
}
PART_OF_A_PAGE = {"plans:bank_shelf"}
"""Fetched into a page that is there: the editor is looked at with it."""
ONLY_PRESSED = {
    *("accounts:lock", "accounts:switch", "accounts:come_back", "accounts:end_sessions"),
    *("accounts:forget_second_step", "accounts:closure_remove"),
    *("accounts:invitation_send_again", "accounts:invitation_withdraw"),
    *("agencies:end", "agencies:bring_back", "children:room_close", "children:room_open"),
    *("plans:group_map_end", "plans:group_row_remove"),
}
"""Buttons of other pages, which have no page of their own."""
PAGES = [
    door
    for door in DOORS
    if door.is_page and door.name not in THE_PAPER_ITSELF | PART_OF_A_PAGE | ONLY_PRESSED
]
COPY = [
    door for door in PAGES if door.name == "documents:document" or door.name.startswith("sharing:")
]
MINUTES = [
    door
    for door in PAGES
    if door.name.startswith("documents:") and "review_id" in ours()[door.name].ids
]
COPIES = [
    door for door in PAGES if door.name.startswith("documents:") and door not in COPY + MINUTES
]
BEGUN = [door for door in PAGES if door.name in ONCE_BEGUN or "action_id" in ours()[door.name].ids]
PLANNED = [
    door
    for door in PAGES
    if door.name.startswith("reviews:")
    and "review_id" in ours()[door.name].ids
    and door not in BEGUN
]
ENTRIES = sorted(
    (d for d in PAGES if d.name.startswith("reviews:") and d not in BEGUN + PLANNED),
    key=lambda door: "entry_id" not in ours()[door.name].ids,
)
REST = [door for door in PAGES if door not in COPY + COPIES + MINUTES + BEGUN + PLANNED + ENTRIES]
WORLDS = {
    "rest": REST,
    "copies": COPIES,
    "copy": COPY,
    "minutes": MINUTES,
    "begun": BEGUN,
    "planned": PLANNED,
    "entries": ENTRIES,
}
"""Worlds apart: a draft, a finalised plan, one of which a copy was issued, one whose review is
finalised, one whose review is held, one whose review is planned, one with an entry."""


def reader_of(door: Door) -> str:
    """Sam where a SENCO may come in, else Ruth; an invitation is opened by nobody yet."""
    if door.name == "accounts:invitation":
        return "nobody"
    if door.permission in ("open", "signed_in"):
        return "sam"
    return "sam" if Permission[door.permission] in ROLE_PERMISSIONS[Role.SENCO] else "ruth"


class Walk:
    """One world in which each thing is made once, and the pages of its readers."""

    def __init__(self, people: Cast, readers: dict[str, Page]) -> None:
        self.people, self.readers = people, readers
        self.made: dict[str, Any] = {}
        self.faults: list[str] = []

    def address(self, door: Door) -> str:
        asked = ours()[door.name].ids
        for key in asked:
            if key not in self.made:
                self.made |= ids_for(self.people, door.name, (key,))
        return reverse(door.name, kwargs={key: self.made[key] for key in asked})

    def look_at(self, door: Door) -> None:
        page = self.readers[reader_of(door)]
        page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        answer = page.goto(self.address(door))
        if answer is None or answer.status != 200:
            self.faults.append(f"{door.name}: {answer and answer.status}")
            return
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            picture(page, door.name.replace(":", "-"))
            self.faults += [f"{door.name} at {width}: {fault}" for fault in faults_of(page, width)]


def faults_of(page: Page, width: int) -> Iterator[str]:
    headings = page.locator("h1").count()
    if headings != 1:
        yield f"{headings} headings of the first rank"
    wide = page.evaluate("() => document.documentElement.scrollWidth")
    if wide > width:
        yield f"{wide} wide"
    yield from accessibility_faults(page)


@pytest.fixture
def walk(monday: None, people: Cast, browser: Browser, live_server: LiveServer) -> Iterator[Walk]:
    """On the Monday of the stories, whatever day it is: what they made stays in its window."""
    opened = {name: watched_page(browser, live_server, DESK) for name in ("sam", "ruth", "nobody")}
    readers = {name: next(pages) for name, pages in opened.items()}
    people.acorns.may_email_copies = True
    people.acorns.record(by=STORY, why="So that its page has its form")
    sign_in(readers["sam"].context, live_server, people.sam)
    sign_in(readers["ruth"].context, live_server, people.ruth)
    yield Walk(people, readers)
    for pages in opened.values():
        next(pages, None)


@pytest.mark.parametrize("doors", WORLDS.values(), ids=WORLDS)
def test_every_page_is_whole_on_a_computer_and_on_the_smallest_screen(
    walk: Walk, doors: list[Door]
) -> None:
    for door in doors:
        walk.look_at(door)
    assert walk.faults == []


def test_a_page_with_two_headings_or_too_wide_would_be_found(walk: Walk) -> None:
    page = walk.readers["sam"]
    page.goto("/guidance/")
    page.evaluate("() => document.querySelector('h1').after(document.createElement('h1'))")
    page.evaluate("() => { document.querySelector('main').style.width = '3000px' }")
    assert "2 headings of the first rank" in set(faults_of(page, 1280))
    assert any(fault.endswith(" wide") for fault in faults_of(page, 1280))
