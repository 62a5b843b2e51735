"""Advice to use, or not to use, an ISP."""

from collections.abc import Callable

import pytest
from django.test import Client

from agencies.models import Advice
from tests.people import Cast

Browse = Callable[..., Client]


def words(**more: object) -> dict[str, object]:
    return {
        "use": "do_not_use",
        "advised_by": "professional",
        "person_name": "Farah Malik",
        "person_role": "Physiotherapist",
        "given_on": "10 11 26",
        **more,
    }


def record(people: Cast, browse: Browse, **more: object) -> str:
    address = f"/agencies/children/{people.seyi.pk}/advice/add/"
    answer = browse(people.kemi).post(address, words(**more))
    return answer.content.decode() if answer.status_code == 200 else f"{answer.status_code}"


def test_advice_is_recorded_with_who_gave_it_and_as_what(people: Cast, browse: Browse) -> None:
    assert record(people, browse) == "302"
    assert str(Advice.objects.get()) == "Do not use an ISP: Farah Malik, Physiotherapist"


def test_the_same_advice_sent_twice_is_kept_once(people: Cast, browse: Browse) -> None:
    record(people, browse)
    record(people, browse)
    assert Advice.objects.count() == 1


def test_a_professional_on_record_need_not_be_typed_again(people: Cast, browse: Browse) -> None:
    record(people, browse, professional=people.theo.pk, person_name="", person_role="")
    advice = Advice.objects.get()
    assert (advice.person_name, advice.person_role) == (
        "Theo Marsh",
        "Speech and language therapist",
    )


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("use", "", "Say what was advised"),
        ("advised_by", "", "Say who advised it"),
        ("person_name", "", "Write who gave the advice"),
        ("person_role", "", "Write in which role they advise"),
        ("given_on", "24 11 26", "is still to come"),
        ("until_on", "1 11 26", "The advice ends before the day on which it was given"),
    ],
)
def test_what_is_missing_or_cannot_be_is_said_beside_the_field(
    people: Cast, browse: Browse, field: str, value: str, sentence: str
) -> None:
    assert sentence in record(people, browse, **{field: value})
    assert not Advice.objects.exists()


def test_the_senco_confirms_a_professionals_advice_once(people: Cast, browse: Browse) -> None:
    record(people, browse)
    address = f"/agencies/children/{people.seyi.pk}/advice/{Advice.objects.get().pk}/confirm/"
    assert browse(people.kemi).post(address).status_code == 403
    sam = browse(people.sam)
    assert sam.post(address).status_code == 302
    assert Advice.objects.get().confirmed_by == "Sam Whitlock"
    assert "has confirmed this already" in sam.post(address).content.decode()


def test_the_inclusion_teams_advice_needs_no_confirmation(people: Cast, browse: Browse) -> None:
    record(people, browse, advised_by="inclusion_team")
    address = f"/agencies/children/{people.seyi.pk}/advice/{Advice.objects.get().pk}/confirm/"
    assert "counts at once" in browse(people.sam).post(address).content.decode()


def test_withdrawn_advice_keeps_its_reason(people: Cast, browse: Browse) -> None:
    record(people, browse)
    address = f"/agencies/children/{people.seyi.pk}/advice/{Advice.objects.get().pk}/withdraw/"
    kemi = browse(people.kemi)
    kemi.post(address, {"because": "She changed her mind"})
    advice = Advice.objects.get()
    assert (str(advice.withdrawn_on), advice.withdrawn_because) == (
        "2026-11-23",
        "She changed her mind",
    )
    assert "withdrawn already" in kemi.post(address, {"because": "Again"}).content.decode()


def test_an_archived_child_takes_no_new_advice(people: Cast, browse: Browse) -> None:
    from children.actions import archive_child

    archive_child(
        child=people.seyi,
        left_on=people.seyi.started_on or people.seyi.date_of_birth,
        because="Moved away",
        by=people.sam.as_actor(),
    )
    assert "This record is archived" in record(people, browse)
