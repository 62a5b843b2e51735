"""The nightly check and the weekly email hold some hundreds of children at a time, however many there are."""

import gc
import tracemalloc
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.management import call_command

from children.models import Child
from isp_portal.bench.crowd import make_crowd
from plans.actions import decision

AT_A_TIME, OF_A_SETTING = 10, 20
"""One part is read while the one before is let go, so two parts are the least to compare with."""
MORE = 5
"""So many times as many settings, and with them children."""
GROWS_AT_MOST = 2.5
"""Rows that were kept would make it five times as much. Some grows all the same, and ends: Python's
own table of the names it has looked up fills."""


def peak_of(does: Callable[[], object]) -> int:
    """The most bytes that were held at once, beyond what was held before.

    What nobody holds any more is let go early, so that it is not counted as held.
    """
    usual = gc.get_threshold()
    gc.collect()
    gc.set_threshold(100, 1, 1)
    tracemalloc.start()
    try:
        does()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.set_threshold(*usual)


def settings_made(names: str) -> None:
    for name in names:
        make_crowd(OF_A_SETTING, f"Setting {name}")


def growth(does: Callable[[int], object]) -> float:
    """How many times as much is held for five times as many children. `does` is told which turn it
    is: what a first turn writes down is not measured."""
    settings_made("A")
    does(0)
    few = peak_of(lambda: does(1))
    settings_made("BCDE")
    assert Child.objects.count() == MORE * OF_A_SETTING
    does(2)
    return peak_of(lambda: does(3)) / few


def check_of_a_night(turn: int) -> None:
    call_command("decide_requirements")


def emails_of_a_week(turn: int) -> None:
    call_command("send_due_digest", "--on", f"{date(2026, 11, 23) + timedelta(weeks=turn)}")


@pytest.fixture(autouse=True)
def _few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decision, "CHILDREN_AT_A_TIME", AT_A_TIME)


def test_the_nightly_check_holds_no_more_for_five_times_as_many_children(db: None) -> None:
    assert growth(check_of_a_night) < GROWS_AT_MOST


def test_the_weekly_email_holds_no_more_for_five_times_as_many_settings(db: None) -> None:
    assert growth(emails_of_a_week) < GROWS_AT_MOST


def test_a_check_of_all_children_at_once_would_be_noticed(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the first: without its limit it holds what every child takes."""
    monkeypatch.setattr(decision, "CHILDREN_AT_A_TIME", 10_000)
    assert growth(check_of_a_night) > GROWS_AT_MOST
