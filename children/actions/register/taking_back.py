"""Children of an import go off every list again: archived, and the rooms made for them closed.

They are archived and not deleted, because the log of who looked at them must stand.
"""

from collections.abc import Iterable

from django.utils import timezone

from accounts.rules.actor import Actor
from children.models import Child, ImportState, RegisterImport, Room
from children.queries.register import built_upon

from ..child import archive_child
from ..facts import told_once
from ..rooms import close_room


def take_back(held: RegisterImport, by: Actor) -> RegisterImport:
    """Archives whoever came in, but for children on whom somebody built in the meantime."""
    kept = [child.pk for child in built_upon(held)]
    came = Child.objects.active().filter(came_in__register_import=held).exclude(pk__in=kept)
    archive_all(held, came.order_by("pk"), by)
    return end_undoing(held, by)


def archive_all(held: RegisterImport, children: Iterable[Child], by: Actor) -> None:
    today, because = timezone.localdate(), f"The import of {held.file_name} was undone"
    with told_once():
        for child in children:
            archive_child(child=child, left_on=today, because=because, by=by)


def end_undoing(held: RegisterImport, by: Actor) -> RegisterImport:
    """The rooms that the import made are closed where nobody is in them; the import is undone."""
    for room in Room.objects.in_use().filter(pk__in=held.rooms_made):
        if not room.children.active().exists():
            close_room(room=room, by=by)
    held.state = ImportState.UNDONE.value
    held.undone_at, held.undone_by = timezone.now(), by.label
    return held.record(by=by, why="Undone")
