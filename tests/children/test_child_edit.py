"""Changing a child's own fields, archiving and bringing back."""

from collections.abc import Callable
from datetime import date

from django.test import Client

from children.models import Child
from tests.children.given import Heard, form_of, page, text_of
from tests.people import Cast

Browse = Callable[..., Client]


def test_a_key_person_changes_the_record_and_history_says_who(
    people: Cast, browse: Browse, heard: Heard
) -> None:
    kemi = browse(people.kemi)
    words = form_of(kemi.get(page("edit", people.seyi)))
    answer = kemi.post(
        page("edit", people.seyi), {**words, "other_languages": "Yoruba", "hours": "9 to 3"}
    )
    child = Child.objects.get(pk=people.seyi.pk)
    assert answer.status_code == 302
    assert (child.other_languages, child.hours) == ("Yoruba", "9 to 3")
    assert child.history.first().actor_label == "Kemi Adebayo"
    assert heard == [child]


def test_of_two_who_edit_the_second_keeps_every_word_and_sees_both(
    people: Cast, browse: Browse
) -> None:
    kemi, sam = browse(people.kemi), browse(people.sam)
    opened = form_of(kemi.get(page("edit", people.seyi)))
    sam.post(
        page("edit", people.seyi),
        {**form_of(sam.get(page("edit", people.seyi))), "hours": "8 to 12"},
    )
    met = kemi.post(page("edit", people.seyi), {**opened, "hours": "9 to 3"})
    assert "9 to 3" in met.content.decode()
    assert "8 to 12" in text_of(met)
    assert Child.objects.get(pk=people.seyi.pk).hours == "8 to 12"
    again = kemi.post(page("edit", people.seyi), {**form_of(met), "hours": "9 to 3"})
    assert again.status_code == 302
    assert Child.objects.get(pk=people.seyi.pk).hours == "9 to 3"


def test_a_change_sent_twice_is_saved_once_and_nobody_is_blamed(
    people: Cast, browse: Browse
) -> None:
    kemi = browse(people.kemi)
    typed = {**form_of(kemi.get(page("edit", people.seyi))), "hours": "9 to 3"}
    answers = [kemi.post(page("edit", people.seyi), typed) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Child.objects.get(pk=people.seyi.pk).history.filter(hours="9 to 3").count() == 1


def test_only_some_roles_see_and_change_the_social_care_flag(people: Cast, browse: Browse) -> None:
    people.seyi.social_care = "Looked after since June"
    people.seyi.record(by=people.sam.as_actor())
    kemi, sam = browse(people.kemi), browse(people.sam)
    shown_to_kemi = kemi.get(page("edit", people.seyi))
    assert "Looked after" not in shown_to_kemi.content.decode()
    assert "Looked after since June" in sam.get(page("edit", people.seyi)).content.decode()
    kemi.post(page("edit", people.seyi), {**form_of(shown_to_kemi), "social_care": "Nothing"})
    assert Child.objects.get(pk=people.seyi.pk).social_care == "Looked after since June"


def test_a_room_of_another_setting_is_refused(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    words = form_of(kemi.get(page("edit", people.seyi)))
    answer = kemi.post(page("edit", people.seyi), {**words, "room": people.bilal.room_id})
    assert "Choose one of the rooms in the list" in text_of(answer)


def test_a_last_day_before_the_first_is_said_beside_it(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    words = form_of(kemi.get(page("edit", people.seyi)))
    answer = kemi.post(page("edit", people.seyi), {**words, "leaving_on": "1 Aug 2026"})
    assert answer.context["form"].errors["leaving_on"] == ["The last day here is before the first"]
    assert "1 Aug 2026" in answer.content.decode()


def test_a_text_over_its_cap_comes_back_whole_with_both_numbers(
    people: Cast, browse: Browse
) -> None:
    kemi = browse(people.kemi)
    long = "points and pulls " * 40
    words = form_of(kemi.get(page("edit", people.seyi)))
    answer = kemi.post(page("edit", people.seyi), {**words, "how_communicates": long})
    assert "This is 679 characters and 500 fit here" in text_of(answer)
    assert long.strip() in answer.content.decode()


def test_another_setting_and_another_key_person_are_told_that_the_child_is_not_there(
    people: Cast, browse: Browse
) -> None:
    for stranger in (people.olga, people.mo, people.dele):
        for method in ("get", "post"):
            answer = getattr(browse(stranger), method)(page("edit", people.seyi))
            assert answer.status_code == 404
            assert "Seyi" not in answer.content.decode()


def test_fields_that_the_form_does_not_ask_for_cannot_be_smuggled_in(
    people: Cast, browse: Browse
) -> None:
    kemi = browse(people.kemi)
    words = form_of(kemi.get(page("edit", people.seyi)))
    kemi.post(
        page("edit", people.seyi),
        {**words, "setting": people.oaks.pk, "archived_on": "2026-11-01", "row_version": 99},
    )
    child = Child.objects.get(pk=people.seyi.pk)
    assert (child.setting_id, child.archived_on, child.row_version) == (people.acorns.pk, None, 2)


def test_archiving_takes_the_child_off_the_lists_and_deletes_nothing(
    people: Cast, browse: Browse, heard: Heard
) -> None:
    sam = browse(people.sam)
    words = {"left_on": "20 11 26", "because": "Moved to Harrowby Primary"}
    assert sam.post(page("archive", people.seyi), words).status_code == 302
    child = Child.objects.get(pk=people.seyi.pk)
    assert (child.archived_on, child.leaving_on) == (date(2026, 11, 23), date(2026, 11, 20))
    assert child not in Child.objects.visible_to(people.sam).active()
    assert heard == [child]


def test_an_archived_record_is_read_only_until_it_is_brought_back(
    people: Cast, browse: Browse
) -> None:
    sam = browse(people.sam)
    words = form_of(sam.get(page("edit", people.seyi)))
    sam.post(page("archive", people.seyi), {"left_on": "today", "because": "Moved away"})
    refused = sam.post(page("edit", people.seyi), {**words, "seen_version": 2, "hours": "9 to 3"})
    assert "Bring it back before changing it" in text_of(refused)
    assert "Moved away" in text_of(sam.get(page("archive", people.seyi)))
    sam.post(page("bring_back", people.seyi))
    child = Child.objects.get(pk=people.seyi.pk)
    assert (child.archived_on, child.leaving_on, child.archived_because) == (None, None, "")


def test_looking_at_bring_back_changes_nothing(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)
    sam.post(page("archive", people.seyi), {"left_on": "today", "because": "Moved away"})
    assert sam.get(page("bring_back", people.seyi)).status_code == 405
    assert Child.objects.get(pk=people.seyi.pk).archived_on


def test_a_key_person_may_not_archive(people: Cast, browse: Browse) -> None:
    assert browse(people.kemi).get(page("archive", people.seyi)).status_code == 403
