"""A record sheet typed in: a row a day, all of them kept or none (C8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import Membership
from accounts.rules.actor import Actor
from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from children.models import Child
from reviews.models import InterventionEntry
from reviews.rules.help import HelpLevel, NotDelivered
from reviews.rules.sheet import row_token

from .entries import record_entry, record_not_delivered


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One day of a sheet. With `because` it did not happen: `lines` are then those left out."""

    seen_on: date
    seen_by: Membership
    lines: Mapping[UUID, HelpLevel]
    words: str = ""
    session: str = ""
    tries: Mapping[UUID, str] = field(default_factory=dict)
    because: NotDelivered | None = None


@transaction.atomic
def record_sheet(
    *, child: Child, rows: Sequence[SheetRow], form_token: UUID, by: Actor
) -> list[InterventionEntry]:
    """One entry for each row, in their order; a sheet sent again answers the entries that it made.

    Refused as `record_entry` and `record_not_delivered` are, with the day before the sentence and
    after the field ("seen_by_2026-11-23"); then no row is kept. `Refused` too for a sheet without
    a row.
    """
    if not rows:
        raise Refused("Nothing is filled in yet. Mark a line, or write a few words.")
    return [_record_row(child, row, form_token, by) for row in rows]


def _record_row(child: Child, row: SheetRow, sheet: UUID, by: Actor) -> InterventionEntry:
    try:
        return _kept(child, row, row_token(sheet, row.seen_on), by)
    except Refused as refusal:
        day = say_day(row.seen_on, timezone.localdate())
        name = f"{refusal.field}_{row.seen_on.isoformat()}" if refusal.field else None
        raise Refused(f"{day}: {refusal.sentence}", name) from None


def _kept(child: Child, row: SheetRow, token: UUID, by: Actor) -> InterventionEntry:
    if row.because is not None:
        return record_not_delivered(
            child=child,
            lines=row.lines,
            because=row.because,
            words=row.words,
            seen_on=row.seen_on,
            seen_by=row.seen_by,
            session=row.session,
            form_token=token,
            by=by,
        )
    return record_entry(
        child=child,
        lines=row.lines,
        tries=row.tries,
        what_we_saw=row.words,
        seen_on=row.seen_on,
        seen_by=row.seen_by,
        session=row.session,
        form_token=token,
        by=by,
    )
