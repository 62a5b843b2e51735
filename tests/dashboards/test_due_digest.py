"""The weekly email of what is due: whose it is, what it says, and that nobody gets it twice."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.actions import digest
from accounts.actions.digest import choose_digest
from accounts.actions.outbox import deliver_due
from accounts.models import DigestOfWeek, Membership, OutboxMail
from accounts.rules.actor import Actor
from children.actions import record_support_answer
from children.models import Child, Question
from isp_portal.dashboards.management.commands import send_due_digest
from isp_portal.dashboards.rules.digest import initials_of
from plans.actions.decision import acknowledge_decision, decide_requirements
from plans.models import RequirementDecision
from tests.people import Cast

Browse = Callable[[Membership], Client]


def send(on: str = "2026-11-23") -> None:
    call_command("send_due_digest", "--on", on)


def told() -> dict[str, OutboxMail]:
    found = OutboxMail.objects.filter(kind="due_digest")
    assert len({row.to for row in found}) == len(found)
    return {row.to: row for row in found}


def test_each_person_is_told_of_the_children_whom_they_see(people: Cast) -> None:
    send()
    mails = told()
    assert {"sam@acorns.example", "kemi@acorns.example", "ruth@acorns.example"} <= mails.keys()
    assert "hannah@acorns.example" not in mails  # a practitioner reads no plans
    assert "lee@acorns.example" not in mails  # has left
    assert "O.A." in mails["kemi@acorns.example"].text
    assert "Z.W." not in mails["kemi@acorns.example"].text
    assert "Z.W." in mails["sam@acorns.example"].text
    assert "B.S." not in mails["sam@acorns.example"].text


def test_no_childs_name_is_in_it(people: Cast) -> None:
    send()
    for row in told().values():
        said = f"{row.subject} {row.text} {row.html}"
        for child in Child.objects.all():
            for name in (*child.legal_name.split(), child.preferred_name):
                assert name not in said


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Oluwaseyifunmi Adeyemi-Blackwood", "O.A."), ("ida", "I."), ("Mia Rose de la Cruz", "M.C.")],
)
def test_initials_are_of_the_first_and_the_last_name(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_run_twice_it_writes_once_a_week(people: Cast) -> None:
    send(on="2026-11-23")
    first = told()
    send(on="2026-11-27")
    assert told().keys() == first.keys()
    for row in first.values():
        assert OutboxMail.objects.get(pk=row.pk).state == "waiting"
    deliver_due()
    send(on="2026-11-30")
    assert OutboxMail.objects.filter(kind="due_digest").count() == 2 * len(first)


def test_killed_half_way_and_run_again_nobody_is_left_out_or_told_twice(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    send()
    everybody = told().keys()
    OutboxMail.objects.all().delete()
    DigestOfWeek.objects.all().delete()
    for after in range(len(everybody)):
        with monkeypatch.context() as patch:
            patch.setattr(send_due_digest, "queue_digest", killed_at(1))
            with pytest.raises(KeyboardInterrupt):
                send()
        assert len(told()) == after + 1
    send()
    assert told().keys() == everybody
    deliver_due()
    assert sorted(message.to[0] for message in mail.outbox) == sorted(everybody)


def killed_at(most: int) -> Callable[..., bool]:
    """Queues so many, and is killed inside the transaction of the next."""
    queued: list[bool] = []

    def queue(**how: Any) -> bool:
        if len(queued) < most:
            queued.append(digest.queue_digest(**how))
            raise KeyboardInterrupt
        return False

    return queue


def test_a_kill_between_the_mark_and_the_mail_leaves_neither(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(**_: Any) -> None:
        assert DigestOfWeek.objects.exists()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(digest, "queue_mail", killed)
        with pytest.raises(KeyboardInterrupt):
            send()
    assert not DigestOfWeek.objects.exists()
    send()
    assert told()


class NoMark:
    """Stands for the mark of the week, and marks nothing."""

    class objects:
        @staticmethod
        def create(**_: Any) -> None:
            """Nothing is marked."""


def test_without_the_mark_of_the_week_it_would_be_written_twice(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the tests above: the mark alone keeps them green."""
    monkeypatch.setattr(digest, "DigestOfWeek", NoMark)
    send()
    first = len(told())
    send()
    assert OutboxMail.objects.filter(kind="due_digest").count() == 2 * first
    with pytest.raises(AssertionError):
        told()


def test_a_mark_kept_without_its_mail_would_leave_somebody_out(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the kill between: one transaction alone keeps it green."""

    def killed(**_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(digest, "_queue", digest._queue.__wrapped__)  # type: ignore[attr-defined]
        patch.setattr(digest, "queue_mail", killed)
        with pytest.raises(KeyboardInterrupt):
            send()
    marked = DigestOfWeek.objects.get().membership.user.email
    send()
    assert told()
    assert marked not in told()


def test_whoever_does_not_want_it_is_not_written_to(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    assert "Stop the weekly email" in kemi.get(reverse("accounts:me")).content.decode()
    kemi.post(reverse("accounts:weekly_email"), {"wanted": "no"})
    assert "Send me the weekly email" in kemi.get(reverse("accounts:me")).content.decode()
    send()
    assert "kemi@acorns.example" not in told()
    kemi.post(reverse("accounts:weekly_email"), {"wanted": "yes"})
    send()
    assert "kemi@acorns.example" in told()


def test_one_that_waits_is_stopped_when_it_is_not_wanted_or_they_left(people: Cast) -> None:
    send()
    choose_digest(membership=people.kemi, wanted=False, by=people.kemi.as_actor())
    people.sam.left_on = people.sam.joined_on
    people.sam.record(by=people.ruth.as_actor(), why="Left")
    deliver_due()
    states = {to: row.state for to, row in told().items()}
    assert states["kemi@acorns.example"] == "stopped"
    assert states["sam@acorns.example"] == "stopped"
    assert {message.to[0] for message in mail.outbox} == states.keys() - {
        *("kemi@acorns.example", "sam@acorns.example")
    }


def test_the_answer_that_changed_overnight_is_in_it_until_somebody_saw_it(people: Cast) -> None:
    """(C1, C2): on 1 September Zofia is older than the preschool year, though nobody wrote a word."""
    said = {"said_by": people.dele, "said_on": date(2026, 11, 20), "until_on": None, "words": ""}
    for question, is_yes in ((Question.BEHAVIOUR, False), (Question.EVIDENCE, True)):
        by = people.dele.as_actor()
        record_support_answer(child=people.zofia, question=question, is_yes=is_yes, by=by, **said)
    decide_requirements(on=date(2027, 9, 1), by=Actor.system("nightly check"))
    changed = RequirementDecision.objects.unacknowledged_changes().get(child=people.zofia)
    send(on="2027-09-06")
    assert "Answers that changed: 1 (Z.W.)" in told()["sam@acorns.example"].text
    OutboxMail.objects.all().delete()
    acknowledge_decision(decision=changed, by=people.sam.as_actor())
    send(on="2027-09-13")
    assert "Answers that changed" not in told()["sam@acorns.example"].text
