"""The addresses of a record sheet and of a printed map: whose they are, and that looking is noted."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Closure, Membership
from children.models import AccessEvent, AreaOfNeed, AttendedSession, Child, Session
from isp_portal.documents import queries
from isp_portal.documents.renderer import TookTooLong
from plans.models import GroupProvisionChild, GroupProvisionMap, GroupProvisionRow
from tests.documents.plans import finalised_plan
from tests.documents.reading import squeezed, text_of
from tests.people import STORY, Cast

pytestmark = pytest.mark.django_db
Browse = Callable[[Membership], Client]
MONDAY = date(2026, 11, 23)


@pytest.fixture
def sheet(people: Cast) -> str:
    """The address of Seyi's sheet, with a plan in force."""
    finalised_plan(people)
    return reverse("documents:record_sheet", args=[people.seyi.pk])


def group_map(people: Cast, *named: Child) -> GroupProvisionMap:
    found = GroupProvisionMap(
        setting=people.acorns,
        title="Autumn term",
        starts_on=date(2026, 9, 7),
        ends_on=date(2026, 12, 18),
    ).record(by=STORY)
    row = GroupProvisionRow(
        group_map=found,
        area=AreaOfNeed.COMMUNICATION,
        intervention="Talk and listen group",
        aim="Two words together",
        lead="Sam Whitlock",
        delivered_by="Kemi Adebayo",
        group_size=4,
        times_a_week=3,
        minutes=15,
        weeks=12,
        starts_on=date(2026, 9, 14),
        ends_on=date(2026, 12, 4),
        entry_measure="One word",
    ).record(by=STORY)
    for child in named:
        GroupProvisionChild(row=row, child=child, effect="Asks for milk").record(by=STORY)
    return found


def refuse_to_draw(*_: Any, **__: Any) -> None:
    raise TookTooLong("This paper was not ready after 20 seconds.")


def test_the_sheet_of_this_week_is_a_sealed_download_that_names_nobody(
    people: Cast, sheet: str, browse: Browse
) -> None:
    answer = browse(people.hannah).get(sheet)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="record-sheet-2026-11-23.pdf"'
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer["Cache-Control"] == "no-store"
    words = text_of(answer.content)
    for line in ("week of Mon 23 Nov 2026", "Strategy 2", "Target A", "for Plan 1, version 1"):
        assert squeezed(line) in words, line


@pytest.mark.parametrize(
    ("typed", "monday"),
    [
        ("4 Nov", "2026-11-02"),
        ("30/11/26", "2026-11-30"),
        ("2026-11-29", "2026-11-23"),
        ("next week some time", "2026-11-23"),
        ("", "2026-11-23"),
    ],
)
def test_the_week_is_the_one_that_was_typed_and_this_week_when_it_cannot_be_read(
    people: Cast, sheet: str, browse: Browse, typed: str, monday: str
) -> None:
    answer = browse(people.kemi).get(sheet, {"week": typed})
    assert f"record-sheet-{monday}.pdf" in answer["Content-Disposition"]


def test_days_away_and_days_closed_have_no_boxes(people: Cast, sheet: str) -> None:
    for weekday in (0, 2):
        AttendedSession(
            child=people.seyi, weekday=weekday, session=Session.MORNING, from_on=date(2026, 9, 1)
        ).record(by=STORY)
    Closure(
        setting=people.acorns,
        first_on=date(2026, 11, 25),
        last_on=date(2026, 11, 25),
        name="training day",
    ).record(by=STORY)
    made = queries.sheet_facts(people.seyi, MONDAY, MONDAY)
    assert made is not None
    assert [day.why_not for day in made.days] == [
        "",
        "not a day here",
        "closed: training day",
        "not a day here",
        "not a day here",
    ]
    assert [day.is_closed for day in made.days] == [False, False, True, False, False]


def test_a_pattern_that_has_ended_does_not_count(people: Cast, sheet: str) -> None:
    AttendedSession(
        child=people.seyi,
        weekday=0,
        session=Session.MORNING,
        from_on=date(2026, 9, 1),
        until_on=date(2026, 11, 20),
    ).record(by=STORY)
    made = queries.sheet_facts(people.seyi, MONDAY, MONDAY)
    assert made is not None
    assert {day.why_not for day in made.days} == {""}


