"""Eight people edit one record at the same time: nobody's saved words are lost."""

import subprocess
import sys

import pytest

from tests.migrated import HOME, python

EDITORS, TIMES = 8, 10
PREPARE = """
import django; django.setup()
from tests.people import cast
print(cast().seyi.pk)
"""
READ = """
import sys, django; django.setup()
from children.models import Child
child = Child.objects.get(pk=sys.argv[1])
print(len(child.how_communicates.split()), child.history.count())
"""


def everybody_edits(env: dict[str, str], way: str) -> tuple[int, int]:
    """(marks kept of 80, history rows) after all eight have finished."""
    child = python(env, "-c", PREPARE)
    editors = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults.eight_editors", child, str(n), str(TIMES), way],
            cwd=HOME,
            env=env,
        )
        for n in range(EDITORS)
    ]
    assert [editor.wait(timeout=120) for editor in editors] == [0] * EDITORS
    kept, rows = python(env, "-c", READ, child).split()
    return int(kept), int(rows)


@pytest.mark.django_db
def test_eight_editors_of_one_record_lose_nothing(database: dict[str, str]) -> None:
    kept, rows = everybody_edits(database, "careful")
    assert kept == EDITORS * TIMES
    assert rows == EDITORS * TIMES + 1


@pytest.mark.django_db
def test_without_the_version_check_eight_editors_do_lose_words(database: dict[str, str]) -> None:
    kept, _ = everybody_edits(database, "careless")
    assert kept < EDITORS * TIMES
