"""A database and a folder of files that belong to the bench alone and are gone afterwards.

Django's own machinery for test databases makes it, on the server or disk that the portal is
configured for, so that commits cost what they cost there. The portal's data is not opened.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.test.utils import override_settings


class NoDatabase(Exception):
    """The bench may not make a database of its own here."""


@contextmanager
def own_database() -> Iterator[str]:
    """A migrated, empty database in place of the configured one; yields its name."""
    configured = connection.settings_dict["NAME"]
    own = _name_beside(str(configured))
    connection.settings_dict["TEST"] = {**connection.settings_dict["TEST"], "NAME": own}
    try:
        connection.creation.create_test_db(verbosity=0, serialize=False)
    except SystemExit:  # Django's way to say that the server refused
        raise NoDatabase(
            "The bench makes a database of its own, and this server does not allow it. "
            "Give the portal's database user the right to create databases while it runs."
        ) from None
    if str(connection.settings_dict["NAME"]) != own:  # what is not our own is not destroyed either
        raise NoDatabase("The bench did not get a database of its own, so nothing was run.")
    try:
        yield own
    finally:
        connection.creation.destroy_test_db(configured, verbosity=0)


def _name_beside(configured: str) -> str:
    """A name that is nobody else's: a file on the same disk, or a database on the same server."""
    if connection.vendor == "sqlite":
        folder = Path(configured).parent if os.path.isabs(configured) else settings.VAR_DIR
        return str(Path(folder) / f"bench-{os.getpid()}.sqlite3")
    return f"isp_bench_{os.getpid()}"


@contextmanager
def own_files() -> Iterator[None]:
    """Papers that the bench issues are kept in a folder that goes with it."""
    with tempfile.TemporaryDirectory(prefix="isp-bench-") as folder:
        storages = deepcopy(settings.STORAGES)
        storages["default"] = {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": folder, "base_url": None},
        }
        with override_settings(STORAGES=storages):
            yield
