"""Eight people write one review at the same time, and six press Finish: nothing lost or doubled."""

import subprocess
import sys

import pytest

from tests.faults.test_editors import EDITORS
from tests.migrated import HOME, python

PREPARE = """
import django; django.setup()
import time_machine
from tests.people import cast
from tests.reviews.whole import SMALLER, whole
with time_machine.travel("2026-11-23T10:00:00Z"):
    print(whole(cast(), target={**SMALLER, "why": ""}, child_view="").pk)
"""
WORDS = """
import django; django.setup()
from reviews.models import LineVerdict, Review
row = LineVerdict.objects.get(target__isnull=False)
print(len(row.why.split()), row.history.count(), len(Review.objects.get().child_view.split()))
"""
AFTER = """
import django; django.setup()
from plans.models import Cycle, Strategy, SupportPlan, Target
from reviews.models import Review
print(Cycle.objects.count(), SupportPlan.objects.count(), Strategy.objects.count(),
      Target.objects.count(), Review.objects.count(),
      Review.history.filter(history_change_reason="Finalised").count())
"""
TIMES, BROWSERS, PRESSES = 5, 6, 50


def together(
    env: dict[str, str], people: int, times: int, way: str, prepare: str = PREPARE
) -> None:
    review = python(env, "-c", prepare)
    command = [sys.executable, "-m", "tests.faults.review_editors", review]
    running = [
        subprocess.Popen([*command, str(n), str(times), way], cwd=HOME, env=env)
        for n in range(people)
    ]
    assert [one.wait(timeout=240) for one in running] == [0] * people


@pytest.mark.django_db
def test_eight_people_on_one_review_lose_no_word(database: dict[str, str]) -> None:
    together(database, EDITORS, TIMES, "careful")
    verdict, rows, view = (int(n) for n in python(database, "-c", WORDS).split())
    assert verdict == view == EDITORS * TIMES
    assert rows == EDITORS * TIMES + 1


@pytest.mark.django_db
def test_without_the_version_check_eight_people_on_one_review_do_lose_words(
    database: dict[str, str],
) -> None:
    together(database, EDITORS, TIMES, "careless")
    verdict, _, view = (int(n) for n in python(database, "-c", WORDS).split())
    assert min(verdict, view) < EDITORS * TIMES


@pytest.mark.django_db
def test_three_hundred_presses_of_finish_draft_one_next_plan(database: dict[str, str]) -> None:
    whole = PREPARE.replace(
        'whole(cast(), target={**SMALLER, "why": ""}, child_view="")',
        "whole(cast(), target=SMALLER)",
    )
    together(database, BROWSERS, PRESSES, "finalise", whole)
    made = [int(n) for n in python(database, "-c", AFTER).split()]
    assert made == [2, 2, 2, 2, 2, 1]
