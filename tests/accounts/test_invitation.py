"""How people join: by an invitation, once, in their own name."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts import actions
from accounts.actions.outbox import deliver_due
from accounts.models import Invitation, Membership, User
from accounts.rules.refusal import Refused
from tests.people import STORY, Cast

Browse = Callable[..., Client]
JOINING = {
    "full_name": "Amara Sesay",
    "password": "kettle on the blue shelf",
    "password_again": "kettle on the blue shelf",
}


def invited(people: Cast, email: str = "amara@acorns.example", *roles: str) -> str:
    """The path of a fresh invitation's link."""
    _, address = actions.invite(
        setting=people.acorns,
        email=email,
        full_name="Amara Sesay",
        roles=list(roles) or ["key_person"],
        by=people.ruth.as_actor(),
    )
    return address.removeprefix("http://localhost:8000")


def test_a_manager_invites_by_email(people: Cast, browse: Browse) -> None:
    words = {"full_name": "Amara Sesay", "email": "Amara@Acorns.example", "roles": ["key_person"]}
    answer = browse(people.ruth).post("/account/team/invite/", words)
    deliver_due()
    assert answer["Location"] == "/account/team/"
    [message] = mail.outbox
    assert message.to == ["amara@acorns.example"]
    link = re.search(r"http://localhost:8000(/account/invitation/\S+/)", str(message.body))
    assert link
    assert Client().get(link[1]).status_code == 200


def test_only_the_hash_of_the_link_is_stored(people: Cast) -> None:
    token = invited(people).split("/")[-2]
    stored = Invitation.objects.values().get()
    assert len(token) >= 43
    assert token not in str(stored)
    assert re.fullmatch("[0-9a-f]{64}", stored["token_sha256"])


def test_an_invited_person_becomes_a_member_and_sets_up_a_second_step(people: Cast) -> None:
    client = Client()
    answer = client.post(invited(people), JOINING)
    assert answer["Location"] == "/sign-in/2fa/"
    assert client.get("/account/team/")["Location"] == "/sign-in/2fa/"
    member = Membership.objects.get(user__email="amara@acorns.example")
    assert member.roles == ["key_person"]
    assert member.setting == people.acorns
    first = member.history.get()
    assert (first.actor_id, first.actor_label) == (str(member.pk), "Amara Sesay")


def test_reading_the_link_uses_nothing_up(people: Cast) -> None:
    path = invited(people)
    for _ in range(3):
        Client().get(path)
        Client().head(path)
    assert Client().post(path, JOINING).status_code == 302


def test_a_link_works_once(people: Cast) -> None:
    path = invited(people)
    Client().post(path, JOINING)
    again = Client().post(path, {**JOINING, "full_name": "Somebody Else"})
    assert again.status_code == 404
    assert not Membership.objects.filter(user__full_name="Somebody Else").exists()


def test_a_link_runs_out_after_seven_days(people: Cast) -> None:
    path = invited(people)
    with time_machine.travel(timezone.now() + timedelta(days=7)):
        assert Client().get(path).status_code == 404
        assert Client().post(path, JOINING).status_code == 404
    assert not User.objects.filter(email="amara@acorns.example").exists()


def test_a_withdrawn_link_does_not_open(people: Cast, browse: Browse) -> None:
    path = invited(people)
    invitation = Invitation.objects.get()
    browse(people.ruth).post(f"/account/team/invitations/{invitation.pk}/withdraw/")
    assert Client().get(path).status_code == 404
    invitation.refresh_from_db()
    assert invitation.withdrawn_by == "Ruth Lindqvist"


def test_sending_again_closes_the_old_link_and_opens_a_new_one(
    people: Cast, browse: Browse
) -> None:
    old = invited(people)
    address = f"/account/team/invitations/{Invitation.objects.get().pk}/send-again/"
    browse(people.ruth).post(address)
    assert deliver_due() == 1  # the mail with the old link does not go any more
    new = re.search(r"http://localhost:8000(/\S+)", str(mail.outbox[-1].body))
    assert new
    assert Client().get(old).status_code == 404
    assert Client().get(new[1]).status_code == 200


