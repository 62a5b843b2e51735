"""How work in steps ends before it is done."""

from django.utils import timezone

from accounts.models import Batch
from accounts.rules.actor import Actor
from accounts.rules.batch import BatchState

from .kinds import kind_of


def end_early(held: Batch, because: str, by: Actor) -> Batch:
    """Stops it, and has its kind put right what it left behind; inside a transaction that holds it."""
    held.state, held.said = BatchState.STOPPED.value, because[:300]
    held.ended_at = timezone.now()
    kind_of(held).gave_up(held, by)
    held.save()
    return held
