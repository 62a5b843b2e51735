"""From the records to the inputs: who is involved, what is current, what a group map covers."""

from datetime import date, timedelta
from itertools import permutations

import pytest

from agencies.rules.reports import ReportHeld, current_reports
from plans.rules.inputs import (
    GroupMapCover,
    Involved,
    agency_involved,
    group_map_cover,
    received,
    reports_of_discharged,
    to_ask_for_strategies,
)
from plans.rules.requirement import Received

TODAY = date(2026, 11, 23)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
LAST_YEAR = date(2025, 3, 2)


def report(agency: str, dated_on: date = YESTERDAY, holds: str = "", **more: date) -> ReportHeld:
    received_on = more.get("received_on", TODAY)
    return ReportHeld(agency, dated_on, received_on, "strategies" in holds, "targets" in holds)


@pytest.mark.parametrize(
    ("first_seen_on", "discharged_on", "involved"),
    [
        (None, None, False),
        (TODAY, None, True),
        (TOMORROW, None, False),
        (LAST_YEAR, TODAY, False),
        (LAST_YEAR, TOMORROW, True),
        (None, TOMORROW, False),
    ],
)
def test_an_agency_is_involved_from_the_day_it_has_seen_the_child_until_it_discharges(
    first_seen_on: date | None, discharged_on: date | None, involved: bool
) -> None:
    records = [Involved("therapy", first_seen_on, discharged_on)]
    assert agency_involved(records, [], TODAY) is involved


def test_a_waiting_list_is_not_involvement_but_a_current_report_is() -> None:
    waiting = [Involved("therapy", None, None)]
    assert agency_involved(waiting, [], TODAY) is False
    assert agency_involved(waiting, [report("paediatrics")], TODAY) is True
    assert agency_involved([*waiting, Involved("vision", TODAY, None)], [], TODAY) is True


def test_only_the_latest_dated_report_of_each_agency_is_current() -> None:
    old = report("therapy", LAST_YEAR, "targets")
    new, other = report("therapy", YESTERDAY, "strategies"), report("vision", LAST_YEAR)
    for listed in permutations([old, new, other]):
        assert set(current_reports(listed, TODAY)) == {new, other}


def test_a_report_counts_from_the_day_it_is_received() -> None:
    old = report("therapy", LAST_YEAR)
    not_here_yet = report("therapy", YESTERDAY, received_on=TOMORROW)
    assert current_reports([old, not_here_yet], TODAY) == (old,)
    assert current_reports([old, not_here_yet], TOMORROW) == (not_here_yet,)


def test_of_two_reports_of_one_date_the_last_received_is_current() -> None:
    first = report("therapy", holds="targets", received_on=YESTERDAY)
    second = report("therapy", holds="strategies")
    assert current_reports([second, first], TODAY) == (second,)


@pytest.mark.parametrize(
    ("holds", "together"),
    [
        ([], Received.NOTHING),
        ([""], Received.NOTHING),
        (["strategies", ""], Received.STRATEGIES),
        (["strategies", "targets"], Received.TARGETS),
        (["strategies and targets"], Received.TARGETS),
    ],
)
def test_one_current_report_with_targets_makes_it_targets(
    holds: list[str], together: Received
) -> None:
    assert received([report(str(n), holds=text) for n, text in enumerate(holds)]) is together


def test_a_report_that_holds_neither_is_followed_by_asking_for_strategies() -> None:
    current = [report("a"), report("b", holds="strategies"), report("c", holds="targets")]
    assert to_ask_for_strategies(current) == ("a",)


def test_a_current_report_of_an_agency_that_discharged_the_child_is_found() -> None:
    current = [report("gone"), report("back"), report("here"), report("leaving")]
    involvements = [
        Involved("gone", LAST_YEAR, TODAY),
        Involved("back", LAST_YEAR, YESTERDAY),
        Involved("back", TODAY, None),
        Involved("here", LAST_YEAR, None),
        Involved("leaving", LAST_YEAR, TOMORROW),
    ]
    assert reports_of_discharged(involvements, current, TODAY) == (current[0],)


@pytest.mark.parametrize(
    ("areas", "live", "cover"),
    [
        (["social"], ["social"], GroupMapCover.FULLY),
        (["social"], ["social", "physical"], GroupMapCover.FULLY),
        (["social", "physical"], ["social", "social"], GroupMapCover.PARTLY),
        (["social"], ["physical"], GroupMapCover.NONE),
        (["social"], [], GroupMapCover.NONE),
        ([], ["social"], GroupMapCover.NONE),
        ([], [], GroupMapCover.NONE),
    ],
)
def test_a_group_map_covers_only_when_every_recorded_area_has_a_live_row(
    areas: list[str], live: list[str], cover: GroupMapCover
) -> None:
    assert group_map_cover(areas, live) is cover
