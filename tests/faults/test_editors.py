"""Eight people edit one record at the same time: nobody's saved words are lost."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

HOME = Path(__file__).resolve().parent.parent.parent
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


@pytest.fixture
def database(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a fresh database of the kind that the suite runs on."""
    env = {
        **os.environ,
        "ISP_VAR_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "isp_portal.settings",
    }
    if connection.vendor == "sqlite":
        env["DATABASE_URL"] = f"sqlite:///{tmp_path / 'editors.sqlite3'}"
        yield env
        return
    name = f"editors_{os.getpid()}"
    server = os.environ["DATABASE_URL"].rsplit("/", 1)[0]
    run_sql(f'CREATE DATABASE "{name}"')
    yield {**env, "DATABASE_URL": f"{server}/{name}"}
    run_sql(f'DROP DATABASE "{name}"')


def run_sql(statement: str) -> None:
    import psycopg
    from django.conf import settings

    at = settings.DATABASES["default"]
    where = f"dbname=postgres user={at['USER']} host={at['HOST']} port={at['PORT'] or 5432}"
    with psycopg.connect(where, autocommit=True) as server:
        server.execute(statement)


def python(env: dict[str, str], *args: str) -> str:
    done = subprocess.run(
        [sys.executable, *args], cwd=HOME, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


def everybody_edits(env: dict[str, str], way: str) -> tuple[int, int]:
    """(marks kept of 80, history rows) after all eight have finished."""
    python(env, "manage.py", "migrate", "-v0")
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
