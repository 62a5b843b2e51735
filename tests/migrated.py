"""A database that the migrations built, once for a session; each test that asks gets a copy of its own.

The suite itself builds its tables from the models, which takes a thirtieth of the time;
`tests/isp_portal/test_migrations.py` holds the two against each other.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

HOME = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def migrated_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The path (SQLite) or the name (PostgreSQL) of the database that is copied."""
    folder = tmp_path_factory.mktemp("migrated")
    if connection.vendor == "sqlite":
        name = str(folder / "template.sqlite3")
        python(environment(folder, name), "manage.py", "migrate", "-v0")
        yield name
        return
    name = f"template_{os.getpid()}"
    run_sql(f'CREATE DATABASE "{name}"')
    python(environment(folder, name), "manage.py", "migrate", "-v0")
    yield name
    run_sql(f'DROP DATABASE "{name}"')


@pytest.fixture
def database(migrated_once: str, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a fresh, empty database of the kind that the suite runs on."""
    if connection.vendor == "sqlite":
        name = str(shutil.copy(migrated_once, tmp_path / "copy.sqlite3"))
        yield environment(tmp_path, name)
        return
    name = f"copy_{os.getpid()}"
    run_sql(f'CREATE DATABASE "{name}" TEMPLATE "{migrated_once}"')
    yield environment(tmp_path, name)
    run_sql(f'DROP DATABASE "{name}"')


def environment(folder: Path, name: str) -> dict[str, str]:
    """What a process needs that is to work on the database."""
    if connection.vendor == "sqlite":
        address = f"sqlite:///{name}"
    else:
        address = f"{os.environ['DATABASE_URL'].rsplit('/', 1)[0]}/{name}"
    mine = {"ISP_VAR_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "isp_portal.settings"}
    return {**os.environ, **mine, "DATABASE_URL": address}


def run_sql(statement: str) -> None:
    import psycopg

    at = settings.DATABASES["default"]
    where = f"dbname=postgres user={at['USER']} host={at['HOST']} port={at['PORT'] or 5432}"
    with psycopg.connect(where, autocommit=True) as server:
        server.execute(statement)


def python(env: dict[str, str], *args: str) -> str:
    """What a Python process said; its last errors when it failed."""
    done = subprocess.run(
        [sys.executable, *args], cwd=HOME, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()
