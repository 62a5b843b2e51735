"""What holds for every test: no network, no undefined template variable, no luck with order."""

import random
import socket
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.db.models import QuerySet

from tests.migrated import database, migrated_once

__all__ = ["database", "migrated_once"]

if TYPE_CHECKING:
    from django.test import Client

    from accounts.models import Membership
    from tests.people import Cast

HOME = Path(__file__).resolve().parent.parent
OWN_TEMPLATES = str(HOME / "templates")
LOOPBACK = ("127.0.0.1", "::1", "localhost")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Browser journeys leave an event loop behind: they run only when they are asked for by name."""
    asked_for = any("journeys" in argument for argument in config.invocation_params.args)
    journeys = collection_path == HOME / "tests" / "journeys"
    return True if journeys and not asked_for else None


# No network ------------------------------------------------------------------------------------


class NetworkRefused(AssertionError):
    """A test tried to leave this machine."""


_connect, _look_up = socket.socket.connect, socket.getaddrinfo


def _connect_nearby(self: socket.socket, address: Any) -> None:
    if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
        raise NetworkRefused(f"A test tried to connect to {address[0]}.")
    _connect(self, address)


def _look_up_nearby(host: Any, *args: Any, **kwargs: Any) -> Any:
    name = host.decode() if isinstance(host, bytes) else host
    if name not in (None, "", "0.0.0.0", "::", *LOOPBACK):
        raise NetworkRefused(f"A test tried to look up {name}.")
    return _look_up(host, *args, **kwargs)


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _connect_nearby)
        patch.setattr(socket, "getaddrinfo", _look_up_nearby)
        yield


# No undefined template variables -----------------------------------------------------------------


class UndefinedTemplateVariable(AssertionError):
    """One of our templates used a name that its view did not give it."""


def _template_being_rendered() -> str:
    """Where the innermost template node on the stack was written."""
    frame = sys._getframe(2)
    while frame is not None:
        node = frame.f_locals.get("self")
        if frame.f_code.co_name == "render_annotated" and getattr(node, "origin", None):
            return str(node.origin)
        frame = frame.f_back  # type: ignore[assignment]
    return ""


class _Refusing(str):
    """What Django prints for an undefined variable: nothing in others' templates, an error in ours."""

    def __contains__(self, part: object) -> bool:
        return part == "%s" or super().__contains__(part)  # type: ignore[operator]

    def __mod__(self, name: Any) -> str:  # type: ignore[override]
        template = _template_being_rendered()
        if template.startswith(OWN_TEMPLATES):
            raise UndefinedTemplateVariable(f"{name} is undefined in {template}")
        return ""


@pytest.fixture(autouse=True, scope="session")
def _no_undefined_template_variables() -> None:
    from django.template import engines

    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = _Refusing("undefined")
    engines["django"].engine.string_if_invalid = _Refusing("undefined")  # type: ignore[attr-defined]


# No luck with order ------------------------------------------------------------------------------

_fetch_all = QuerySet._fetch_all  # type: ignore[attr-defined]


def _fetch_all_shuffled(self: Any) -> None:
    """Rows without an order come in any order, so that no test leans on the database's habit."""
    fresh = self._result_cache is None
    _fetch_all(self)
    if fresh and not self.ordered and len(self._result_cache) > 1:
        random.shuffle(self._result_cache)


@pytest.fixture(autouse=True, scope="session")
def _unordered_rows_are_shuffled() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QuerySet, "_fetch_all", _fetch_all_shuffled)
        yield


@pytest.fixture(autouse=True, scope="session")
def _passwords_are_quick_to_keep() -> None:
    """Production's hasher takes half a second for each of the cast, which no test is about."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _nobody_has_tried_yet() -> None:
    """Rate limits count from nothing in every test; the cache that holds them outlives a test."""
    cache.clear()


# The cast ------------------------------------------------------------------------------------------


@pytest.fixture
def monday() -> Iterator[None]:
    """It is Monday 23 November 2026, ten in the morning, in London."""
    with time_machine.travel(datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/London"))):
        yield


@pytest.fixture
def people(db: None, monday: None) -> "Cast":
    """Acorns, Oaks and everybody in them, on Monday 23 November 2026: see `tests.people`."""
    from tests.people import cast

    return cast()


@pytest.fixture
def browse() -> "Callable[[Membership], Client]":
    """`browse(people.kemi)` is Kemi's browser, signed in with her second factor."""
    from tests.people import signed_in_as

    return signed_in_as
