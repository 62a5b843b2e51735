"""Presses at a door are counted by address; on a day that stands still the count would never end."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache

from tests.faults.mail_server import mail_server

from .postbox import Postbox


@pytest.fixture(autouse=True)
def _nobody_pressed_before() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def postbox(settings: Any) -> Iterator[Postbox]:
    box = Postbox()
    with mail_server(box) as port:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        yield box
