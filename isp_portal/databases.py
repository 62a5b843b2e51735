"""What each kind of database is told, beyond where it is. Read by the settings, so without Django."""

import sqlite3
from typing import Any

# WAL on SQLite before 3.51.3 can corrupt under concurrent checkpoints.
SQLITE_JOURNAL = "WAL" if sqlite3.sqlite_version_info >= (3, 51, 3) else "DELETE"
OFTEN = 5
"""How often a connection has sent a statement before the server keeps it read and planned."""


def tuned(database: dict[str, Any], *, is_pooled: bool) -> dict[str, Any]:
    """An entry of DATABASES with our options, which go before what its address asks for.

    `is_pooled`: something changes connections between transactions. Prepared statements and cursors
    that stay open would be looked for on the wrong one, so there are none.
    """
    if database["ENGINE"].endswith("sqlite3"):
        pragmas = f"PRAGMA journal_mode={SQLITE_JOURNAL};PRAGMA synchronous=FULL;"
        ours = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
        kept: dict[str, Any] = {}
    else:
        ours = {"server_side_binding": True, "prepare_threshold": None if is_pooled else OFTEN}
        kept = {"CONN_HEALTH_CHECKS": True, "CONN_MAX_AGE": 60}
        kept["DISABLE_SERVER_SIDE_CURSORS"] = is_pooled
    options = {**database.get("OPTIONS", {}), **ours}
    return {**database, **kept, "OPTIONS": options, "ATOMIC_REQUESTS": False}
