"""The team: roles, leaving, lost devices, and acting for another setting of one's own."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts import actions
from accounts.models import Membership
from accounts.rules.refusal import Refused
from accounts.rules.roles import Role
from tests.accounts.steps import is_in
from tests.people import BEGAN, STORY, Cast, member

Browse = Callable[..., Client]
TEAM = "/account/team/"


def roles_for(person: Membership, *roles: str) -> dict[str, object]:
    return {"roles": list(roles), "job_title": "", "seen_version": person.row_version}


def test_everybody_sees_who_is_in_the_team_and_what_each_role_may_do(
    people: Cast, browse: Browse
) -> None:
    page = browse(people.hannah).get(TEAM).content.decode()
    for words in ("Kemi Adebayo", "Leads support for every child", "finalise and close plans"):
        assert words in page
    assert "Olga Petrenko" not in page
    assert "Invite somebody" not in page


def test_a_manager_changes_roles_and_history_says_so(people: Cast, browse: Browse) -> None:
    answer = browse(people.ruth).post(
        f"{TEAM}{people.kemi.pk}/", roles_for(people.kemi, "senco", "key_person")
    )
    assert answer.status_code == 302
    people.kemi = Membership.objects.get(pk=people.kemi.pk)
    assert people.kemi.roles == ["senco", "key_person"]
    assert people.kemi.history.latest().actor_label == "Ruth Lindqvist"


def test_a_role_that_was_lowered_counts_at_the_next_click(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)
    assert sam.get("/children/add/").status_code == 200
    browse(people.ruth).post(f"{TEAM}{people.sam.pk}/", roles_for(people.sam, "practitioner"))
    assert sam.get("/children/add/").status_code == 403


def test_the_last_manager_stays_a_manager(people: Cast, browse: Browse) -> None:
    page = browse(people.ruth).post(f"{TEAM}{people.ruth.pk}/", roles_for(people.ruth, "senco"))
    assert "Ruth Lindqvist is the only manager here." in page.content.decode()
    assert Membership.objects.get(pk=people.ruth.pk).roles == ["manager"]


def test_the_last_manager_cannot_leave(people: Cast) -> None:
    with pytest.raises(Refused, match="only manager"):
        actions.leave(
            membership=people.ruth, left_on=timezone.localdate(), seen_version=1, by=STORY
        )


def test_a_manager_who_is_about_to_leave_does_not_count(people: Cast) -> None:
    other = member(people.acorns, "Ines Duarte", Role.MANAGER, left_on=date(2026, 12, 1))
    with pytest.raises(Refused, match="only manager"):
        actions.leave(
            membership=people.ruth, left_on=timezone.localdate(), seen_version=1, by=STORY
        )
    assert other.left_on


def test_with_two_managers_one_may_go(people: Cast) -> None:
    member(people.acorns, "Ines Duarte", Role.MANAGER)
    left = actions.leave(
        membership=people.ruth, left_on=timezone.localdate(), seen_version=1, by=STORY
    )
    assert left.left_on == timezone.localdate()


def test_somebody_who_leaves_today_is_out_at_the_next_click(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    assert is_in(kemi)
    words = {"left_on": "today", "seen_version": people.kemi.row_version}
    assert browse(people.ruth).post(f"{TEAM}{people.kemi.pk}/leaving/", words).status_code == 302
    assert kemi.get(TEAM)["Location"].startswith("/sign-in/login/")


def test_a_later_last_day_keeps_the_door_open_until_then(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    words = {"left_on": "1 12 26", "seen_version": people.kemi.row_version}
    browse(people.ruth).post(f"{TEAM}{people.kemi.pk}/leaving/", words)
    assert is_in(kemi)
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert browse(people.kemi).get(TEAM).status_code == 403


def test_a_day_before_the_first_one_is_explained(people: Cast, browse: Browse) -> None:
    words = {"left_on": "1 8 26", "seen_version": people.kemi.row_version}
    page = browse(people.ruth).post(f"{TEAM}{people.kemi.pk}/leaving/", words).content.decode()
    assert "That is before the first day here, Tue 1 Sep" in page
    assert "1 8 26" in page


def test_leaving_can_be_undone(people: Cast, browse: Browse) -> None:
    browse(people.ruth).post(f"{TEAM}{people.lee.pk}/come-back/")
    assert is_in(browse(people.lee))


def test_a_lost_device_is_signed_out_everywhere(people: Cast, browse: Browse) -> None:
    tablet, phone, other = browse(people.kemi), browse(people.kemi), browse(people.dele)
    browse(people.ruth).post(f"{TEAM}{people.kemi.pk}/end-sessions/")
    assert not is_in(tablet)
    assert not is_in(phone)
    assert is_in(other)
    assert people.kemi.history.latest().history_change_reason == "Every sign-in ended"


def test_two_managers_who_change_one_person_lose_nothing(people: Cast, browse: Browse) -> None:
    seen = roles_for(people.kemi, "senco")
    browse(people.ruth).post(f"{TEAM}{people.kemi.pk}/", roles_for(people.kemi, "practitioner"))
    page = browse(people.ruth).post(f"{TEAM}{people.kemi.pk}/", {**seen, "job_title": "Lead"})
    assert "Somebody else saved this" in page.content.decode()
    assert 'value="Lead"' in page.content.decode()
    assert "<dd>Practitioner</dd>" in page.content.decode()
    assert Membership.objects.get(pk=people.kemi.pk).roles == ["practitioner"]


@pytest.mark.parametrize("page", ["", "leaving/", "come-back/", "end-sessions/"])
def test_only_managers_change_the_team_and_only_their_own(
    people: Cast, browse: Browse, page: str
) -> None:
    address = f"{TEAM}{people.kemi.pk}/{page}"
    assert browse(people.sam).post(address).status_code == 403
    assert browse(people.mo).post(address).status_code == 404


def test_the_page_asks_the_same_however_many_work_here(people: Cast, browse: Browse) -> None:
    client = browse(people.ruth)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(TEAM)
    for n in range(10):
        member(people.acorns, f"Person{n} Quill", Role.PRACTITIONER)
    with CaptureQueriesContext(connection) as many:
        client.get(TEAM)
    assert len(few) == len(many)


def test_somebody_in_two_settings_acts_for_the_one_they_choose(
    people: Cast, browse: Browse
) -> None:
    Membership(
        user=people.olga.user, setting=people.acorns, roles=["practitioner"], joined_on=BEGAN
    ).record(by=STORY)
    client = browse(people.olga)
    client.post("/account/switch/", {"setting": str(people.acorns.pk)})
    assert "Kemi Adebayo" in client.get(TEAM).content.decode()
    client.post("/account/switch/", {"setting": str(people.oaks.pk)})
    assert "Kemi Adebayo" not in client.get(TEAM).content.decode()


@pytest.mark.parametrize("setting", ["acorns", "nonsense"])
def test_nobody_acts_for_a_setting_that_is_not_theirs(
    people: Cast, browse: Browse, setting: str
) -> None:
    client = browse(people.olga)
    chosen = str(people.acorns.pk) if setting == "acorns" else setting
    assert client.post("/account/switch/", {"setting": chosen}).status_code == 404
    assert "Kemi Adebayo" not in client.get(TEAM).content.decode()
