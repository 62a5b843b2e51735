"""The worker's part: claim some work, do it step by step, and say after each where it stands.

Killed in a step, that step is not done, or is done again where it is slow: both end the same. Logs
name work by its id and an error by its kind, never a person.
"""

import logging
import time
from collections.abc import Mapping
from datetime import datetime

from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction
from django.utils import timezone

from accounts.models import Batch, Membership
from accounts.rules.batch import (
    AGAIN_AFTER,
    CLAIM_LASTS,
    FILE_KEPT,
    MOST_TAKEN_UP,
    STRETCH_SECONDS,
    BatchState,
)
from accounts.rules.refusal import Refused

from .ending import end_early
from .kinds import BatchKind, Work, batch_waits, kind_of

logger = logging.getLogger(__name__)
COULD_NOT = "It could not be finished. Tell whoever runs the portal."


def work_due() -> int:
    """Works on whatever is due, each for a while. Returns how many batches it took up."""
    forget_files()
    now, count = timezone.now(), 0
    while (batch := _claim(now)) is not None:
        _work(batch)
        count += 1
    return count


@transaction.atomic
def _claim(now: datetime) -> Batch | None:
    """The next work that was due at `now`, held for `CLAIM_LASTS`; another look is due then."""
    due = Batch.objects.due(now).select_for_update(skip_locked=True)
    batch = due.first()
    if batch is None:
        return None
    batch.next_look_at = timezone.now() + CLAIM_LASTS
    batch.taken_up += 1
    batch.save(update_fields=["next_look_at", "taken_up"])
    batch_waits(batch.next_look_at)
    return batch


def _work(batch: Batch) -> None:
    kind = kind_of(batch)
    try:
        if batch.taken_up > MOST_TAKEN_UP:
            raise Refused(COULD_NOT)
        work = kind.open(batch, _member(batch, kind))
        _steps(batch, kind, work)
    except Refused as refusal:
        _stop(batch, refusal.sentence)
    except DatabaseError:
        raise  # says nothing about the work: the claim runs out, and it is taken up again
    except Exception as error:
        logger.error("Batch %s did not go on: %s", batch.pk, type(error).__name__)
        _put_back(batch, timezone.now() + AGAIN_AFTER)


def _member(batch: Batch, kind: BatchKind) -> Membership:
    """Who asked for it, if they may still; or `Refused`."""
    here = Membership.objects.active(timezone.localdate()).select_related("user", "setting")
    member = here.filter(pk=batch.actor_id, setting=batch.setting_id).first()
    if member is None or not member.may(kind.permission):
        raise Refused(f"{batch.actor_label} may no longer {kind.permission.value}.")
    return member


def _steps(batch: Batch, kind: BatchKind, work: Work) -> None:
    until = time.monotonic() + STRETCH_SECONDS
    while batch.done_count < batch.total:
        if time.monotonic() > until:
            return _put_back(batch, timezone.now(), went_on=True)
        _member(batch, kind)
        if not _step(batch, kind, work):
            return None
    return _finish(batch, kind, work)


def _step(batch: Batch, kind: BatchKind, work: Work) -> bool:
    """One step forward; False when somebody stopped the work, or another worker has it."""
    keys = batch.keys[batch.done_count : batch.done_count + kind.at_a_time]
    refused: Mapping[str, str] = work.do(keys) if kind.is_slow else {}
    with transaction.atomic():
        held = _held(batch)
        if not held.is_waiting or held.done_count != batch.done_count:
            return False
        refused = refused if kind.is_slow else work.do(keys)
        held.done_count += len(keys)
        held.refused += [[key, sentence] for key, sentence in refused.items()]
        held.taken_up, held.next_look_at = 0, timezone.now() + CLAIM_LASTS
        held.save()
    batch.done_count, batch.refused = held.done_count, held.refused
    return True


def _finish(batch: Batch, kind: BatchKind, work: Work) -> None:
    stored_as = work.end() if kind.is_slow else ""
    with transaction.atomic():
        held = _held(batch)
        if not held.is_waiting:
            kind.gave_up(held, held.started_by)
            return
        held.stored_as = stored_as if kind.is_slow else work.end()
        held.state, held.ended_at = BatchState.DONE.value, timezone.now()
        held.save()
        if held.stored_as:
            batch_waits(held.ended_at + FILE_KEPT)


@transaction.atomic
def _stop(batch: Batch, because: str) -> None:
    held = _held(batch)
    if held.is_waiting:
        end_early(held, because, held.started_by)


@transaction.atomic
def _put_back(batch: Batch, at: datetime, *, went_on: bool = False) -> None:
    held = _held(batch)
    held.next_look_at = at
    held.taken_up = 0 if went_on else held.taken_up
    held.save(update_fields=["next_look_at", "taken_up"])
    batch_waits(at)


def _held(batch: Batch) -> Batch:
    return Batch.objects.select_for_update().get(pk=batch.pk)


def forget_files() -> None:
    """Deletes files that were made and kept for as long as was said."""
    for batch in Batch.objects.with_an_old_file(timezone.now()).order_by("pk"):
        default_storage.delete(batch.stored_as)
        batch.stored_as = ""
        batch.save(update_fields=["stored_as"])
