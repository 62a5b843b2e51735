"""Two people at one plan: what each wrote is kept, and only the same words are a conflict.

A plan has many parts and one row version. Whoever saves one part while somebody else saved
another loses nothing; whoever saves words that changed under their hands is shown both.
"""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db import models

from accounts.models import StaleVersion, TrackedModel
from accounts.rules.actor import Actor

Row = TypeVar("Row", bound=TrackedModel)


def held(record: Row) -> Row:
    """The record as it is stored now, locked until the transaction ends."""
    manager: models.Manager[Row] = type(record)._base_manager
    return manager.select_for_update().get(pk=record.pk)


def write_part(
    record: Row,
    values: dict[str, Any],
    *,
    by: Actor,
    seen_version: int | None,
    why: str = "Written",
) -> Row:
    """Writes `values` into the stored record, inside the caller's transaction.

    Nothing is written when nothing differs. Raises `StaleVersion` when one of these fields, and
    not merely another part of the record, has changed since `seen_version`.
    """
    current = held(record)
    changed = [name for name, value in values.items() if getattr(current, name) != value]
    if not changed:
        return current
    if seen_version is not None and seen_version != current.row_version:
        check_same_since(current, seen_version, values)
    for name in changed:
        setattr(current, name, values[name])
    return current.record(by=by, why=why)


def check_same_since(current: TrackedModel, seen_version: int, names: Iterable[str]) -> None:
    """`StaleVersion` when one of the fields reads differently from how it was seen."""
    seen = current.history.filter(row_version=seen_version).first()
    columns = [current._meta.get_field(name).attname for name in names]  # type: ignore[union-attr]
    if seen is None or any(getattr(seen, c) != getattr(current, c) for c in columns):
        raise StaleVersion(current)
