"""A SENCO who never did it before brings in 300 children as three nursery systems export them.

The rows that are wrong are explained; she leaves them out or mends them; the children come in while
she watches, she finds them in the register, and takes the whole of it back.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.actions.batches import work_due
from accounts.models import Batch
from children.models import Child
from tests.children.registers import SHAPES, children
from tests.journeys.conftest import (
    DESK,
    PHONE,
    accessibility_faults,
    picture,
    sign_in,
    watched_page,
)
from tests.people import Cast

PLAIN = {"java_script_enabled": False}
WAYS: dict[str, dict[str, Any]] = {
    "one column per day": DESK,
    "name in one column": DESK | PLAIN,
    "two contacts per row": PHONE | PLAIN,
}
MENDS = "name in one column"
"""The other two leave the wrong rows out."""


@pytest.fixture
def sam(people: Cast, browser: Browser, live_server: LiveServer, way: Any) -> Iterator[Page]:
    for page in watched_page(browser, live_server, way):
        sign_in(page.context, live_server, people.sam)
        yield page


def with_wrong_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same children, one of them twice, one without a name, one born long ago."""
    nobody = {**rows[7], "first": "", "last": ""}
    long_ago = {**rows[8], "first": "Gwendolen", "born": date(1989, 4, 3)}
    return [*rows, {**rows[0]}, nobody, long_ago]


def choose(page: Page, sent: bytes) -> None:
    """From the register to the dry run of this file."""
    page.goto("/children/")
    page.get_by_role("link", name="Bring in from a file").click()
    file = {"name": "children.csv", "mimeType": "text/csv", "buffer": sent}
    page.get_by_label("File").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What the columns hold")
    look(page, "register-columns")
    page.get_by_role("button", name="Check the rows").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("would be added")


def look(page: Page, name: str) -> None:
    picture(page, name)
    wide = page.locator("html").evaluate("html => html.scrollWidth - html.clientWidth")
    assert wide <= 0, f"{name} is wider than the screen"


def at_acorns() -> int:
    return Child.objects.active().filter(setting__name="Acorns Nursery").count()


def the_worker_works() -> None:
    while Batch.objects.waiting().exists():
        work_due()


@pytest.mark.parametrize(("shape", "way"), WAYS.items(), ids=list(WAYS))
def test_three_hundred_children_come_in_are_found_and_are_taken_back(shape: str, sam: Page) -> None:
    rows = children(300)
    before = at_acorns()
    choose(sam, SHAPES[shape](with_wrong_rows(rows)))
    said = sam.locator("main")
    expect(sam.get_by_role("heading", level=1)).to_have_text("300 children would be added")
    for words in (
        "There is no name.",
        "more than 12 years ago",
        "has the same name and birth date",
    ):
        expect(said).to_contain_text(words)
    look(sam, "register-dry-run")
    sam.get_by_role("button", name="Add 300 children").click()
    expect(sam.locator(".error-summary")).to_contain_text("Some rows have mistakes")
    if shape == MENDS:
        sam.get_by_role("button", name="Give this file up").click()
        choose(sam, SHAPES[shape](rows))
        expect(said).to_contain_text("No row has a mistake")
    else:
        sam.get_by_label("Leave the 2 rows with mistakes out").check()
    sam.get_by_role("button", name="Add 300 children").click()
    expect(sam.get_by_role("heading", level=1)).to_have_text("The children are being added")
    expect(said).to_contain_text("0 of 300")
    look(sam, "register-being-added")
    the_worker_works()
    expect(sam.get_by_role("heading", level=1)).to_have_text("300 children came in", timeout=15_000)
    look(sam, "register-came-in")
    sam.get_by_role("link", name="See all children").click()
    expect(said).to_contain_text(f"{before + 300} children in your care")
    sam.goto("/children/?q=zoe")
    expect(sam.locator("tbody th a", has_text="Zoë").first).to_be_visible()
    sam.goto("/children/import/")
    sam.get_by_role("link", name="See the children of children.csv").click()
    sam.get_by_role("button", name="Undo this import").click()
    expect(sam.get_by_role("heading", level=1)).to_have_text("The children are being taken back")
    expect(said).to_contain_text("0 of 300")
    look(sam, "register-being-taken-back")
    the_worker_works()
    heading = sam.get_by_role("heading", level=1)
    expect(heading).to_have_text("children.csv was taken back", timeout=15_000)
    look(sam, "register-taken-back")
    sam.goto("/children/?q=zoe")
    expect(said).to_contain_text("Nobody found")
    assert at_acorns() == before


@pytest.mark.parametrize("way", [DESK], ids=["desk"])
def test_every_page_of_an_import_is_for_everyone(sam: Page) -> None:
    choose(sam, SHAPES["one column per day"](with_wrong_rows(children(20))))
    assert not list(accessibility_faults(sam))
    sam.get_by_label("Leave the 2 rows with mistakes out").check()
    sam.get_by_role("button", name="Add 20 children").click()
    expect(sam.locator("main")).to_contain_text("0 of 20")
    assert not list(accessibility_faults(sam))
    the_worker_works()
    expect(sam.get_by_role("heading", level=1)).to_have_text("20 children came in")
    assert not list(accessibility_faults(sam))