def test_misses_look_alike(people: Cast) -> None:
    used = invited(people)
    Client().post(used, JOINING)
    never = "/account/invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/"
    assert Client().get(used).content == Client().get(never).content


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("short7!", "at least 8 characters"),
        ("password1", "too common"),
        ("amara-sesay", "too similar"),
    ],
)
def test_a_weak_password_is_explained(people: Cast, password: str, sentence: str) -> None:
    words = {**JOINING, "password": password, "password_again": password}
    page = Client().post(invited(people), words).content.decode()
    assert sentence in page
    assert "Amara Sesay" in page


def test_eight_plain_letters_are_enough_for_a_password(people: Cast) -> None:
    words = {**JOINING, "password": "blumqart", "password_again": "blumqart"}
    assert Client().post(invited(people), words).status_code == 302


def test_two_different_passwords_are_asked_for_again(people: Cast) -> None:
    page = Client().post(invited(people), {**JOINING, "password_again": "kettle"})
    assert "The two passwords differ" in page.content.decode()


def test_somebody_with_an_account_signs_in_to_accept(people: Cast, browse: Browse) -> None:
    path = invited(people, people.olga.user.email, "senco")
    assert "You have an account" in Client().get(path).content.decode()
    client = browse(people.olga)
    accept = client.get(path)["Location"]
    assert client.post(accept, {"join": "yes"})["Location"] == "/"
    member = Membership.objects.get(user=people.olga.user, setting=people.acorns)
    assert member.roles == ["senco"]


def test_an_account_cannot_be_taken_over_by_its_invitation(people: Cast) -> None:
    path = invited(people, people.olga.user.email)
    Client().post(path, JOINING)
    people.olga.user.refresh_from_db()
    assert not people.olga.user.check_password(JOINING["password"])
    with pytest.raises(Refused):
        actions.accept_as_new_user(
            invitation=Invitation.objects.get(), full_name="Amara", password="x"
        )


def test_another_person_cannot_accept_a_forwarded_link(people: Cast, browse: Browse) -> None:
    path = invited(people)
    client = browse(people.olga)
    answer = client.post(f"{path}accept/", {"join": "yes"})
    assert "This invitation is for amara@acorns.example" in answer.content.decode()
    assert not Membership.objects.filter(user=people.olga.user, setting=people.acorns).exists()


def test_accepting_with_an_account_takes_its_second_step(people: Cast) -> None:
    path = invited(people, people.olga.user.email)
    client = Client()
    client.force_login(people.olga.user)
    client.post(f"{path}accept/", {"join": "yes"})
    assert not Membership.objects.filter(user=people.olga.user, setting=people.acorns).exists()


def test_somebody_who_left_may_be_invited_back(people: Cast, browse: Browse) -> None:
    path = invited(people, people.lee.user.email, "practitioner")
    browse(people.lee).post(f"{path}accept/", {"join": "yes"})
    people.lee.refresh_from_db()
    assert people.lee.left_on is None
    assert people.lee.roles == ["practitioner"]


@pytest.mark.parametrize("email", ["kemi@acorns.example", "KEMI@acorns.example"])
def test_somebody_in_the_team_is_not_invited_twice(
    people: Cast, browse: Browse, email: str
) -> None:
    words = {"full_name": "Kemi", "email": email, "roles": ["senco"]}
    page = browse(people.ruth).post("/account/team/invite/", words)
    assert "in the team already" in page.content.decode()


def test_one_open_invitation_for_each_email(people: Cast) -> None:
    invited(people)
    with pytest.raises(Refused, match="open invitation"):
        invited(people)


def test_an_invitation_needs_a_role_that_exists(people: Cast, browse: Browse) -> None:
    words = {"full_name": "Amara", "email": "amara@acorns.example", "roles": ["owner"]}
    page = browse(people.ruth).post("/account/team/invite/", words)
    assert "Choose roles from the list" in page.content.decode()
    assert not Invitation.objects.exists()


def test_an_accepted_invitation_cannot_be_withdrawn(people: Cast) -> None:
    Client().post(invited(people), JOINING)
    with pytest.raises(Refused):
        actions.withdraw_invitation(invitation=Invitation.objects.get(), by=STORY)


def test_invitations_of_another_setting_are_not_found(people: Cast, browse: Browse) -> None:
    invited(people)
    pk = Invitation.objects.get().pk
    for what in ("withdraw", "send-again"):
        answer = browse(people.mo).post(f"/account/team/invitations/{pk}/{what}/")
        assert answer.status_code == 404
