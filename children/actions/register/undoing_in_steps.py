"""Many children are taken back by the worker, some at a time; stopped, the rest waits for the next undo."""

from collections.abc import Iterable, Sequence

from accounts.actions.batches import BatchKind, start_batch
from accounts.models import Batch, Membership
from accounts.rules.actor import Actor
from accounts.rules.roles import Permission
from children.models import UNDO_REGISTER, Child, ImportState, RegisterImport
from children.queries.register import built_upon

from .in_steps import held_of
from .taking_back import archive_all, end_undoing

CHILDREN_AT_A_TIME = 10
BUILT_ON = "Somebody has recorded something meanwhile, so this child stays in the register."


def begin_undoing(held: RegisterImport, children: Iterable[Child], by: Actor) -> RegisterImport:
    """The children wait for the worker, in the transaction of the caller."""
    held.state = ImportState.UNDOING.value
    held.record(by=by, why="Being undone")
    keys = [child.pk for child in children]
    start_batch(
        setting=held.setting, kind=UNDO_REGISTER, keys=keys, told={}, about_id=held.pk, by=by
    )
    return held


class _Undoing:
    """One undo while the worker has it in hand."""

    def __init__(self, batch: Batch, member: Membership) -> None:
        self.batch, self.by = batch, member.as_actor()

    def do(self, keys: Sequence[str]) -> dict[str, str]:
        held = held_of(self.batch)
        kept = {str(child.pk) for child in built_upon(held, keys)}
        going = [key for key in keys if key not in kept]
        archive_all(held, Child.objects.active().filter(pk__in=going).order_by("pk"), self.by)
        return {key: BUILT_ON for key in keys if key in kept}

    def end(self) -> str:
        end_undoing(held_of(self.batch), self.by)
        return ""


def gave_up(batch: Batch, by: Actor) -> None:
    """The import stands as far as it does: who is in the archive stays there, and it may be undone on."""
    held = held_of(batch)
    held.state = ImportState.ADDED.value
    held.record(by=by, why="The undo stopped")


KIND = BatchKind(
    name=UNDO_REGISTER,
    label="Undo an import",
    permission=Permission.IMPORT_REGISTER,
    open=_Undoing,
    page="children:import_check",
    gave_up=gave_up,
    at_a_time=CHILDREN_AT_A_TIME,
)
