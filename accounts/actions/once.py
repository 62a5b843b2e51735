"""A form that makes something, sent twice, makes it once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import SentForm
from accounts.rules.actor import Actor
from accounts.rules.doubles import is_double

KEPT = timedelta(days=30)
"""How long a mark is remembered: longer than any page stays open."""


def make_once(*, mark: UUID | None, make: Callable[[], Any], by: Actor) -> UUID:
    """The id of what `make` made for the form with this mark, now or when it was sent before.

    The mark is kept in the transaction of `make`: what is refused may be sent again, and of two
    presses at one moment the second waits for the first. A form without a mark is not held back.
    """
    if mark is None:
        return _id(make())
    try:
        return _make(mark=mark, make=make, by=by)
    except IntegrityError as error:
        before = SentForm.objects.filter(pk=mark).first()
        if before is None or before.made_id is None or not is_double(error):
            raise
        return before.made_id


@transaction.atomic
def _make(*, mark: UUID, make: Callable[[], Any], by: Actor) -> UUID:
    sent = SentForm.objects.create(id=mark, sent_by=by.id)
    sent.made_id = _id(make())
    sent.save()
    SentForm.objects.filter(sent_at__lt=timezone.now() - KEPT).delete()
    return sent.made_id


def _id(made: Any) -> UUID:
    found: UUID = made.pk
    return found
