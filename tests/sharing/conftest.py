"""Presses at a door are counted by address; on a day that stands still the count would never end."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nobody_pressed_before() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()
