"""Six browsers send one form fifty times each, at the same time: one entry is kept."""

import subprocess
import sys
from uuid import uuid4

import pytest

from tests.migrated import HOME, python

BROWSERS, TIMES = 6, 50
PREPARE = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from tests.people import cast
from tests.plans.stories import finalised
people, today = cast(), timezone.localdate()
finalised(people, today - timedelta(days=7))
print(people.seyi.pk, people.kemi.pk, today.isoformat())
"""
READ = """
import django; django.setup()
from reviews.models import EntryLine, InterventionEntry
print(InterventionEntry.objects.count(), EntryLine.objects.count(), InterventionEntry.history.count())
"""


def everybody_sends(
    env: dict[str, str], way: str, sender: str = "tests.faults.entry_sender", times: int = TIMES
) -> tuple[int, ...]:
    """(entries, lines, history rows) after all have finished."""
    child, member, today = python(env, "-c", PREPARE).split()
    command = [sys.executable, "-m", sender]
    more = [child, member, str(uuid4()), str(times), way, today]
    browsers = [subprocess.Popen([*command, *more], cwd=HOME, env=env) for _ in range(BROWSERS)]
    assert [browser.wait(timeout=180) for browser in browsers] == [0] * BROWSERS
    return tuple(int(n) for n in python(env, "-c", READ).split())


@pytest.mark.django_db
def test_three_hundred_sends_of_one_form_at_once_make_one_entry(database: dict[str, str]) -> None:
    assert everybody_sends(database, "careful") == (1, 2, 1)


@pytest.mark.django_db
def test_without_the_token_every_send_makes_an_entry(database: dict[str, str]) -> None:
    assert everybody_sends(database, "careless")[0] == BROWSERS * TIMES
