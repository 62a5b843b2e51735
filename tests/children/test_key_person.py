"""Who looks after a child, and losing sight of the child when that ends."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from accounts.rules.refusal import Refused
from children import actions
from children.models import KeyPersonAssignment
from tests.children.given import page, text_of
from tests.people import Cast

Browse = Callable[..., Client]


def choose(people: Cast, member: object, place: str = "first", from_on: str = "today") -> dict:
    return {"place": place, "member": getattr(member, "pk", member), "from_on": from_on}


def test_a_new_key_person_ends_the_one_before_who_loses_the_child_at_the_next_request(
    people: Cast, browse: Browse
) -> None:
    kemi, dele = browse(people.kemi), browse(people.dele)
    assert kemi.get(page("edit", people.seyi)).status_code == 200
    assert dele.get(page("edit", people.seyi)).status_code == 404
    browse(people.sam).post(page("key_person", people.seyi), choose(people, people.dele))
    assert kemi.get(page("edit", people.seyi)).status_code == 404
    assert dele.get(page("edit", people.seyi)).status_code == 200
    ended = KeyPersonAssignment.objects.get(child=people.seyi, membership=people.kemi)
    assert ended.until_on == date(2026, 11, 22)


def test_a_second_key_person_stands_beside_the_first(people: Cast, browse: Browse) -> None:
    browse(people.sam).post(page("key_person", people.seyi), choose(people, people.dele, "second"))
    for member in (people.kemi, people.dele):
        assert browse(member).get(page("edit", people.seyi)).status_code == 200


def test_a_member_of_another_setting_is_refused(people: Cast, browse: Browse) -> None:
    answer = browse(people.sam).post(page("key_person", people.seyi), choose(people, people.olga))
    assert "Choose somebody who works here" in text_of(answer)
    with pytest.raises(Refused, match="works here"):
        actions.assign_key_person(
            child=people.seyi,
            member=people.olga,
            is_second=True,
            from_on=date(2026, 11, 23),
            by=people.sam.as_actor(),
        )


def test_somebody_who_has_left_is_refused(people: Cast, browse: Browse) -> None:
    answer = browse(people.sam).post(page("key_person", people.seyi), choose(people, people.lee))
    assert "Choose somebody who works here" in text_of(answer)
    with pytest.raises(Refused, match="has left"):
        actions.assign_key_person(
            child=people.seyi,
            member=people.lee,
            is_second=True,
            from_on=date(2026, 11, 23),
            by=people.sam.as_actor(),
        )


@pytest.mark.parametrize(
    ("who", "from_on", "field"),
    [("hannah", "today", "member"), ("kemi", "today", "member"), ("dele", "1 8 26", "member")],
)
def test_what_cannot_be_is_said_beside_the_name(
    people: Cast, browse: Browse, who: str, from_on: str, field: str
) -> None:
    """Hannah is no key person, Kemi is already, Dele had not joined in August."""
    words = choose(people, getattr(people, who), "second", from_on)
    answer = browse(people.sam).post(page("key_person", people.seyi), words)
    assert field in answer.context["form"].errors
    assert people.seyi.key_people.count() == 1


def test_an_assignment_from_before_the_present_one_is_refused_beside_the_day(
    people: Cast, browse: Browse
) -> None:
    sam = browse(people.sam)
    sam.post(page("key_person", people.seyi), choose(people, people.dele, from_on="16 11 26"))
    people.sam.roles = ["senco", "key_person"]
    people.sam.record(by=people.ruth.as_actor())
    answer = sam.post(
        page("key_person", people.seyi), choose(people, people.sam, from_on="2 11 26")
    )
    assert "from_on" in answer.context["form"].errors


def test_an_assignment_can_end_without_another(people: Cast, browse: Browse) -> None:
    row = people.seyi.key_people.get()
    address = page("key_person_end", people.seyi, row)
    sam = browse(people.sam)
    early = sam.post(address, {"until_on": "1 8 26"})
    assert "until_on" in early.context["form"].errors
    sam.post(address, {"until_on": "yesterday"})
    assert browse(people.kemi).get(page("edit", people.seyi)).status_code == 404


def test_a_key_person_may_not_choose_key_persons(people: Cast, browse: Browse) -> None:
    assert browse(people.kemi).get(page("key_person", people.seyi)).status_code == 403
