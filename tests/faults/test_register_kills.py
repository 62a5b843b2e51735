"""The worker is killed in a step of an import, again and again: each child comes in once."""

from dataclasses import dataclass

from tests.migrated import python

KILLS, CHILDREN = 4, 60
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
