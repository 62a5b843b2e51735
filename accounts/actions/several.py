"""One thing done for several records: each by its own action, and each told for itself."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from django.db import transaction

from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused

from .once import make_once


class Told(NamedTuple):
    """What came of one record: done, or why not in a sentence."""

    row: Any
    refusal: str

    @property
    def is_done(self) -> bool:
        return not self.refusal


def each_told(
    rows: Iterable[Any], do: Callable[[Any], Any], *, mark: UUID | None, by: Actor
) -> list[Told]:
    """Does it for each of the rows. One that is refused stops none of the others.

    `do` answers the record that it made; sent twice with the same mark, each is made once.
    """
    return [_told(row, do, mark, by) for row in rows]


def each_rehearsed(rows: Iterable[Any], do: Callable[[Any], Any], *, by: Actor) -> list[Told]:
    """What would come of it, by the same actions and the same refusals. Nothing stays done.

    Each row for itself, so that the database is held for one of them and not for all.
    """
    return [_rehearsed(row, do, by) for row in rows]


def _rehearsed(row: Any, do: Callable[[Any], Any], by: Actor) -> Told:
    with transaction.atomic():
        told = _told(row, do, None, by)
        transaction.set_rollback(True)
    return told


def _told(row: Any, do: Callable[[Any], Any], mark: UUID | None, by: Actor) -> Told:
    try:
        with transaction.atomic():
            own = uuid5(mark, str(row.pk)) if mark else None
            make_once(mark=own, make=lambda: do(row), by=by)
    except Refused as refused:
        return Told(row, refused.sentence)
    return Told(row, "")
