"""Asking for work in steps, and stopping it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import Batch, EarlyYearsSetting, Membership
from accounts.policies import check_can_stop
from accounts.rules.actor import Actor

from .ending import end_early
from .kinds import batch_waits


@transaction.atomic
def start_batch(
    *,
    setting: EarlyYearsSetting,
    kind: str,
    keys: Iterable[object],
    told: dict[str, Any],
    by: Actor,
    about_id: UUID | None = None,
) -> Batch:
    """Work of a registered kind waits for the worker. Kept by the transaction of the caller."""
    batch = Batch(
        setting=setting,
        kind=kind,
        keys=[str(key) for key in keys],
        told=told,
        about_id=about_id,
        actor_kind=by.kind.value,
        actor_id=by.id,
        actor_label=by.label,
    )
    batch.save()
    batch_waits(batch.next_look_at)
    return batch


@transaction.atomic
def stop_batch(*, batch: Batch, member: Membership, by: Actor) -> Batch:
    """No further step is done. `Refused` when it ended meanwhile, and for whoever may not stop it."""
    held = Batch.objects.select_for_update().get(pk=batch.pk)
    check_can_stop(held, member)
    return end_early(held, f"Stopped by {by.label}.", by)


def look_again() -> None:
    """Has a starting worker look at whatever a killed one left behind, now and when claims end."""
    now = timezone.now()
    batch_waits(now)
    later = Batch.objects.waiting().filter(next_look_at__gt=now)
    for at in set(later.values_list("next_look_at", flat=True)):
        batch_waits(at)
