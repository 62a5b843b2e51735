"""Many children come in by the worker, some at a time; stopped on the way, they are taken back."""

from collections.abc import Sequence

from django.utils import timezone

from accounts.actions.batches import BatchKind, start_batch
from accounts.models import Batch, Membership
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from accounts.rules.roles import Permission
from children.models import ImportState, RegisterImport, StagedRows
from children.queries.register import children_to_be
from children.rules.register.row import ChildToBe

from .bringing import Bringing
from .taking_back import take_back

ADD_REGISTER = "add_register"
CHILDREN_AT_A_TIME = 10
"""SQLite's write lock is held for so many: about a tenth of a second."""


def begin_steps(held: RegisterImport, wanted: Sequence[ChildToBe], by: Actor) -> RegisterImport:
    """The rows wait for the worker, in the transaction of the caller."""
    lines = [row.line for row in wanted]
    start_batch(
        setting=held.setting, kind=ADD_REGISTER, keys=lines, told={}, about_id=held.pk, by=by
    )
    return held


def end_adding(held: RegisterImport, by: Actor) -> RegisterImport:
    """All of them are in: the cells of the file go."""
    StagedRows.objects.filter(register_import=held).delete()
    held.state, held.added_count = ImportState.ADDED.value, held.imported_children.count()
    held.added_at, held.added_by = timezone.now(), by.label
    return held.record(by=by, why=f"Added {held.added_count} children")


class _Adding:
    """One import while the worker has it in hand."""

    def __init__(self, batch: Batch, member: Membership) -> None:
        self.batch, self.by = batch, member.as_actor()
        # Read outside a transaction: nothing is held before the first step.
        held = RegisterImport.objects.select_related("setting").get(pk=str(batch.about_id))
        self.rows = {str(row.line): row for row in children_to_be(held)}
        self.bringing = Bringing(held, self.by)

    def do(self, keys: Sequence[str]) -> dict[str, str]:
        rows = [self.rows[key] for key in keys]
        if wrong := next((row for row in rows if row.problems), None):
            raise Refused(f"Line {wrong.line}: {wrong.problems[0]}")
        self.bringing.bring(rows)
        return {}

    def end(self) -> str:
        end_adding(held_of(self.batch), self.by)
        return ""


def held_of(batch: Batch) -> RegisterImport:
    """The import that the work is about, held until its transaction ends."""
    held = RegisterImport.objects.select_for_update(of=("self",)).select_related("setting")
    return held.get(pk=str(batch.about_id))


def gave_up(batch: Batch, by: Actor) -> None:
    """Whoever came in goes off every list again."""
    held = held_of(batch)
    StagedRows.objects.filter(register_import=held).delete()
    held.added_count = held.imported_children.count()
    held.added_at, held.added_by = timezone.now(), batch.actor_label
    take_back(held, by)


KIND = BatchKind(
    name=ADD_REGISTER,
    label="Bring in children from a file",
    permission=Permission.IMPORT_REGISTER,
    open=_Adding,
    page="children:import_check",
    gave_up=gave_up,
    at_a_time=CHILDREN_AT_A_TIME,
)
