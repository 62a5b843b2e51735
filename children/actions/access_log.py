"""Writes who looked. The one write that follows a read."""

from collections.abc import Iterable
from typing import Any, Protocol

from django.db import transaction

from accounts.models import EarlyYearsSetting
from accounts.rules.actor import Actor
from children.models import AccessEvent, ChildSeen


class Seen(Protocol):
    """A child that was shown: the record, or a row of a list that knows its id."""

    @property
    def pk(self) -> Any: ...


def log_access(
    *,
    setting: EarlyYearsSetting,
    children: Iterable[Seen],
    page: str,
    under_right: str,
    from_address: str,
    by: Actor,
) -> AccessEvent | None:
    """One event with the children that the page showed; nothing when it showed none."""
    seen = {child.pk for child in children}
    if not seen:
        return None
    with transaction.atomic():
        event = AccessEvent.objects.create(
            setting=setting,
            actor_kind=by.kind.value,
            actor_id=by.id,
            actor_label=by.label,
            page=page,
            under_right=under_right[:80],
            from_address=from_address[:45],
        )
        ChildSeen.objects.bulk_create([ChildSeen(event=event, child_id=pk) for pk in seen])
    return event
