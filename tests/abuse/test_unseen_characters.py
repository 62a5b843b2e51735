"""What nobody can see is taken out of what is typed, and what languages need stays."""

from typing import Any

import pytest
from django import forms
from django.urls import reverse

from accounts.forms.base import PortalForm
from accounts.rules.plain_text import readable
from children.models import Child, Room
from tests.people import Cast, signed_in_as

from .nonsense import send
from .page_forms import forms_on

SEEN_AS = {
    "Se\x00yi": "Seyi",
    "Se\x01\x08\x1b\x7f\x9fyi": "Seyi",
    "Seyi \u202eydoB\u202c": "Seyi ydoB",
    "\u2066Seyi\u2069\ufeff": "Seyi",
    "\u200bSeyi\u2060": "Seyi",
    "one\x0btwo\x0cthree\u2028four\r\nfive\rsix": "one\ntwo\nthree\nfour\nfive\nsix",
}
STAYS = {
    "Polish and Welsh": "Wiśniewska-Dąbrowska, Siân Ŵyn",
    "Persian with a joiner": "می\u200cخواهم",
    "Arabic with its mark": "\u200fسارة",
    "an emoji family": "\U0001f469\u200d\U0001f467",
    "a tab and a line": "one\ttwo\nthree",
}


@pytest.mark.parametrize("typed", SEEN_AS)
def test_unseen_characters_go(typed: str) -> None:
    assert readable(typed) == SEEN_AS[typed]


@pytest.mark.parametrize("which", STAYS)
def test_marks_that_languages_need_stay(which: str) -> None:
    assert readable(STAYS[which]) == STAYS[which]


class NameForm(PortalForm):
    name = forms.CharField(max_length=5, error_messages={"required": "Write the name"})
    password = forms.CharField(widget=forms.PasswordInput, required=False)


def test_a_name_of_nothing_to_see_is_no_name() -> None:
    form = NameForm({"name": "\u200b\ufeff \u202e"})
    assert form.errors["name"] == ["Write the name"]


def test_unseen_characters_do_not_count_towards_the_length() -> None:
    form = NameForm({"name": "Se\u200by\u202ei\x00", "password": ""})
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Seyi"


def test_a_password_is_taken_as_it_was_typed() -> None:
    form = NameForm({"name": "Seyi", "password": "word\u200bword"})
    assert form.is_valid()
    assert form.cleaned_data["password"] == "word\u200bword"


def test_what_was_typed_is_not_changed_behind_the_caller() -> None:
    typed: dict[str, Any] = {"name": "Se\u200byi"}
    assert NameForm(typed).is_valid()
    assert typed == {"name": "Se\u200byi"}


@pytest.mark.parametrize("name", ["Anouk\u202e ecyoJ", "Anouk\x00 ecyoJ"])
def test_a_child_is_kept_under_the_name_that_is_seen(people: Cast, name: str) -> None:
    client = signed_in_as(people.sam)
    (form,) = forms_on(client, reverse("children:add"))
    assert send(client, form.action, {**form.filled(), "legal_name": name}).status_code == 302
    assert Child.objects.filter(legal_name="Anouk ecyoJ").count() == 1


def test_a_room_does_not_hide_behind_a_character(people: Cast) -> None:
    client = signed_in_as(people.ruth)
    answer = send(client, reverse("children:rooms"), {"name": "Orch\u200bard"})
    assert "There is a room called Orchard already" in answer.content.decode()
    assert Room.objects.filter(setting=people.acorns).count() == 2
