"""The outbox: send, then mark; tried again when the server is down; the words wiped at the end."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from accounts.actions.outbox import deliver_due, kinds
from accounts.models import OutboxMail
from accounts.rules.outbox import CLAIM_LASTS, MOST_TRIES, message_id, wait_after
from tests.accounts.mails import later, queued, server_answers, stored
from tests.faults.mail_server import KillingServer, free_port, mail_server
from tests.people import Cast

SMTP = "django.core.mail.backends.smtp.EmailBackend"


def worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """`manage.py db_worker` until no task is left; on the connection of the test, which it keeps."""
    monkeypatch.setattr(f"{db_worker.__name__}.close_old_connections", lambda: None)
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)


# Sent, then marked ---------------------------------------------------------------------------------


def test_a_mail_goes_with_what_it_tells_of_or_not_at_all(people: Cast) -> None:
    with transaction.atomic():
        queued(people)
        transaction.set_rollback(True)
    assert not OutboxMail.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_a_mail_that_went_is_marked_and_what_it_said_is_wiped(people: Cast) -> None:
    found = queued(people)
    assert not mail.outbox
    assert deliver_due() == 1
    (message,) = mail.outbox
    assert message.to == ["kemi@acorns.example"]
    assert message.extra_headers["Message-ID"] == f"<{found.pk}@localhost>"
    now = stored(found)
    assert now.state == "sent"
    assert now.sent_at
    assert (now.text, now.html, now.files) == ("", "", [])
    assert deliver_due() == 0


def test_the_worker_sends_what_waits(people: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    found = queued(people)
    worker(monkeypatch)
    assert stored(found).state == "sent"
    assert len(mail.outbox) == 1


def test_nothing_is_marked_before_the_mail_is_out(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = queued(people)
    seen: list[str] = []
    monkeypatch.setattr(EmailBackend, "send_messages", lambda *_: seen.append(stored(found).state))
    deliver_due()
    assert seen == ["waiting"]


def test_a_mail_that_a_worker_holds_is_left_to_it_until_its_claim_runs_out(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    queued(people)
    server_answers(monkeypatch, KeyboardInterrupt())  # type: ignore[arg-type]
    with pytest.raises(KeyboardInterrupt):
        deliver_due()
    monkeypatch.undo()
    assert deliver_due() == 0
    with later(seconds=CLAIM_LASTS.total_seconds() + 1):
        assert deliver_due() == 1
    assert len(mail.outbox) == 1


def test_a_starting_worker_looks_at_what_a_killed_one_left_behind(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = queued(people)
    DBTaskResult.objects.all().delete()  # its task died with the worker that had taken it
    worker(monkeypatch)
    assert stored(found).state == "sent"


def test_what_its_record_does_not_take_is_still_marked_as_sent(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(found: OutboxMail) -> None:
        raise RuntimeError

    kind = kinds.MailKind("second_step_forgotten", "Notice", went=breaks)
    monkeypatch.setitem(kinds._kinds, kind.name, kind)
    found = queued(people)
    deliver_due()
    assert stored(found).state == "sent"


# The server is down -----------------------------------------------------------------------------------


def test_a_server_that_is_down_loses_nothing_and_the_mail_goes_later_under_one_message_id(
    people: Cast, settings: Any, tmp_path: Any
) -> None:
    port = free_port()
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, "127.0.0.1", port
    found = queued(people)
    deliver_due()
    now = stored(found)
    assert (now.state, now.attempts) == ("waiting", 1)
    assert now.last_error == "The mail server could not be reached."
    assert now.text == "Hello Kemi"
    server = KillingServer(tmp_path, kills=0)
    with later(minutes=1), mail_server(server, port):
        deliver_due()
    assert dict(server.taken) == {f"<{found.pk}@localhost>": 1}
    assert stored(found).state == "sent"


def test_the_waits_grow_and_after_the_last_try_it_is_given_up(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    server_answers(monkeypatch, ConnectionRefusedError())
    found = queued(people)
    waits = []
    with time_machine.travel(timezone.now(), tick=False) as clock:
        while stored(found).state == "waiting":
            deliver_due()
            now = stored(found)
            waits.append((now.next_look_at - timezone.now()).total_seconds() / 60)
            clock.move_to(now.next_look_at)
    assert waits[:6] == [1, 5, 15, 60, 240, 240]
    assert (stored(found).state, stored(found).attempts) == ("failed", MOST_TRIES)
    assert len(waits) == MOST_TRIES
    assert wait_after(MOST_TRIES - 1) == timedelta(minutes=240)


def test_an_address_that_the_server_refuses_for_good_is_given_up_at_once(
    people: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    to = "kemi@acorns.example"
    server_answers(monkeypatch, SMTPRecipientsRefused({to: (550, b"No such person")}))
    found = queued(people)
    deliver_due()
    assert stored(found).state == "failed"
    assert "SMTPRecipientsRefused" in caplog.text
    assert to not in caplog.text
    assert "Kemi" not in caplog.text


def test_an_address_that_the_server_does_not_take_just_now_is_tried_again(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = "kemi@acorns.example"
    server_answers(monkeypatch, SMTPRecipientsRefused({to: (451, b"Later")}))
    found = queued(people)
    deliver_due()
    assert stored(found).state == "waiting"


def test_what_could_not_go_for_two_weeks_is_wiped(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    server_answers(monkeypatch, SMTPRecipientsRefused({"a": (550, b"")}))
    found = queued(people)
    deliver_due()
    assert stored(found).text
    with later(days=14):
        deliver_due()
    assert (stored(found).state, stored(found).text) == ("stopped", "")


def test_the_message_id_has_the_host_of_the_sender() -> None:
    assert message_id("7", "portal@isp.example.org") == "<7@isp.example.org>"
