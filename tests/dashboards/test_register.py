"""The register: children found, narrowed and sorted in the database, for whoever may see them."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from children.models import LevelRecord
from tests.people import STORY, Cast
from tests.plans import stories
from tests.reviews.given import entry, plan_now

Browse = Callable[..., Client]
SEYI, ZOFIA = "Seyi Adeyemi-Blackwood", "Zofia Wiśniewska-Dąbrowska"


def page(browser: Client, query: str = "") -> str:
    answer = browser.get(f"/children/?{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def named(text: str) -> list[str]:
    """The children of the rows, in their order."""
    places = {name: text.find(f">{name}</a>") for name in (SEYI, ZOFIA)}
    return [name for name, at in sorted(places.items(), key=lambda item: item[1]) if at >= 0]


@pytest.mark.parametrize(
    "typed", ["wisniewska", "ZOFIA dabrowska", "Wiśniewska-Dąbrowska", "dąbrowska zof"]
)
def test_a_name_is_found_without_its_accents(people: Cast, browse: Browse, typed: str) -> None:
    assert named(page(browse(people.sam), f"q={typed}")) == [ZOFIA]


def test_zoe_finds_a_child_who_is_renamed_zoe_with_its_dots(people: Cast, browse: Browse) -> None:
    people.zofia.preferred_name = "Zoë"
    people.zofia.record(by=STORY)
    assert "Zoë Wiśniewska-Dąbrowska" in page(browse(people.sam), "q=zoe")
    assert "Nobody found" in page(browse(people.sam), "q=zoe+blackwood")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("level=GR2", [ZOFIA]),
        ("area=communication", [SEYI, ZOFIA]),
        ("area=semh", []),
        ("stage=preschool", [SEYI, ZOFIA]),
        ("stage=reception", []),
        ("plan=in-force", [SEYI]),
        ("plan=none", [ZOFIA]),
        ("plan=being-written", []),
        ("review=in-window", [SEYI]),
        ("review=overdue", []),
        ("review=running", []),
        ("sort=room", [ZOFIA, SEYI]),
        ("sort=review", [SEYI, ZOFIA]),
        ("sort=entry", [ZOFIA, SEYI]),
        ("sort=age", [ZOFIA, SEYI]),
    ],
)
def test_the_register_is_narrowed_and_sorted(
    people: Cast, browse: Browse, query: str, found: list[str]
) -> None:
    LevelRecord(child=people.zofia, level="GR2", from_on=date(2026, 9, 1)).record(by=STORY)
    plan_now(people)
    entry(people)
    assert named(page(browse(people.sam), query)) == found


def test_a_row_says_level_sen_code_needs_review_and_last_entry(
    people: Cast, browse: Browse
) -> None:
    LevelRecord(child=people.seyi, level="GR1", from_on=date(2026, 9, 1)).record(by=STORY)
    plan_now(people)
    entry(people)
    text = page(browse(people.kemi))
    for said in ("GR1 · K", "Communication and interaction", "7 days left", "Mon 23 Nov"):
        assert said in text


def test_a_plan_being_written_is_found_as_such(people: Cast, browse: Browse) -> None:
    stories.draft(people)
    assert named(page(browse(people.sam), "plan=being-written")) == [SEYI]


def test_a_practitioner_is_asked_and_told_nothing_of_cases(people: Cast, browse: Browse) -> None:
    plan_now(people)
    text = page(browse(people.hannah), "plan=none&level=GR1&sort=review")
    assert named(text) == [SEYI]
    for said in ("Last entry", "Area of need", 'name="plan"', "days left"):
        assert said not in text


def test_a_room_of_another_setting_shows_everybody_and_says_so(
    people: Cast, browse: Browse
) -> None:
    text = page(browse(people.sam), f"room={people.bilal.room_id}")
    assert "That is no room of yours, so every room is shown." in text
    assert named(text) == [SEYI, ZOFIA]
    assert "Owls" not in text


@pytest.mark.parametrize(
    "query", ["q=%00%25_", "page=x", "sort=x&plan=x&review=x", "q=" + "a" * 300]
)
def test_nonsense_is_answered_with_a_page(people: Cast, browse: Browse, query: str) -> None:
    page(browse(people.sam), query)
