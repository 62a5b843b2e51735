"""The setting's year: bank holidays by one button, terms, and a year copied and confirmed."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from accounts.actions import add_bank_holidays, add_closures
from accounts.models import Closure
from accounts.rules.school_year import NamedDays
from tests.people import STORY, Cast

Browse = Callable[..., Client]
CALENDAR = "/account/setting/calendar/"
TERMS, COPY, CONFIRM = f"{CALENDAR}terms/", f"{CALENDAR}copy/", f"{CALENDAR}confirm/"
HOLIDAYS = f"{CALENDAR}bank-holidays/"


def closed(people: Cast, first_on: date, last_on: date, name: str = "Christmas") -> Closure:
    return Closure(setting=people.acorns, first_on=first_on, last_on=last_on, name=name).record(
        by=STORY
    )


def rows(people: Cast) -> list[tuple[str, str, str]]:
    found = Closure.objects.filter(setting=people.acorns).order_by("first_on")
    return [(row.name, str(row.first_on), str(row.last_on)) for row in found]


def confirmation(*proposals: tuple[str, str, str], **more: object) -> dict[str, Any]:
    sent: dict[str, Any] = {
        "form-TOTAL_FORMS": len(proposals),
        "form-INITIAL_FORMS": len(proposals),
    }
    for number, (name, first, last) in enumerate(proposals):
        sent[f"form-{number}-take"] = "on"
        sent[f"form-{number}-name"] = name
        sent[f"form-{number}-first_on"] = first
        sent[f"form-{number}-last_on"] = last
    return {**sent, **more}


def test_bank_holidays_are_added_by_one_button_and_twice_is_once(
    people: Cast, browse: Browse
) -> None:
    ruth = browse(people.ruth)
    for _ in range(2):
        assert ruth.post(HOLIDAYS, {"year": 2026}).status_code == 302
    days = "2026-12-25 2026-12-28 2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30"
    assert [(first, last) for _, first, last in rows(people)] == [(on, on) for on in days.split()]
    assert rows(people)[3][0] == "Good Friday"


def test_a_day_that_is_closed_already_keeps_its_name(people: Cast) -> None:
    closed(people, date(2026, 12, 21), date(2027, 1, 4))
    closed(people, date(2027, 5, 3), date(2027, 5, 3), "May fair")
    add_bank_holidays(setting=people.acorns, year=2026, by=STORY)
    names = [name for name, _, _ in rows(people)]
    assert names == [
        *("Christmas", "Good Friday", "Easter Monday", "May fair"),
        *("Spring Bank Holiday", "Late Summer Bank Holiday"),
    ]


def test_a_bank_holiday_on_a_day_the_setting_never_opens_is_not_added(people: Cast) -> None:
    people.acorns.open_weekdays = [1, 2]
    people.acorns.record(by=STORY)
    add_bank_holidays(setting=people.acorns, year=2026, by=STORY)
    assert rows(people) == []


@pytest.mark.parametrize("year", ["", "nonsense", "1066", "99999"])
def test_a_year_that_cannot_be_read_adds_nothing(people: Cast, browse: Browse, year: str) -> None:
    assert browse(people.ruth).post(HOLIDAYS, {"year": year}).status_code == 200
    assert browse(people.ruth).get(f"{CALENDAR}?year={year}").status_code == 200
    assert rows(people) == []


def test_the_year_is_told_part_by_part_with_its_open_days(people: Cast, browse: Browse) -> None:
    closed(people, date(2026, 12, 21), date(2027, 1, 4))
    closed(people, date(2026, 12, 28), date(2026, 12, 28), "Boxing Day")
    page = browse(people.ruth).get(CALENDAR).content.decode()
    assert "Calendar 2026 to 2027" in page
    assert "Tue 1 Sep to Fri 18 Dec" in page
    assert "79 days" in page
    assert "These overlap. Each day counts once." in page
    other = browse(people.ruth).get(f"{CALENDAR}?year=2027").content.decode()
    assert "These overlap" not in other
    assert "No closed days in this year" in other


def test_term_dates_become_the_closures_between_them_once_confirmed(
    people: Cast, browse: Browse
) -> None:
    ruth = browse(people.ruth)
    terms = {
        "first_0": "7 9 26",
        "last_0": "23 10 26",
        "first_1": "2 11 26",
        "last_1": "18 12 26",
        "back_on": "5 1 27",
    }
    page = ruth.post(TERMS, terms).content.decode()
    assert 'value="Autumn half term"' in page
    assert 'value="24 Oct 2026"' in page
    assert 'value="19 Dec 2026"' in page
    assert rows(people) == []
    sent = confirmation(
        ("Half term", "24 Oct 2026", "1 Nov 2026"), ("Christmas", "19 12 26", "4 1 27")
    )
    for _ in range(2):
        assert ruth.post(CONFIRM, sent).status_code == 302
    assert rows(people) == [
        ("Half term", "2026-10-24", "2026-11-01"),
        ("Christmas", "2026-12-19", "2027-01-04"),
    ]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Write down at least one half term"),
        ({"first_0": "7 9 26"}, "Say the last day as well"),
        ({"last_0": "7 9 26"}, "Say the first day as well"),
        ({"first_0": "7 9 26", "last_0": "6 9 26"}, "The last day is before the first"),
        ({"first_0": "32 9 26", "last_0": "23 10 26"}, "32 9 26 is not a date"),
        (
            {"first_0": "7 9 26", "last_0": "23 10 26", "back_on": "1 9 26"},
            "A term begins before the one before it has ended.",
        ),
    ],
)
def test_term_dates_that_cannot_be_are_explained_and_stay_on_the_page(
    people: Cast, browse: Browse, sent: dict[str, str], sentence: str
) -> None:
    page = browse(people.ruth).post(TERMS, sent).content.decode()
    assert sentence in page
    assert all(f'value="{typed}"' in page for typed in sent.values())


def test_last_year_is_copied_52_weeks_on_and_only_what_is_ticked(
    people: Cast, browse: Browse
) -> None:
    closed(people, date(2025, 12, 22), date(2026, 1, 2))
    closed(people, date(2026, 4, 3), date(2026, 4, 3), "Good Friday")
    ruth = browse(people.ruth)
    page = ruth.get(f"{COPY}?year=2026").content.decode()
    assert 'value="21 Dec 2026"' in page
    assert "Mon 21 Dec to Fri 1 Jan" in page
    assert "Good Friday" not in page
    sent = confirmation(("Christmas", "21 12 26", "4 1 27"), ("Snow", "", ""))
    del sent["form-1-take"]
    assert ruth.post(CONFIRM, sent).status_code == 302
    assert rows(people)[2:] == [("Christmas", "2026-12-21", "2027-01-04")]
    assert "Nothing to add" in ruth.get(f"{COPY}?year=2026").content.decode()


def test_a_proposal_that_cannot_be_is_explained_and_nothing_is_added(
    people: Cast, browse: Browse
) -> None:
    sent = confirmation(("Christmas", "21 12 26", "4 1 27"), ("Easter", "9 4 27", "26 3 27"))
    page = browse(people.ruth).post(CONFIRM, sent).content.decode()
    assert "The last day closed is before the first" in page
    assert 'value="9 4 27"' in page
    assert rows(people) == []


def test_more_closures_than_a_year_can_hold_are_not_taken(people: Cast, browse: Browse) -> None:
    sent = confirmation(("Christmas", "21 12 26", "4 1 27"), **{"form-TOTAL_FORMS": 100_000})
    assert browse(people.ruth).post(CONFIRM, sent).status_code == 200
    assert rows(people) == []


def test_a_year_is_written_with_who_and_why(people: Cast) -> None:
    days = NamedDays("Christmas", date(2026, 12, 21), date(2027, 1, 4))
    (row,) = add_closures(setting=people.acorns, closures=[days, days], by=people.ruth.as_actor())
    kept = row.history.latest()
    assert (kept.actor_label, kept.history_change_reason) == (
        "Ruth Lindqvist",
        "Added with the year",
    )


def test_another_settings_closures_are_neither_shown_nor_copied(
    people: Cast, browse: Browse
) -> None:
    for year in (2025, 2026):
        Closure(
            setting=people.oaks,
            first_on=date(year, 12, 21),
            last_on=date(year, 12, 31),
            name="Oaks at Christmas",
        ).record(by=STORY)
    for address in (CALENDAR, COPY):
        assert "Oaks at Christmas" not in browse(people.ruth).get(address).content.decode()
