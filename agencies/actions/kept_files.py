"""A file of any kind of record: its bytes and its row come together, and it is taken off with a reason."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.utils import timezone

from accounts.rules.actor import Actor
from agencies.intake import store
from agencies.intake.examiner import Examined
from agencies.models.kept_file import KeptFile
from agencies.policies import check_can_take_off_file

File = TypeVar("File", bound=KeptFile)


@contextmanager
def laid_down(row: File, file: Examined, by: Actor) -> Iterator[File]:
    """The row as it is recorded; what the caller writes within comes with it, or nothing does."""
    with store.keeping(file) as kept:
        row.describe(file, kept, by.label)
        yield row.record(by=by, why="Came in")


def taken_off(file: File, because: str, by: Actor) -> File:
    """Nobody can open it any more. What it was, and why it was taken off, stays on record."""
    check_can_take_off_file(file)
    file.removed_on, file.removed_because = timezone.localdate(), because
    file.removed_by = by.label
    return file.record(by=by, why=f"Taken off: {because}")
