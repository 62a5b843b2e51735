"""Records that remember: every change keeps who, when, what and why, and no edit is lost.

A tracked record is written by `record(by=…)` and nothing else. The history row carries the
`Actor`; a save without one is refused, so that nothing can be changed anonymously.
"""

import uuid
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any, Self

from django.db import models, transaction
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords

from accounts.rules.actor import Actor, ActorKind


class MissingActor(Exception):
    """A tracked record was about to change without saying who changes it."""


class StaleVersion(Exception):
    """Somebody else saved this record first. `current` is the record as it stands now."""

    def __init__(self, current: "TrackedModel") -> None:
        super().__init__("Somebody else changed this while you were writing.")
        self.current = current


class ActorStamp(models.Model):
    """The columns that every history row carries beside the record's own."""

    actor_kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in ActorKind])
    actor_id = models.CharField(max_length=64)
    actor_label = models.CharField(max_length=200)

    class Meta:
        abstract = True


def _read_actor(row: Any) -> Actor:
    return Actor(ActorKind(row.actor_kind), row.actor_id, row.actor_label)


def _write_actor(row: Any, actor: Actor) -> None:
    row.actor_kind, row.actor_id, row.actor_label = actor.kind.value, actor.id, actor.label


class HistoryManagerMadeOnce(HistoryManager):
    """simple-history makes the class of a manager anew whenever a record's history is touched, a
    sixth of the time of a save. It is the same class each time, so it is kept."""

    @classmethod
    @cache
    def from_queryset(cls, queryset_class: Any, class_name: str | None = None) -> Any:
        return super().from_queryset(queryset_class, class_name)


class ActorHistory(HistoricalRecords):
    """simple-history with our `Actor` in place of a user key, which a deleted user would erase."""

    def _get_history_user_fields(self) -> dict[str, Any]:
        return {"history_user": property(_read_actor, _write_actor)}

    def get_history_user(self, instance: models.Model) -> Actor:
        actor = getattr(instance, "_acting", None)
        if not isinstance(actor, Actor):
            raise MissingActor(f"{type(instance).__name__} was saved without `record(by=…)`.")
        return actor


def _one_transaction() -> AbstractContextManager[Any]:
    """The caller's own transaction where there is one: a savepoint within it would only cost time."""
    if transaction.get_connection().in_atomic_block:
        return nullcontext()
    return transaction.atomic()


class TrackedModel(models.Model):
    """A record with a UUID, a row version checked on every write, and a history."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    row_version = models.PositiveIntegerField(default=1, editable=False)
    history = ActorHistory(
        inherit=True,
        bases=[ActorStamp],
        history_manager=HistoryManagerMadeOnce,
        history_change_reason_field=models.CharField(max_length=300, blank=True, default=""),
    )

    _acting: Actor | None = None

    class Meta:
        abstract = True

    def record(self, *, by: Actor, why: str = "", seen_version: int | None = None) -> Self:
        """Writes the record and its history row in one transaction.

        `seen_version` is the row version that the person was looking at (default: as loaded).
        Raises `StaleVersion` when the stored row has moved on since, and writes nothing.
        """
        with _one_transaction():
            if not self._state.adding:
                expected = self.row_version if seen_version is None else seen_version
                current = type(self)._base_manager.select_for_update().get(pk=self.pk)
                if current.row_version != expected:
                    raise StaleVersion(current)
                self.row_version = expected + 1
            self._stamp(by, why)
            try:
                self.save()
            finally:
                self._acting = None
        return self

    @classmethod
    def record_new(cls, rows: Sequence[Self], *, by: Actor, why: str = "") -> Sequence[Self]:
        """Writes several new records of one kind, and a history row of each, in one transaction.

        Two statements however many there are. `ValueError` for a record that is stored already.
        """
        if any(not row._state.adding for row in rows):
            raise ValueError("A record that is stored already is changed by `record`.")
        for row in rows:
            row._stamp(by, why)
        try:
            with _one_transaction():
                cls._base_manager.bulk_create(rows)
                cls.history.bulk_history_create(rows, default_user=by)
        finally:
            for row in rows:
                row._acting = None
        return rows

    def remove(self, *, by: Actor, why: str = "") -> None:
        """Deletes the record; its history, with who and why, stays."""
        self._stamp(by, why)
        self.delete()

    def _stamp(self, by: Actor, why: str) -> None:
        self._acting = by
        self._change_reason = why[:300]
