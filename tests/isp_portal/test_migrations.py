"""The migrations build the very tables that the models describe, from which the suite builds its own."""

import json

import pytest

from tests.migrated import python

from .tables import tables


@pytest.mark.django_db
def test_the_migrations_build_what_the_models_describe(database: dict[str, str]) -> None:
    built = json.loads(python(database, "-m", "tests.isp_portal.tables"))
    described = tables()
    assert built.keys() == described.keys()
    assert {name: built[name] for name in built if built[name] != described[name]} == {}


@pytest.mark.django_db
def test_a_table_that_was_changed_by_hand_is_found_out(database: dict[str, str]) -> None:
    change = (
        "import django; django.setup()\n"
        "from django.db import connection\n"
        "connection.cursor().execute('DROP INDEX one_open_request_per_agency_and_kind')"
    )
    python(database, "-c", change)
    built = json.loads(python(database, "-m", "tests.isp_portal.tables"))
    assert built["agencies_reportrequest"] != tables()["agencies_reportrequest"]
