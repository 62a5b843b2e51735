"""The review window (C4) against an independent oracle, and on servers that stand elsewhere."""

import os
import random
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from reviews.rules import Calendar, Moved, ReviewRules, review_window
from tests.rules.test_window import by_ticking_days

HOME = Path(__file__).resolve().parent.parent.parent
CASES = 100_000

AT_HALF_PAST_MIDNIGHT_IN_LONDON = """
import tests.environment, django, time_machine
from datetime import UTC, date, datetime
django.setup()
from django.utils import timezone
from reviews.rules import Calendar, due_state, review_window
window = review_window(date(2026, 9, 7), Calendar(frozenset(range(5))))
for day in (17, 18):
    with time_machine.travel(datetime(2026, 10, day, 23, 30, tzinfo=UTC), tick=False):
        print(window.opens_on, window.due_on, due_state(window, timezone.localdate()).name)
"""


@pytest.mark.parametrize(
    "zone", ["UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Europe/London"]
)
def test_the_window_opens_at_midnight_in_england_wherever_the_server_stands(zone: str) -> None:
    env = {**os.environ, "TZ": zone}
    command = [sys.executable, "-c", AT_HALF_PAST_MIDNIGHT_IN_LONDON]
    said = subprocess.run(command, cwd=HOME, env=env, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines() == [
        "2026-10-19 2026-11-02 RUNNING",
        "2026-10-19 2026-11-02 IN_WINDOW",
    ]


def any_case(luck: random.Random) -> tuple[date, set[int], list[tuple[date, date]], ReviewRules]:
    start = date(2024, 1, 1) + timedelta(days=luck.randrange(2000))
    weekdays = set(luck.sample(range(7), luck.randint(1, 7)))
    closures = []
    for _ in range(luck.randint(0, 5)):
        first = start + timedelta(days=luck.randint(-20, 120))
        length = luck.choice((0, 0, 4, 14, 40, luck.randint(0, 120)))
        closures.append((first, first + timedelta(days=length)))
    rules = luck.choice(
        (ReviewRules(), ReviewRules(), ReviewRules(42, 7, 4), ReviewRules(84, 21, 8))
    )
    return start, weekdays, closures, rules


def test_a_hundred_thousand_windows_are_those_found_by_ticking_days_off() -> None:
    luck = random.Random(20261123)
    moved = dict.fromkeys(Moved, 0)
    for number in range(CASES):
        start, weekdays, closures, rules = any_case(luck)
        window = review_window(start, Calendar(frozenset(weekdays), tuple(closures)), rules)
        found = (window.due_on, window.moved.name.split("_")[0])
        assert found == by_ticking_days(start, weekdays, closures, rules), number
        assert window.opens_on + timedelta(days=rules.window_days) == window.due_on, number
        moved[window.moved] += 1
    assert min(moved.values()) > CASES / 20, moved
