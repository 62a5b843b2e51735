"""A mail that Ruth's portal has to send to Kemi, a mail server that answers, and time that passes."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from accounts.actions.outbox import queue_mail
from accounts.models import OutboxMail
from accounts.rules.outbox import Letter
from tests.people import Cast


def queued(people: Cast, **values: Any) -> OutboxMail:
    given: dict[str, Any] = {
        "setting": people.acorns,
        "kind": "second_step_forgotten",
        "about_id": uuid4(),
        "to": "kemi@acorns.example",
        "letter": Letter("A letter", "Hello Kemi", "<p>Hello Kemi</p>"),
        "by": people.ruth.as_actor(),
    }
    return queue_mail(**{**given, **values})


def stored(found: OutboxMail) -> OutboxMail:
    return OutboxMail.objects.get(pk=found.pk)


def server_answers(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fails(self: EmailBackend, messages: Any) -> int:
        raise error

    monkeypatch.setattr(EmailBackend, "send_messages", fails)


def later(**values: float) -> Any:
    return time_machine.travel(timezone.now() + timedelta(**values), tick=False)
