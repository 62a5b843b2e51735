"""Sam prints this week's record sheets for everybody at once, with script and without (C8)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from children.models import AccessEvent
from tests.accounts.working import worked_off
from tests.documents.reading import text_of
from tests.journeys.conftest import (
    DESK,
    PHONE,
    accessibility_faults,
    picture,
    sign_in,
    watched_page,
)
from tests.people import Cast
from tests.plans import stories

PLAIN = PHONE | {"java_script_enabled": False}


@pytest.fixture
def sam(people: Cast, browser: Browser, live_server: LiveServer, way: Any) -> Iterator[Page]:
    stories.finalised(people)
    for page in watched_page(browser, live_server, way):
        sign_in(page.context, live_server, people.sam)
        yield page


@pytest.mark.parametrize("way", [DESK, PLAIN], ids=["desk", "phone without script"])
def test_everybody_is_ticked_looked_at_made_and_taken(
    sam: Page, people: Cast, way: dict[str, Any]
) -> None:
    main = sam.locator("main")
    sam.goto("/children/")
    sam.get_by_role("link", name="Tick everyone here").click()
    sam.get_by_role("button", name="Print for them").click()
    expect(main).to_contain_text("something to print of 1 of 2 children")
    expect(main).to_contain_text("No plan is in force, so there are no lines to write on.")
    picture(sam, "print-several")
    sam.get_by_role("button", name="Make the file").click()
    expect(main).to_contain_text("0 of 1")
    expect(main).to_contain_text("You can leave this page and come back")
    if way is DESK:
        assert not accessibility_faults(sam)
    picture(sam, "print-being-made")
    sam.goto("/children/several/")
    sam.get_by_role("link", name="Open").first.click()
    worked_off()
    expect(main).to_contain_text("The paper of one child is made", timeout=15_000)
    picture(sam, "print-made")
    with sam.expect_download() as taken:
        sam.get_by_role("link", name="Take the file to print").click()
    assert "Oluwaseyifunmi" in text_of(Path(taken.value.path()).read_bytes())
    assert "Oluwaseyifunmi" not in taken.value.suggested_filename
    read = AccessEvent.objects.of_child(people.seyi).values_list("page", flat=True)
    assert {"dashboards:print_several", "dashboards:batch_file"} <= set(read)
