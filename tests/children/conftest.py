"""What the tests of the child's record share."""

import pytest

from children.actions import facts
from tests.children.given import Heard


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """Everybody of whom an action said that a fact changed, instead of telling the floors above."""
    heard = Heard()
    monkeypatch.setattr(facts, "_listeners", [heard.listener()])
    return heard
