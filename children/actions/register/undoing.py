"""Undoing an import: its children go off every list, as long as nothing was built on any of them."""

from django.db import transaction

from accounts.rules.actor import Actor
from accounts.rules.batch import AT_ONCE
from accounts.rules.refusal import Refused
from children.models import Child, RegisterImport
from children.policies import check_is_added
from children.queries.register import built_upon, taken_back

from .taking_back import take_back
from .undoing_in_steps import begin_undoing

NAMED = 5


@transaction.atomic
def undo_register(*, register_import: RegisterImport, by: Actor) -> RegisterImport:
    """Archives every child that the import made, and closes the rooms that it made and emptied.

    Up to `AT_ONCE` children are in the archive when it answers. More are taken back by the worker,
    some at a time, and the import says how far it is; stopped on the way it goes on when it is
    asked for again. `Refused`, with names, when something was recorded on a child since. Archived
    children of an undone import count no longer as in the register: the mended file may come in
    anew.
    """
    held = (
        RegisterImport.objects.select_for_update(of=("self",))
        .select_related("setting")
        .get(pk=register_import.pk)
    )
    check_is_added(held)
    _check_nothing_was_built(held)
    children = (
        Child.objects.active().filter(came_in__register_import=held).order_by("came_in__line")
    )
    if len(children) > AT_ONCE:
        return begin_undoing(held, children, by)
    return take_back(held, by)


def _check_nothing_was_built(held: RegisterImport) -> None:
    gone = taken_back(held)
    built = [child for child in built_upon(held) if child.pk not in gone]
    if built:
        names = ", ".join(child.legal_name for child in built[:NAMED])
        more = f" and {len(built) - NAMED} more" if len(built) > NAMED else ""
        raise Refused(
            f"Something has been recorded since for {names}{more}, so the import stands. Archive "
            "single children from their own pages."
        )
