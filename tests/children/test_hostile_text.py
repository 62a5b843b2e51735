"""Markup and template text in every field of every form comes back as text, and runs nowhere."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django import forms
from django.test import Client

from children import actions
from children.models import Question, RestrictionKind
from children.rules import Stage
from tests.children.given import page
from tests.children.test_contacts import restrict
from tests.people import Cast

Browse = Callable[..., Client]
HOSTILE = "{{ 7|add:1 }}{% now 'Y' %}<script>alert(1)</script>\"><b onclick='x'>"
AS_TEXT = "{{ 7|add:1 }}{% now &#x27;Y&#x27; %}&lt;script&gt;alert(1)&lt;/script&gt;"
OF_A_CHILD = (
    *("edit", "archive", "needs", "sessions", "profile", "level_add", "stage_override"),
    *("key_person", "contact_add", "support_need"),
)
OF_A_ROW = (
    *("stage_override_end", "key_person_end", "contact_edit", "contact_end", "restriction_add"),
    *("restriction_lift", "support_need_withdraw"),
)
OF_THE_SETTING = ("add", "rooms", "room_rename", "room_staff", "room_staff_end", "attendance")


def address(people: Cast, name: str) -> str:
    if name in OF_A_CHILD:
        return page(name, people.seyi)
    if name in OF_A_ROW:
        return page(name, people.seyi, row_for(people, name))
    return page(name, *ids_of_setting(people, name))


def ids_of_setting(people: Cast, name: str) -> list[object]:
    if name in ("room_rename", "room_staff"):
        return [people.orchard]
    return [people.orchard, people.orchard.staff.get()] if name == "room_staff_end" else []


def row_for(people: Cast, name: str) -> object:
    by, on = people.sam.as_actor(), date(2026, 11, 2)
    if name == "stage_override_end":
        return actions.override_stage(
            child=people.seyi,
            stage=Stage.PRESCHOOL,
            because=HOSTILE,
            agreed_by=HOSTILE,
            from_on=on,
            until_on=None,
            by=by,
        )
    if name == "support_need_withdraw":
        return actions.record_support_answer(
            child=people.seyi,
            question=Question.EVIDENCE,
            is_yes=True,
            said_by=people.kemi,
            said_on=on,
            until_on=None,
            words=HOSTILE,
            by=by,
        )
    if name == "restriction_lift":
        return restrict(people, RestrictionKind.NO_CONTACT, evidence=HOSTILE)
    return people.seyi.key_people.get() if name == "key_person_end" else people.priya


@pytest.mark.parametrize("name", [*OF_A_CHILD, *OF_A_ROW, *OF_THE_SETTING])
def test_markup_and_template_text_in_every_field_comes_back_as_text(
    people: Cast, browse: Browse, name: str
) -> None:
    """Every record around the form carries the text as well: names, reasons, evidence."""
    people.sam.roles = ["manager", "senco", "key_person"]
    people.sam.record(by=people.ruth.as_actor())
    people.seyi.legal_name = people.seyi.preferred_name = HOSTILE[:60]
    people.seyi.record(by=people.sam.as_actor())
    sam = browse(people.sam)
    where = address(people, name)
    form = sam.get(where).context["form"]
    # Longer than any cap, so that no form is saved and every word comes back.
    answer = sam.post(where, dict.fromkeys(form.fields, HOSTILE * 25))
    body = answer.content.decode()
    assert answer.status_code == 200, "the form was saved: nothing came back to look at"
    assert not re.search(r"<script>alert|<b onclick", body)
    assert "{{ 7|add:1 }}" in body
    if any(isinstance(field, forms.CharField) for field in form.fields.values()):
        assert AS_TEXT in body


def test_stored_markup_is_text_on_every_page_that_lists_it(people: Cast, browse: Browse) -> None:
    for name in OF_A_ROW:
        row_for(people, name)
    people.priya.name = people.priya.address = HOSTILE
    people.priya.record(by=people.sam.as_actor(), why=HOSTILE)
    actions.record_level(
        child=people.seyi,
        level=HOSTILE[:20],
        from_on=date(2026, 11, 2),
        because=HOSTILE,
        by=people.sam.as_actor(),
    )
    sam = browse(people.sam)
    for name in (
        "contacts",
        "history",
        "level_add",
        "stage_override",
        "support_need",
        "access_log",
    ):
        body = sam.get(page(name, people.seyi)).content.decode()
        assert not re.search(r"<script>alert|<b onclick", body), name
        assert name == "access_log" or AS_TEXT in body, name
