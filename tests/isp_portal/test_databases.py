"""What each kind of database is told."""

from typing import Any

from isp_portal.databases import tuned

SQLITE = {"ENGINE": "django.db.backends.sqlite3", "NAME": "portal.sqlite3"}
POSTGRESQL: dict[str, Any] = {
    "ENGINE": "django.db.backends.postgresql",
    "NAME": "isp_portal",
    "OPTIONS": {"sslmode": "require"},
}


def test_postgresql_keeps_often_sent_statements_and_what_the_address_asks_for() -> None:
    told = tuned(POSTGRESQL, is_pooled=False)
    assert told["OPTIONS"] == {
        "sslmode": "require",
        "server_side_binding": True,
        "prepare_threshold": 5,
    }
    assert told["DISABLE_SERVER_SIDE_CURSORS"] is False
    assert told["CONN_HEALTH_CHECKS"] is True


def test_behind_a_pooler_nothing_is_left_on_a_connection() -> None:
    told = tuned(POSTGRESQL, is_pooled=True)
    assert told["OPTIONS"]["prepare_threshold"] is None
    assert told["DISABLE_SERVER_SIDE_CURSORS"] is True


def test_sqlite_takes_its_lock_at_the_start_and_writes_to_the_disk() -> None:
    told = tuned(SQLITE, is_pooled=False)
    assert told["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in told["OPTIONS"]["init_command"]
    assert told["ATOMIC_REQUESTS"] is False


def test_what_was_given_stays_as_it_was() -> None:
    before = {**POSTGRESQL, "OPTIONS": dict(POSTGRESQL["OPTIONS"])}
    tuned(POSTGRESQL, is_pooled=False)
    assert before == POSTGRESQL
