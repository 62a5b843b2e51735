"""The page of mails: what waits, what went, what did not go, and trying it again."""

from collections.abc import Callable
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.test import Client

from accounts import actions
from accounts.actions.outbox import deliver_due, try_mail_again
from accounts.models import Invitation, Membership, OutboxMail
from accounts.rules.refusal import Refused
from tests.accounts.mails import later, queued, server_answers, stored
from tests.people import Cast

Browse = Callable[[Membership], Client]


def failed(people: Cast, monkeypatch: pytest.MonkeyPatch) -> OutboxMail:
    with monkeypatch.context() as patch:
        server_answers(patch, SMTPRecipientsRefused({"a": (550, b"")}))
        found = queued(people)
        deliver_due()
    return found


def test_the_manager_and_the_senco_see_what_did_not_go_and_try_it_again(
    people: Cast, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = failed(people, monkeypatch)
    assert "1 mail did not go" in browse(people.sam).get("/account/team/").content.decode()
    for member in (people.ruth, people.sam):
        page = browse(member).get("/account/mails/").content.decode()
        assert "Did not go" in page
        assert "The mail server does not accept this address." in page
        assert "Hello Kemi" not in page
    browse(people.sam).post(f"/account/mails/{found.pk}/try-again/")
    assert (stored(found).state, stored(found).attempts) == ("waiting", 0)
    deliver_due()
    assert len(mail.outbox) == 1


def test_another_setting_sees_nothing_of_it(
    people: Cast, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = failed(people, monkeypatch)
    assert "kemi@" not in browse(people.olga).get("/account/mails/").content.decode()
    assert browse(people.olga).post(f"/account/mails/{found.pk}/try-again/").status_code == 404
    assert stored(found).state == "failed"


def test_a_mail_that_went_is_not_tried_again(people: Cast, browse: Browse) -> None:
    found = queued(people)
    deliver_due()
    with pytest.raises(Refused):
        try_mail_again(mail=found, by=people.sam.as_actor())
    page = browse(people.sam).post(f"/account/mails/{found.pk}/try-again/").content.decode()
    assert "cannot be tried again" in page


def test_a_worker_that_has_stopped_is_said(people: Cast, browse: Browse) -> None:
    queued(people)
    client = browse(people.ruth)
    assert "Nothing is being sent" not in client.get("/account/mails/").content.decode()
    with later(minutes=6):
        assert "Nothing is being sent" in client.get("/account/mails/").content.decode()


def test_an_invitation_withdrawn_while_its_mail_waits_does_not_go(people: Cast) -> None:
    invitation, _ = actions.invite(
        setting=people.acorns,
        email="new@acorns.example",
        full_name="Ffion Rees",
        roles=["practitioner"],
        by=people.ruth.as_actor(),
    )
    actions.withdraw_invitation(invitation=invitation, by=people.ruth.as_actor())
    deliver_due()
    assert not mail.outbox
    assert OutboxMail.objects.get().last_error == "The invitation was withdrawn."


def test_an_invitation_that_ran_out_while_its_mail_waited_does_not_go(people: Cast) -> None:
    actions.invite(
        setting=people.acorns,
        email="new@acorns.example",
        full_name="Ffion Rees",
        roles=["practitioner"],
        by=people.ruth.as_actor(),
    )
    with later(days=8):
        deliver_due()
    assert not mail.outbox
    assert Invitation.objects.get().accepted_at is None
