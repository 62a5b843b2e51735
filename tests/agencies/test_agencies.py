"""The setting's agencies and their professionals."""

from collections.abc import Callable

from django.test import Client

from agencies.models import Agency, Professional
from tests.people import Cast

Browse = Callable[..., Client]
AUDIOLOGY = {"name": "Harrowby Audiology", "kind": "hearing"}


def test_a_senco_adds_an_agency(people: Cast, browse: Browse) -> None:
    assert browse(people.sam).post("/agencies/add/", AUDIOLOGY).status_code == 302
    agency = Agency.objects.get(name="Harrowby Audiology")
    assert agency.setting == people.acorns
    assert agency.history.get().actor_label == "Sam Whitlock"


def test_two_agencies_of_one_name_are_refused(people: Cast, browse: Browse) -> None:
    twice = {"name": "harrowby speech and language", "kind": "speech"}
    text = browse(people.sam).post("/agencies/add/", twice).content.decode()
    assert "There is an agency of this name already." in text
    assert Agency.objects.count() == 1


def test_an_agency_without_a_kind_is_asked_for_it(people: Cast, browse: Browse) -> None:
    text = browse(people.sam).post("/agencies/add/", {"name": "Portage"}).content.decode()
    assert "Choose what kind of agency it is" in text


def test_a_senco_changes_an_agency(people: Cast, browse: Browse) -> None:
    words = {"name": "Harrowby SLT", "kind": "speech", "seen_version": 1}
    browse(people.sam).post(f"/agencies/{people.speech.pk}/edit/", words)
    people.speech.refresh_from_db()
    assert people.speech.name == "Harrowby SLT"


def test_the_second_of_two_people_keeps_her_words_and_sees_the_first_ones(
    people: Cast, browse: Browse
) -> None:
    address = f"/agencies/{people.speech.pk}/edit/"
    words = {"kind": "speech", "seen_version": 1}
    browse(people.sam).post(address, {**words, "name": "First"})
    answer = browse(people.sam).post(address, {**words, "name": "Second"})
    text = answer.content.decode()
    assert 'value="Second"' in text
    assert "<dd>First</dd>" in text
    people.speech.refresh_from_db()
    assert people.speech.name == "First"


def test_an_ended_agency_is_no_longer_offered_and_can_come_back(
    people: Cast, browse: Browse
) -> None:
    sam = browse(people.sam)
    sam.post(f"/agencies/{people.speech.pk}/end/")
    add = f"/agencies/children/{people.seyi.pk}/involvements/add/"
    offered = ">Harrowby Speech and Language</option>"
    assert offered not in sam.get(add).content.decode()
    sam.post(f"/agencies/{people.speech.pk}/bring-back/")
    assert offered in sam.get(add).content.decode()


def test_a_professional_is_added_and_later_leaves(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)
    sam.post(f"/agencies/{people.speech.pk}/professionals/add/", {"name": "Ngozi Eze"})
    ngozi = Professional.objects.get(name="Ngozi Eze")
    words = {"name": "Ngozi Eze", "seen_version": 1, "ended_on": "20 11 26"}
    sam.post(f"/agencies/professionals/{ngozi.pk}/edit/", words)
    ngozi.refresh_from_db()
    assert str(ngozi.ended_on) == "2026-11-20"
    assert "left Fri 20 Nov" in sam.get("/agencies/").content.decode()


def test_a_key_person_reads_the_agencies_and_changes_none(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    text = kemi.get("/agencies/").content.decode()
    assert "Theo Marsh" in text
    assert "Add an agency" not in text
    assert kemi.get("/agencies/add/").status_code == 403


def test_another_settings_agency_is_not_found(people: Cast, browse: Browse) -> None:
    olga = browse(people.olga)
    assert olga.get(f"/agencies/{people.speech.pk}/edit/").status_code == 404
    assert olga.post(f"/agencies/{people.speech.pk}/end/").status_code == 404
    assert olga.get(f"/agencies/professionals/{people.theo.pk}/edit/").status_code == 404
    assert "Harrowby" not in olga.get("/agencies/").content.decode()
