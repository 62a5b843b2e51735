"""Undoing an import: its children go off every list, as long as nothing was built on any of them.

They are archived and not deleted, because the log of who looked at them must stand.
"""

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import Child, ImportState, RegisterImport, Room
from children.policies import check_is_added
from children.queries.register import built_upon

from ..child import archive_child
from ..facts import told_once
from ..rooms import close_room

NAMED = 5


@transaction.atomic
def undo_register(*, register_import: RegisterImport, by: Actor) -> RegisterImport:
    """Archives every child that the import made, and closes the rooms that it made and emptied.

    `Refused`, with names, when something was recorded on a child since. Archived children of an
    undone import count no longer as in the register: the mended file may come in anew.
    """
    held = RegisterImport.objects.select_for_update().get(pk=register_import.pk)
    check_is_added(held)
    built = built_upon(held)
    if built:
        names = ", ".join(child.legal_name for child in built[:NAMED])
        more = f" and {len(built) - NAMED} more" if len(built) > NAMED else ""
        raise Refused(
            f"Something has been recorded since for {names}{more}, so the import stands. Archive "
            "single children from their own pages."
        )
    return take_back(held, by)


def take_back(held: RegisterImport, by: Actor) -> RegisterImport:
    """Archives whoever came in, but for children on whom somebody built in the meantime."""
    today = timezone.localdate()
    kept = [child.pk for child in built_upon(held)]
    came = Child.objects.active().filter(came_in__register_import=held).exclude(pk__in=kept)
    with told_once():
        for child in came.order_by("pk"):
            archive_child(
                child=child,
                left_on=today,
                because=f"The import of {held.file_name} was undone",
                by=by,
            )
    for room in Room.objects.in_use().filter(pk__in=held.rooms_made):
        if not room.children.active().exists():
            close_room(room=room, by=by)
    held.state = ImportState.UNDONE.value
    held.undone_at, held.undone_by = timezone.now(), by.label
    return held.record(by=by, why="Undone")