def test_without_a_plan_the_page_says_that_there_is_no_sheet_yet(
    people: Cast, browse: Browse
) -> None:
    for name in ("record_sheet", "record_sheet_print"):
        answer = browse(people.kemi).get(reverse(f"documents:{name}", args=[people.seyi.pk]))
        assert answer.status_code == 200
        assert "No finalised plan yet" in answer.content.decode()


def test_when_no_pdf_can_be_made_the_sheet_opens_as_a_page_to_print(
    people: Cast, sheet: str, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("isp_portal.documents.renderer.Renderer.render", refuse_to_draw)
    answer = browse(people.kemi).get(sheet, {"week": "4 Nov"}, follow=True)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "week of Mon\xa02\xa0Nov\xa02026" in page
    assert "style-src 'self'" in answer["Content-Security-Policy"]


def test_who_printed_a_sheet_is_on_record(people: Cast, sheet: str, browse: Browse) -> None:
    browse(people.hannah).get(sheet)
    browse(people.hannah).get(reverse("documents:record_sheet_print", args=[people.seyi.pk]))
    assert AccessEvent.objects.of_child(people.seyi).count() == 2


def test_a_child_of_another_room_or_setting_has_no_sheet_here(
    people: Cast, sheet: str, browse: Browse
) -> None:
    assert browse(people.olga).get(sheet).status_code == 404
    assert browse(people.dele).get(sheet).status_code == 404
    assert not AccessEvent.objects.of_child(people.seyi).exists()


def test_a_printed_map_names_the_children_one_may_see_and_counts_the_others(
    people: Cast, browse: Browse
) -> None:
    address = reverse("documents:group_map", args=[group_map(people, people.seyi, people.zofia).pk])
    answer = browse(people.kemi).get(address)
    assert answer["Content-Disposition"] == 'attachment; filename="group-map-2026-09-07.pdf"'
    words = text_of(answer.content)
    assert squeezed("Adeyemi-Blackwood: Asks for milk and one child not in your care") in words
    assert "Zofia" not in words
    assert AccessEvent.objects.of_child(people.seyi).count() == 1
    assert not AccessEvent.objects.of_child(people.zofia).exists()
    everybody = text_of(browse(people.sam).get(address).content)
    assert "Zofia" in everybody
    assert "notinyourcare" not in everybody


def test_another_settings_map_is_not_there(people: Cast, browse: Browse) -> None:
    found = group_map(people, people.seyi)
    for name in ("group_map", "group_map_print"):
        address = reverse(f"documents:{name}", args=[found.pk])
        assert browse(people.olga).get(address).status_code == 404
    assert browse(people.hannah).get(address).status_code == 403


def test_when_no_pdf_can_be_made_the_map_opens_as_a_page_to_print(
    people: Cast, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("isp_portal.documents.renderer.Renderer.render", refuse_to_draw)
    address = reverse("documents:group_map", args=[group_map(people, people.seyi).pk])
    page = browse(people.sam).get(address, follow=True).content.decode()
    assert "Talk and listen group" in page


def test_more_lines_and_days_ask_for_no_more_queries(people: Cast, sheet: str) -> None:
    def count() -> int:
        child = Child.objects.select_related("setting", "room").get(pk=people.seyi.pk)
        with CaptureQueriesContext(connection) as caught:
            queries.sheet_facts(child, MONDAY, MONDAY)
        return len(caught)

    few = count()
    for weekday in range(5):
        AttendedSession(
            child=people.seyi, weekday=weekday, session=Session.MORNING, from_on=date(2026, 9, 1)
        ).record(by=STORY)
    assert count() == few


@pytest.mark.parametrize("name", ["kemi", "sam"])
def test_the_pages_lead_to_what_can_be_printed(
    people: Cast, sheet: str, browse: Browse, name: str
) -> None:
    member = getattr(people, name)
    record = browse(member).get(reverse("reviews:record", args=[people.seyi.pk]))
    assert sheet in record.content.decode()
    found = group_map(people, people.seyi)
    page = browse(member).get(reverse("plans:group_map", args=[found.pk])).content.decode()
    assert reverse("documents:group_map", args=[found.pk]) in page
