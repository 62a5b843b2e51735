"""A phone and its recovery codes are lost: somebody else vouches, and a new step is set up."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from accounts import actions
from accounts.access.session import has_second_step
from accounts.actions.outbox import deliver_due
from accounts.models import Membership
from accounts.rules.refusal import Refused
from accounts.rules.roles import Role
from tests.people import BEGAN, STORY, Cast

Browse = Callable[..., Client]


def ask(browse: Browse, manager: Membership, person: Membership) -> None:
    browse(manager).post(f"/account/team/{person.pk}/forget-second-step/")


def test_a_manager_lets_somebody_set_up_a_new_second_step(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    ask(browse, people.ruth, people.kemi)
    deliver_due()
    assert not has_second_step(people.kemi.user)
    assert kemi.get("/children/")["Location"].startswith("/sign-in/login/")
    assert [letter.to for letter in mail.outbox] == [[people.kemi.user.email]]
    last = people.kemi.history.first()
    assert (last.actor_label, last.history_change_reason) == (
        "Ruth Lindqvist",
        "Second step forgotten, to be set up anew",
    )


def test_nobody_vouches_for_themselves(people: Cast, browse: Browse) -> None:
    browse(people.ruth)
    ask(browse, people.ruth, people.ruth)
    assert Authenticator.objects.filter(user=people.ruth.user).exists()


def test_a_manager_does_not_open_an_account_that_another_setting_trusts(people: Cast) -> None:
    Membership(
        user=people.kemi.user, setting=people.oaks, roles=[Role.SENCO.value], joined_on=BEGAN
    ).record(by=STORY)
    with pytest.raises(Refused, match="works for another setting too"):
        actions.forget_second_step(membership=people.kemi, by=people.ruth.as_actor())


def test_whoever_runs_the_portal_can_help_any_of_them(people: Cast, browse: Browse) -> None:
    browse(people.mo)
    call_command("forget_second_step", people.mo.user.email, people.mo.setting.name)
    assert not has_second_step(people.mo.user)
    with pytest.raises(CommandError, match="Nobody with this email"):
        call_command("forget_second_step", people.lee.user.email, people.lee.setting.name)
