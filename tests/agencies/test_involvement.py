"""An agency's path with a child."""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.rules.refusal import Refused
from agencies.actions import add_involvement, receive_report, record_advice
from agencies.models import Agency, Involvement, Professional
from tests.people import STORY, Cast, seen_by_theo

Browse = Callable[..., Client]


def words(people: Cast, **more: object) -> dict[str, object]:
    return {"agency": people.speech.pk, "referred_on": "1 9 26", **more}


def add(people: Cast, browse: Browse, **more: object) -> str:
    address = f"/agencies/children/{people.seyi.pk}/involvements/add/"
    answer = browse(people.sam).post(address, words(people, **more))
    return answer.content.decode() if answer.status_code == 200 else f"{answer.status_code}"


def test_a_referral_is_recorded(people: Cast, browse: Browse) -> None:
    assert add(people, browse, waiting_since="3 9 26") == "302"
    involvement = Involvement.objects.get()
    assert involvement.child == people.seyi
    assert involvement.first_seen_on is None


@pytest.mark.parametrize(
    ("field", "day", "sentence"),
    [
        ("first_seen_on", "30 11 26", "Mon 30 Nov is still to come"),
        ("first_seen_on", "1 1 20", "is before the child was born"),
        ("first_seen_on", "1 8 26", "This is before the child was referred"),
        ("accepted_on", "1 8 26", "This is before the child was referred"),
        ("last_seen_on", "1 10 26", "Say when the child was first seen as well"),
        ("discharged_on", "1 8 26", "This is before the child was referred"),
        ("first_seen_on", "31 11 26", "is not a date"),
    ],
)
def test_a_day_that_cannot_be_right_is_explained(
    people: Cast, browse: Browse, field: str, day: str, sentence: str
) -> None:
    text = add(people, browse, **{field: day})
    assert sentence in text
    assert f'value="{day}"' in text
    assert not Involvement.objects.exists()


def test_a_path_without_any_day_is_asked_for_one(people: Cast, browse: Browse) -> None:
    assert "Say when the child was referred, or first seen" in add(people, browse, referred_on="")


def test_one_agency_is_open_once_per_child(people: Cast, browse: Browse) -> None:
    seen_by_theo(people)
    assert "is already on Seyi" in add(people, browse)
    assert Involvement.objects.count() == 1


def test_another_settings_agency_is_refused(people: Cast, browse: Browse) -> None:
    theirs = Agency(setting=people.oaks, name="Oaks Speech", kind="speech").record(by=STORY)
    assert "Choose one of the agencies in the list" in add(people, browse, agency=theirs.pk)


def test_another_settings_agency_is_not_even_offered(people: Cast, browse: Browse) -> None:
    Agency(setting=people.oaks, name="Oaks Speech", kind="speech").record(by=STORY)
    address = f"/agencies/children/{people.seyi.pk}/involvements/add/"
    assert "Oaks Speech" not in browse(people.sam).get(address).content.decode()


def test_no_way_around_the_form_involves_another_settings_agency(people: Cast) -> None:
    theirs = Agency(setting=people.oaks, name="Oaks Speech", kind="speech").record(by=STORY)
    with pytest.raises(Refused, match="Choose one of the agencies in the list"):
        add_involvement(child=people.seyi, values={"agency": theirs}, by=STORY)
    with pytest.raises(Refused, match="Choose one of the agencies in the list"):
        receive_report(child=people.seyi, values={"agency": theirs}, by=STORY)


def test_another_settings_professional_gives_no_advice(people: Cast, browse: Browse) -> None:
    theirs = Agency(setting=people.oaks, name="Oaks Speech", kind="speech").record(by=STORY)
    person = Professional(agency=theirs, name="Otto Berg").record(by=STORY)
    address = f"/agencies/children/{people.seyi.pk}/advice/add/"
    assert "Otto Berg" not in browse(people.sam).get(address).content.decode()
    with pytest.raises(Refused, match="Choose one of the professionals in the list"):
        record_advice(child=people.seyi, values={"professional": person}, by=STORY)


def test_a_professional_of_another_agency_is_refused(people: Cast, browse: Browse) -> None:
    physio = Agency(setting=people.acorns, name="Physio", kind="physiotherapy").record(by=STORY)
    text = add(people, browse, agency=physio.pk, professional=people.theo.pk)
    assert "Theo Marsh works for another agency" in text


def test_a_discharge_is_recorded(people: Cast, browse: Browse) -> None:
    row = seen_by_theo(people)
    address = f"/agencies/children/{people.seyi.pk}/involvements/{row.pk}/edit/"
    more = {"referred_on": "", "first_seen_on": "15 9 26", "discharged_on": "20 11 26"}
    answer = browse(people.sam).post(address, words(people, seen_version=1, **more))
    assert answer.status_code == 302
    row.refresh_from_db()
    assert str(row.discharged_on) == "2026-11-20"


def test_only_who_keeps_agencies_may_change_the_path(people: Cast, browse: Browse) -> None:
    address = f"/agencies/children/{people.seyi.pk}/involvements/add/"
    assert browse(people.kemi).get(address).status_code == 403
    assert browse(people.olga).get(address).status_code == 404


def test_a_path_is_found_under_its_own_child_only(people: Cast, browse: Browse) -> None:
    row = seen_by_theo(people)
    address = f"/agencies/children/{people.zofia.pk}/involvements/{row.pk}/edit/"
    assert browse(people.sam).get(address).status_code == 404
