"""Somebody who works for two settings: what was opened for one is never saved in the other."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Membership
from accounts.rules.roles import Role
from children.models import Child
from tests.people import BEGAN, STORY, Cast, signed_in_as

ADD = {
    "legal_name": "Ada Bell",
    "date_of_birth": "3 Apr 2023",
    "home_language": "English & Welsh",
}


@pytest.fixture
def sam_at_both(people: Cast) -> Client:
    """Sam, SENCO of Acorns and of Oaks, acting for Acorns."""
    Membership(
        user=people.sam.user, setting=people.oaks, roles=[Role.SENCO.value], joined_on=BEGAN
    ).record(by=STORY)
    return signed_in_as(people.sam)


def switch(client: Client, setting: object) -> None:
    client.post(reverse("accounts:switch"), {"setting": str(getattr(setting, "pk", setting))})


def hidden(client: Client, address: str) -> dict[str, str]:
    """The hidden fields of the page's forms."""
    html = client.get(address).content.decode()
    return dict(re.findall(r'type="hidden" name="(opened_for|once)" value="([^"]+)"', html))


def test_a_form_opened_for_one_setting_is_not_saved_in_the_other(
    people: Cast, sam_at_both: Client
) -> None:
    add, before = reverse("children:add"), Child.objects.count()
    first_tab = hidden(sam_at_both, add)
    assert first_tab["opened_for"] == str(people.acorns.pk)
    switch(sam_at_both, people.oaks)  # in another tab
    typed = {**first_tab, **ADD, "room": str(people.orchard.pk)}
    answer = sam_at_both.post(add, typed)
    said = answer.content.decode()
    assert answer.status_code == 409
    assert "This page was opened for Acorns Nursery" in said
    assert "You act for Oaks Pre-school now, so nothing was saved" in said
    assert "English &amp; Welsh" in said
    assert Child.objects.count() == before


def test_one_press_takes_it_where_it_belongs_with_every_word(
    people: Cast, sam_at_both: Client
) -> None:
    add = reverse("children:add")
    first_tab = hidden(sam_at_both, add)
    switch(sam_at_both, people.oaks)
    typed = {**first_tab, **ADD, "room": str(people.orchard.pk), "take_it_there": "yes"}
    assert sam_at_both.post(add, typed).status_code == 302
    ada = Child.objects.get(legal_name="Ada Bell")
    assert (ada.setting, ada.room, ada.home_language) == (
        people.acorns,
        people.orchard,
        "English & Welsh",
    )
    assert hidden(sam_at_both, add)["opened_for"] == str(people.acorns.pk)


def test_a_form_about_a_child_keeps_its_words_instead_of_saying_not_found(
    people: Cast, sam_at_both: Client
) -> None:
    edit = reverse("children:edit", args=[people.seyi.pk])
    first_tab = hidden(sam_at_both, edit)
    switch(sam_at_both, people.oaks)
    answer = sam_at_both.post(edit, {**first_tab, "how_communicates": "Points and pulls"})
    assert answer.status_code == 409
    assert "Points and pulls" in answer.content.decode()
    assert "Seyi" not in answer.content.decode()


def test_a_setting_that_is_not_theirs_is_not_taken_up(people: Cast, sam_at_both: Client) -> None:
    mo = people.mo.setting
    for said in (str(mo.pk), "nonsense"):
        typed = {**ADD, "opened_for": said, "take_it_there": "yes"}
        answer = sam_at_both.post(reverse("children:add"), typed)
        assert answer.status_code == 409
        assert mo.name not in answer.content.decode()
        assert "You do not work for that setting any more" in answer.content.decode()
    assert not Child.objects.filter(legal_name="Ada Bell").exists()


def test_somebody_who_has_left_the_other_setting_meanwhile_cannot_take_it_there(
    people: Cast, sam_at_both: Client
) -> None:
    switch(sam_at_both, people.oaks)
    first_tab = hidden(sam_at_both, reverse("children:add"))
    there = Membership.objects.get(user=people.sam.user, setting=people.oaks)
    there.left_on = date(2026, 11, 1)
    there.record(by=STORY, why="Left")
    answer = sam_at_both.post(reverse("children:add"), {**first_tab, "take_it_there": "yes"})
    assert answer.status_code == 409


def test_switching_works_from_any_tab(people: Cast, sam_at_both: Client) -> None:
    switch(sam_at_both, people.oaks)
    sent = {"setting": str(people.acorns.pk), "opened_for": str(people.acorns.pk)}
    assert sam_at_both.post(reverse("accounts:switch"), sent).status_code == 302
    assert sam_at_both.get(reverse("dashboards:child", args=[people.seyi.pk])).status_code == 200


def test_whoever_works_for_one_setting_carries_nothing_of_this(people: Cast) -> None:
    client = signed_in_as(people.sam)
    assert "opened_for" not in client.get(reverse("children:add")).content.decode()


def test_the_way_to_another_setting_stands_beside_the_name_of_who_has_one(
    people: Cast, sam_at_both: Client
) -> None:
    offered = 'href="/account/me/#settings"'
    assert offered in sam_at_both.get("/children/").content.decode()
    assert 'id="settings"' in sam_at_both.get("/account/me/").content.decode()
    assert offered not in signed_in_as(people.kemi).get("/children/").content.decode()
