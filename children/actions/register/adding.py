"""Adding the children of a register: all of them, or none."""

from collections.abc import Collection

from django.db import transaction

from accounts.rules.actor import Actor
from accounts.rules.batch import AT_ONCE
from accounts.rules.refusal import Refused
from children.models import ImportState, RegisterImport, Room
from children.policies import check_is_staged
from children.queries.register import children_to_be
from children.rules.folding import fold
from children.rules.register.row import ChildToBe

from ..rooms import add_room, open_room_again
from .bringing import Bringing
from .in_steps import begin_steps, end_adding

MOST_AT_A_TIME = 1_000


@transaction.atomic
def add_register(
    *,
    register_import: RegisterImport,
    leave_out_wrong: bool,
    anyway: Collection[int] = (),
    by: Actor,
) -> RegisterImport:
    """Adds every child of the file that may come in, with rooms that it names; or nothing at all.

    Up to `AT_ONCE` children are in when it answers. More come in by the worker, some at a time, and
    the import says how far it is: should it stop on the way, all of them are taken back.

    Rows with a mistake come in never: `leave_out_wrong` says that the others may without them.
    Rows that repeat a child stay out, but for the lines in `anyway`. Sent twice, it adds once:
    `Refused` when the file was added, undone or given up meanwhile.
    """
    held = (
        RegisterImport.objects.select_for_update()
        .select_related("setting")
        .get(pk=register_import.pk)
    )
    check_is_staged(held)
    rows = children_to_be(held)
    wanted = _wanted(rows, leave_out_wrong, anyway)
    _rooms(held, wanted, by)
    held.left_out_count = len(rows) - len(wanted)
    if len(wanted) > AT_ONCE:
        held.state = ImportState.ADDING.value
        held.record(by=by, why="Being added")
        return begin_steps(held, wanted, by)
    Bringing(held, by).bring(wanted)
    return end_adding(held, by)


def _wanted(
    rows: list[ChildToBe], leave_out_wrong: bool, anyway: Collection[int]
) -> list[ChildToBe]:
    right = [row for row in rows if not row.problems]
    if len(right) < len(rows) and not leave_out_wrong:
        raise Refused(
            "Some rows have mistakes. Put them right in the file and choose it again, or tick that "
            "they are left out.",
            "leave_out_wrong",
        )
    wanted = [row for row in right if not row.double or row.line in anyway]
    if not wanted:
        raise Refused("No row of this file would be added.")
    if len(wanted) > MOST_AT_A_TIME:
        raise Refused(
            f"{len(wanted):,} children stand in this file, and {MOST_AT_A_TIME:,} come in at a "
            "time. Nothing was added. Make several files of it."
        )
    return wanted


def _rooms(held: RegisterImport, wanted: list[ChildToBe], by: Actor) -> None:
    """Rooms that the rows name and that are not there yet are made; closed ones are open again."""
    rooms = {fold(room.name): room for room in Room.objects.filter(setting=held.setting)}
    for name in {fold(row.room): row.room for row in wanted if row.room}.values():
        room = rooms.get(fold(name))
        if room is None:
            room = add_room(setting=held.setting, name=name, by=by)
        elif room.closed_on:
            room = open_room_again(room=room, by=by)
        else:
            continue
        held.rooms_made.append(str(room.pk))
