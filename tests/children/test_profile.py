"""The one-page profile: five texts, and nobody's words lost."""

from collections.abc import Callable

from django.test import Client

from children.models import ChildProfile
from tests.children.given import form_of, page, text_of
from tests.people import Cast

Browse = Callable[..., Client]


def test_a_profile_is_written_and_changed(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    for words in ("He laughs with his whole body", "He laughs, and then everybody does"):
        form = form_of(kemi.get(page("profile", people.seyi)))
        kemi.post(page("profile", people.seyi), {**form, "what_people_like": words})
    profile = ChildProfile.objects.get(child=people.seyi)
    assert profile.what_people_like == "He laughs, and then everybody does"
    assert profile.history.count() == 2


def test_of_two_who_begin_a_profile_the_second_keeps_every_word_and_sees_both(
    people: Cast, browse: Browse
) -> None:
    kemi, sam = browse(people.kemi), browse(people.sam)
    of_kemi = form_of(kemi.get(page("profile", people.seyi)))
    of_sam = form_of(sam.get(page("profile", people.seyi)))
    sam.post(page("profile", people.seyi), {**of_sam, "what_upsets": "Hand dryers"})
    met = kemi.post(page("profile", people.seyi), {**of_kemi, "what_upsets": "Loud tidy-ups"})
    assert "Hand dryers" in text_of(met)
    assert "Loud tidy-ups" in met.content.decode()
    assert ChildProfile.objects.get().what_upsets == "Hand dryers"
    kemi.post(page("profile", people.seyi), form_of(met))
    assert ChildProfile.objects.get().what_upsets == "Loud tidy-ups"


def test_fifteen_hundred_characters_fit_and_one_more_is_explained(
    people: Cast, browse: Browse
) -> None:
    kemi = browse(people.kemi)
    form = form_of(kemi.get(page("profile", people.seyi)))
    too_long = kemi.post(page("profile", people.seyi), {**form, "what_matters": "w" * 1501})
    assert "This is 1501 characters and 1500 fit here" in text_of(too_long)
    assert "w" * 1501 in too_long.content.decode()
    fits = kemi.post(page("profile", people.seyi), {**form, "what_matters": "w" * 1500})
    assert fits.status_code == 302
