"""An import is undone whole, as long as nothing was built on its children."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Membership
from accounts.rules.refusal import Refused
from children.actions import add_contact
from children.actions import register as actions
from children.models import Child, ImportState, RegisterImport, Room, StagedRows
from tests.people import Cast

from .registers import HEADS, stage

Browse = Callable[[Membership], Client]


def add(found: RegisterImport, people: Cast, **how: Any) -> RegisterImport:
    by = people.sam.as_actor()
    return actions.add_register(register_import=found, leave_out_wrong=False, by=by, **how)


def test_an_import_is_undone_and_the_mended_file_comes_in(people: Cast) -> None:
    rows = [HEADS, ("Ada Bell", "1/2/23", "New"), ("Ben Oak", "1/2/23", "Orchard")]
    by = people.sam.as_actor()
    found = add(stage(people.sam, rows), people)
    actions.undo_register(register_import=found, by=by)
    assert not Child.objects.active().filter(legal_name="Ada Bell").exists()
    assert Room.objects.get(name="New").closed_on
    assert not people.orchard.closed_on
    again = add(stage(people.sam, rows), people)
    assert again.added_count == 2
    assert not Room.objects.get(name="New").closed_on
    with pytest.raises(Refused, match="not in the register"):
        actions.undo_register(register_import=found, by=by)


def test_what_was_built_since_keeps_an_import_and_is_named(people: Cast) -> None:
    rows = [HEADS, ("Ada Bell", "1/2/23", ""), ("Ben Oak", "1/2/23", "")]
    found = add(stage(people.sam, rows), people)
    ada = Child.objects.get(legal_name="Ada Bell")
    values = {"name": "Eve Bell", "relationship": "mother"}
    add_contact(child=ada, values=values, by=people.kemi.as_actor())
    with pytest.raises(Refused, match="recorded since for Ada Bell, so the import stands"):
        actions.undo_register(register_import=found, by=people.sam.as_actor())
    assert Child.objects.active().filter(legal_name="Ben Oak").exists()


def test_looking_at_a_child_or_the_nightly_check_keeps_no_import(
    people: Cast, browse: Browse
) -> None:
    from accounts.rules.actor import Actor
    from plans.actions.decision import decide_requirements

    found = add(stage(people.sam, [HEADS, ("Ada Bell", "1/2/23", "")]), people)
    browse(people.sam).get(reverse("children:import_check", args=[found.pk]))
    decide_requirements(on=date(2030, 9, 1), by=Actor.system("nightly check"))
    undone = actions.undo_register(register_import=found, by=people.sam.as_actor())
    assert undone.state == ImportState.UNDONE


def test_a_file_that_is_given_up_leaves_nothing_but_its_name(people: Cast) -> None:
    found = stage(people.sam, [HEADS, ("Ada Bell", "1/2/23", "")])
    actions.give_up_register(register_import=found, by=people.sam.as_actor())
    assert not StagedRows.objects.exists()
    with pytest.raises(Refused, match="no longer waiting"):
        add(found, people)
