"""An import of many children is taken back by the worker, some at a time, and can be gone on with."""

from collections.abc import Callable, Iterable

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Batch, Membership
from accounts.rules.batch import AT_ONCE, CLAIM_LASTS
from accounts.rules.refusal import Refused
from children.actions import add_contact, bring_back_child
from children.actions import register as actions
from children.actions.register import undoing_in_steps
from children.actions.register.undoing_in_steps import CHILDREN_AT_A_TIME
from children.models import Child, ImportState, RegisterImport, Room
from tests.accounts.working import worked_off
from tests.people import STORY, Cast

from .registers import HEADS, letters, stage

Browse = Callable[[Membership], Client]
MANY = 25


@pytest.fixture
def came(people: Cast) -> RegisterImport:
    """An import of more children than are taken back while somebody waits."""
    rows = [HEADS, *((f"Ada {letters(n)}", "3/4/23", "New") for n in range(MANY))]
    found = actions.add_register(
        register_import=stage(people.sam, rows), leave_out_wrong=False, by=people.sam.as_actor()
    )
    worked_off()
    return found


def undo(found: RegisterImport, people: Cast) -> RegisterImport:
    return actions.undo_register(register_import=found, by=people.sam.as_actor())


def now(found: RegisterImport) -> RegisterImport:
    return RegisterImport.objects.get(pk=found.pk)


def still_in() -> int:
    return Child.objects.active().filter(legal_name__startswith="Ada ").count()


@pytest.fixture
def dies(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The worker is killed in the second step, after its children were archived."""
    archive = undoing_in_steps.archive_all

    def archive_and_die(held: RegisterImport, children: Iterable[Child], by: object) -> None:
        archive(held, children, by)  # type: ignore[arg-type]
        if still_in() < MANY - CHILDREN_AT_A_TIME:
            raise KeyboardInterrupt

    monkeypatch.setattr(undoing_in_steps, "archive_all", archive_and_die)
    return monkeypatch


def half_undone(found: RegisterImport, people: Cast, dies: pytest.MonkeyPatch) -> Batch:
    """An undo whose worker was killed in its second step."""
    undo(found, people)
    with pytest.raises(KeyboardInterrupt):
        worked_off()
    dies.undo()
    return Batch.objects.get(kind="undo_register")


def test_many_are_taken_back_by_the_worker_and_the_page_says_how_far_it_is(
    people: Cast, came: RegisterImport, browse: Browse
) -> None:
    assert MANY > AT_ONCE
    sam = browse(people.sam)
    answer = sam.post(reverse("children:import_undo", args=[came.pk]))
    assert (now(came).state, still_in()) == (ImportState.UNDOING, MANY)
    page = sam.get(answer["Location"]).content.decode()
    assert "The children are being taken back" in page
    assert f"0 of {MANY}" in page
    assert 'hx-trigger="every 2s"' in page
    worked_off()
    done = now(came)
    assert (done.state, done.undone_by, still_in()) == (ImportState.UNDONE, "Sam Whitlock", 0)
    assert Room.objects.get(name="New").closed_on
    assert "was taken back" in sam.get(answer["Location"]).content.decode()
    assert sam.get(reverse("children:imports")).status_code == 200


def test_pressed_twice_it_is_undone_once(people: Cast, came: RegisterImport) -> None:
    undo(came, people)
    with pytest.raises(Refused, match="being undone already"):
        undo(came, people)
    assert Batch.objects.filter(kind="undo_register").count() == 1


def test_killed_on_the_way_the_next_worker_goes_on_and_each_is_archived_once(
    people: Cast, came: RegisterImport, dies: pytest.MonkeyPatch
) -> None:
    half_undone(came, people, dies)
    assert (now(came).state, still_in()) == (ImportState.UNDOING, MANY - CHILDREN_AT_A_TIME)
    with time_machine.travel(timezone.now() + CLAIM_LASTS, tick=True):
        worked_off()
    assert (now(came).state, still_in()) == (ImportState.UNDONE, 0)
    archived = Child.history.filter(legal_name__startswith="Ada ", archived_on__isnull=False)
    assert archived.count() == MANY
    assert set(archived.values_list("actor_label", flat=True)) == {"Sam Whitlock"}


def test_stopped_on_the_way_the_import_stands_and_the_rest_is_undone_when_asked_again(
    people: Cast, came: RegisterImport, browse: Browse, dies: pytest.MonkeyPatch
) -> None:
    batch, sam = half_undone(came, people, dies), browse(people.sam)
    answer = sam.post(reverse("dashboards:batch_stop", args=[batch.pk]))
    assert now(came).state == ImportState.ADDED
    page = sam.get(answer["Location"]).content.decode()
    assert "The undo stopped on the way." in page
    assert f"{CHILDREN_AT_A_TIME} of {MANY} children are in the archive" in page
    undo(came, people)
    worked_off()
    assert (now(came).state, still_in()) == (ImportState.UNDONE, 0)


def test_who_was_taken_back_and_fetched_again_by_hand_keeps_the_import(
    people: Cast, came: RegisterImport, dies: pytest.MonkeyPatch, browse: Browse
) -> None:
    batch = half_undone(came, people, dies)
    browse(people.sam).post(reverse("dashboards:batch_stop", args=[batch.pk]))
    back = Child.objects.get(pk=batch.keys[0])
    bring_back_child(child=back, by=people.sam.as_actor())
    with pytest.raises(Refused, match=f"recorded since for {back.legal_name}, so"):
        undo(came, people)


def test_a_child_of_whom_somebody_records_something_meanwhile_stays_and_is_told(
    people: Cast, came: RegisterImport, browse: Browse
) -> None:
    undo(came, people)
    ada = Child.objects.get(legal_name="Ada b")
    values = {"name": "Eve Bell", "relationship": "mother"}
    add_contact(child=ada, values=values, by=people.kemi.as_actor())
    worked_off()
    assert (now(came).state, still_in()) == (ImportState.UNDONE, 1)
    assert Batch.objects.get(kind="undo_register").refused_keys == {
        str(ada.pk): undoing_in_steps.BUILT_ON
    }
    page = browse(people.sam).get(reverse("children:import_check", args=[came.pk]))
    assert f"1 of {MANY} children stays" in page.content.decode()
    assert not Room.objects.get(name="New").closed_on


def test_a_right_that_ended_on_the_way_leaves_the_rest_in_the_register(
    people: Cast, came: RegisterImport
) -> None:
    undo(came, people)
    people.sam.roles = ["practitioner"]
    people.sam.record(by=STORY)
    worked_off()
    assert (now(came).state, still_in()) == (ImportState.ADDED, MANY)
