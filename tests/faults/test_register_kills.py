"""The worker is killed in a step of an import or its undo, again and again: it ends as if it never was."""

from dataclasses import dataclass

from tests.migrated import python

KILLS, CHILDREN = 4, 60
UNDONE = """
import django; django.setup()
from accounts.models import Membership
from children.actions import register
from children.models import RegisterImport
by = Membership.objects.get().as_actor()
register.undo_register(register_import=RegisterImport.objects.get(), by=by)
"""
TAKEN_BACK = """
import django; django.setup()
from accounts.models import Batch
from children.models import Child, RegisterImport
batch = Batch.objects.get(kind="undo_register")
archived = Child.history.filter(archived_on__isnull=False).count()
print(RegisterImport.objects.get().state, Child.objects.active().count(), archived, len(batch.refused))
"""
STAGED = """
import sys, django; django.setup()
from accounts.models import EarlyYearsSetting, Membership, User
from children.actions import register
from children.intake.reader import read_sheet
from children.rules.register.columns import Column
from accounts.rules.actor import Actor
by = Actor.system("fault")
acorns = EarlyYearsSetting(name="Acorns Nursery", open_weekdays=[0]).record(by=by)
user = User.objects.create_user("sam@acorns.example", "Sam Whitlock")
sam = Membership(user=user, setting=acorns, roles=["senco"], joined_on="2026-09-01").record(by=by)
names = ["".join(chr(97 + int(d)) for d in str(n)) for n in range(int(sys.argv[1]))]
rows = "\\n".join(["Name,Date of birth,Room", *(f"Ada {name},3/4/2023,Owls" for name in names)])
found = register.stage_register(setting=acorns, sheet=read_sheet(rows.encode(), "a.csv"), by=by)
columns = [Column(code) for code in found.columns]
register.name_columns(register_import=found, columns=columns, date_order="", by=by)
register.add_register(register_import=found, leave_out_wrong=False, by=sam.as_actor())
"""
CAME_IN = """
import django; django.setup()
from children.models import Child, RegisterImport
found = RegisterImport.objects.get()
names = list(Child.objects.active().values_list("legal_name", flat=True))
print(found.state, found.added_count, len(names), len(set(names)), Child.history.count())
"""


@dataclass(frozen=True)
class Outcome:
    lives: int
    state: str
    added: int
    children: int
    names: int
    histories: int


def killed(database: dict[str, str], way: str) -> Outcome:
    """What became of the import when its worker was killed so often."""
    python(database, "-c", STAGED, str(CHILDREN))
    lives = python(database, "-m", "tests.faults.register_worker", str(KILLS), way).split()[-1]
    state, *counts = python(database, "-c", CAME_IN).split()
    return Outcome(int(lives), state, *map(int, counts))


def test_killed_in_its_steps_an_import_ends_as_if_it_never_was(database: dict[str, str]) -> None:
    done = killed(database, "as_it_is")
    assert done.lives == KILLS + 1
    assert (done.state, done.added) == ("added", CHILDREN)
    assert (done.children, done.names, done.histories) == (CHILDREN, CHILDREN, CHILDREN)


def test_with_the_mark_apart_from_its_step_children_would_come_in_twice(
    database: dict[str, str],
) -> None:
    """The negative control: what the one transaction of step and mark protects from."""
    done = killed(database, "mark_apart")
    assert done.children > done.names


def undone(database: dict[str, str], way: str) -> tuple[str, int, int, int]:
    """State, children still on the lists, times one was archived, and refused, after the kills."""
    python(database, "-c", STAGED, str(CHILDREN))
    python(database, "-m", "tests.faults.register_worker", "0", "as_it_is")
    python(database, "-c", UNDONE)
    python(database, "-m", "tests.faults.register_worker", str(KILLS), way)
    state, *counts = python(database, "-c", TAKEN_BACK).split()
    still, archived, refused = map(int, counts)
    return state, still, archived, refused


def test_killed_in_its_steps_an_undo_takes_each_child_back_once(database: dict[str, str]) -> None:
    assert undone(database, "as_it_is") == ("undone", 0, CHILDREN, 0)


def test_with_the_mark_apart_an_undo_would_take_its_own_step_for_somebody_elses(
    database: dict[str, str],
) -> None:
    """The negative control: a step done and not marked looks like work on the child."""
    *_, refused = undone(database, "mark_apart")
    assert refused > 0
