"""What the pages of work in steps show: how far it is, and of whom it was not done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from accounts.actions.batches import address_of, label_of
from accounts.models import Batch, Membership
from accounts.rules.batch import FILE_KEPT
from children.models import Child
from isp_portal.dashboards.rules.children import known_as

LATEST = 50


class NotDone(NamedTuple):
    """A child of whom it was not done, and why."""

    child: Child
    name: str
    because: str


@dataclass(frozen=True, slots=True)
class BatchPage:
    """One piece of work. `others` are children who are not in this member's care, counted only."""

    batch: Batch
    label: str
    not_done: tuple[NotDone, ...]
    others: int
    may_take: bool

    @property
    def made(self) -> int:
        return len(self.batch.made_keys)

    @property
    def kept_until(self) -> datetime | None:
        return self.batch.ended_at + FILE_KEPT if self.batch.ended_at else None


def batch_page(batch: Batch, membership: Membership) -> BatchPage:
    """While it is going on nobody is named: the page looks again and again."""
    refused = {} if batch.is_waiting else batch.refused_keys
    seen = _seen(membership, refused)
    return BatchPage(
        batch=batch,
        label=label_of(batch),
        not_done=tuple(
            NotDone(child, known_as(child.legal_name, child.preferred_name), refused[str(child.pk)])
            for child in seen
        ),
        others=len(refused) - len(seen),
        may_take=bool(batch.stored_as) and children_printed(batch, membership) is not None,
    )


def _seen(membership: Membership, keys: Iterable[str]) -> list[Child]:
    found = Child.objects.visible_to(membership).filter(pk__in=list(keys))
    return list(found.order_by("legal_name", "pk"))


def children_printed(batch: Batch, membership: Membership) -> list[Child] | None:
    """The children in the file of a batch; None when one of them is not in this member's care."""
    made = batch.made_keys
    seen = _seen(membership, made)
    return seen if len(seen) == len(made) else None


class BatchLine(NamedTuple):
    """One piece of work in the list, and the page on which it is watched."""

    batch: Batch
    label: str
    address: str


def batches_page(membership: Membership) -> list[BatchLine]:
    """What the setting asked for, newest first."""
    found: Any = Batch.objects.visible_to(membership)[:LATEST]
    return [BatchLine(batch, label_of(batch), address_of(batch)) for batch in found]
