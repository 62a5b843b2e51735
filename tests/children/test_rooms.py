"""Rooms of the setting, and who works in them."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from accounts.rules.refusal import Refused
from children import actions
from children.models import Room, RoomStaff
from tests.children.given import form_of, page, text_of
from tests.people import Cast

Browse = Callable[..., Client]


def test_a_manager_adds_a_room_and_a_name_is_taken_once(people: Cast, browse: Browse) -> None:
    ruth = browse(people.ruth)
    assert ruth.post(page("rooms"), {"name": "Willow"}).status_code == 302
    assert "There is a room called willow already" in text_of(
        ruth.post(page("rooms"), {"name": "willow"})
    )
    assert Room.objects.filter(setting=people.acorns, name="Willow").count() == 1


def test_another_setting_may_have_a_room_of_the_same_name(people: Cast, browse: Browse) -> None:
    browse(people.mo).post(page("rooms"), {"name": "Orchard"})
    assert Room.objects.filter(name="Orchard").count() == 2


def test_of_two_who_rename_a_room_the_second_sees_both(people: Cast, browse: Browse) -> None:
    ruth = browse(people.ruth)
    address = page("room_rename", people.orchard)
    opened = form_of(ruth.get(address))
    people.orchard.name = "Apple"
    people.orchard.record(by=people.ruth.as_actor())
    met = ruth.post(address, {**opened, "name": "Pear"})
    assert "Apple" in text_of(met)
    assert 'value="Pear"' in met.content.decode()
    ruth.post(address, form_of(met))
    assert Room.objects.get(pk=people.orchard.pk).name == "Pear"


def test_a_room_with_children_in_it_stays_open(people: Cast, browse: Browse) -> None:
    ruth = browse(people.ruth)
    answer = ruth.post(page("room_close", people.orchard), follow=True)
    assert "One child is still in Orchard" in text_of(answer)
    assert Room.objects.get(pk=people.orchard.pk).closed_on is None


def test_an_empty_room_is_closed_and_opened_again(people: Cast, browse: Browse) -> None:
    ruth = browse(people.ruth)
    willow = actions.add_room(setting=people.acorns, name="Willow", by=people.ruth.as_actor())
    ruth.post(page("room_close", willow))
    assert willow not in Room.objects.in_use()
    ruth.post(page("room_open", willow))
    assert willow in Room.objects.in_use()


def test_a_practitioner_sees_a_rooms_children_while_she_works_in_it(
    people: Cast, browse: Browse
) -> None:
    ruth, hannah = browse(people.ruth), browse(people.hannah)
    words = {"member": people.hannah.pk, "from_on": "today"}
    assert "Zofia" not in hannah.get(page("attendance")).content.decode()
    ruth.post(page("room_staff", people.meadow), words)
    assert "Meadow" in text_of(hannah.get(page("attendance")))
    again = ruth.post(page("room_staff", people.meadow), words)
    assert "works in Meadow already" in text_of(again)
    staff = RoomStaff.objects.get(room=people.orchard)
    address = page("room_staff_end", people.orchard, staff)
    assert "until_on" in ruth.post(address, {"until_on": "1 8 26"}).context["form"].errors
    ruth.post(address, {"until_on": "yesterday"})
    assert "Orchard" not in text_of(hannah.get(page("attendance")))


def test_only_people_who_work_here_can_be_put_in_a_room(people: Cast, browse: Browse) -> None:
    for stranger in (people.olga, people.lee):
        answer = browse(people.ruth).post(
            page("room_staff", people.orchard), {"member": stranger.pk, "from_on": "today"}
        )
        assert "Choose somebody who works here" in text_of(answer)
        with pytest.raises(Refused):
            actions.add_room_staff(
                room=people.orchard,
                member=stranger,
                from_on=date(2026, 11, 23),
                by=people.ruth.as_actor(),
            )


def test_a_closed_room_takes_nobody(people: Cast, browse: Browse) -> None:
    willow = actions.add_room(setting=people.acorns, name="Willow", by=people.ruth.as_actor())
    actions.close_room(room=willow, by=people.ruth.as_actor())
    words = {"member": people.hannah.pk, "from_on": "today"}
    answer = browse(people.ruth).post(page("room_staff", willow), words)
    assert "This room is closed" in text_of(answer)


def test_rooms_are_the_managers_and_another_settings_are_not_there(
    people: Cast, browse: Browse
) -> None:
    assert browse(people.sam).get(page("rooms")).status_code == 403
    for name in ("room_rename", "room_staff"):
        assert browse(people.mo).get(page(name, people.orchard)).status_code == 404
    assert browse(people.mo).post(page("room_close", people.orchard)).status_code == 404
