"""The mail worker is killed thirty times between claim, send and mark: no mail is lost."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.migrated import HOME, python

from .mail_server import AFTER, BEFORE, DURING, KillingServer, mail_server

MAILS, KILLS = 60, 30
QUEUE = """
import sys, django; django.setup()
from uuid import uuid4
from accounts.actions.outbox import queue_mail
from accounts.models import EarlyYearsSetting
from accounts.rules.actor import Actor
from accounts.rules.outbox import Letter
by = Actor.system("fault")
acorns = EarlyYearsSetting(name="Acorns Nursery", open_weekdays=[0]).record(by=by)
for n in range(int(sys.argv[1])):
    queue_mail(setting=acorns, kind="second_step_forgotten", about_id=uuid4(),
               to=f"p{n}@family.example", letter=Letter("A letter", "Hello"), by=by)
"""
STATES = """
import django; django.setup()
from accounts.models import OutboxMail
print(*sorted(OutboxMail.objects.values_list("state", flat=True)))
"""


@dataclass(frozen=True)
class Outcome:
    lost: int
    doubled: int
    lives: int
    states: list[str]
    killed: list[str]


def killed(database: dict[str, str], folder: Path, way: str, *, mails: int, kills: int) -> Outcome:
    """What became of so many mails when the worker was killed so often."""
    python(database, "-c", QUEUE, str(mails))
    server = KillingServer(folder, kills)
    with mail_server(server) as port:
        env = {**database, "EMAIL_URL": f"smtp://127.0.0.1:{port}"}
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.mail_worker", str(folder), way],
            cwd=HOME,
            env=env,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    assert done.returncode == 0, done.stderr[-2000:]
    reached = set().union(*server.recipients.values())
    assert all(len(people) == 1 for people in server.recipients.values())
    assert len(server.recipients) == len(reached)  # one Message-ID for each mail, at every try
    return Outcome(
        lost=mails - len(reached),
        doubled=server.taken.total() - len(server.taken),
        lives=int(done.stdout.split()[-1]),
        states=python(database, "-c", STATES).split(),
        killed=server.killed,
    )


@pytest.mark.django_db
def test_thirty_kills_between_claim_send_and_mark_lose_no_mail(
    database: dict[str, str], tmp_path: Path
) -> None:
    found = killed(database, tmp_path, "send_first", mails=MAILS, kills=KILLS)
    assert {point: found.killed.count(point) for point in (BEFORE, DURING, AFTER)} == {
        BEFORE: KILLS // 3,
        DURING: KILLS // 3,
        AFTER: KILLS // 3,
    }
    assert found.lost == 0
    assert KILLS // 3 <= found.doubled <= KILLS
    assert found.states == ["sent"] * MAILS
    assert found.lives == KILLS + 1
    print(f"{MAILS} mails, {KILLS} kills: {found.lost} lost, {found.doubled} doubled")


@pytest.mark.django_db
def test_marked_before_it_is_sent_mail_would_be_lost(
    database: dict[str, str], tmp_path: Path
) -> None:
    found = killed(database, tmp_path, "mark_first", mails=12, kills=6)
    assert found.states == ["sent"] * 12
    assert found.lost > 0
