"""Recording what was seen, or why it did not happen: once per form (C8)."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from accounts.models import Membership
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import Child
from children.policies import check_works_here
from reviews.models import EntryLine, InterventionEntry
from reviews.policies import (
    check_can_record,
    check_has_been,
    check_lines_stand,
    check_says_something,
    cycle_on,
)
from reviews.queries.standing import Standing, standing_lines
from reviews.rules.help import HelpLevel, NotDelivered

ASKED_OF_A_CHILD = ("setting", "archived_on", "legal_name", "preferred_name")


@transaction.atomic
def record_entry(
    *,
    child: Child,
    lines: Mapping[UUID, HelpLevel],
    what_we_saw: str,
    seen_on: date,
    seen_by: Membership,
    form_token: UUID,
    by: Actor,
    session: str = "",
    where_it_was: str = "",
    changed_next_time: str = "",
    note_from_home: str = "",
    tries: Mapping[UUID, str] | None = None,
) -> InterventionEntry:
    """Records what was seen on a day: how much help with each line (by its key), and the words.

    `tries` says of a line how often, as it was written ("4 of 6"). One entry per `form_token`: sent
    again, the entry that it made is answered. `Refused` for a day to come or outside the cycle,
    without a finalised plan, for a line that does not stand in it, and for an entry that says
    nothing (C8).
    """
    check_says_something(lines, what_we_saw, note_from_home)
    entry = InterventionEntry(
        form_token=form_token,
        seen_on=seen_on,
        session=session,
        seen_by=seen_by,
        what_we_saw=what_we_saw,
        where_it_was=where_it_was,
        changed_next_time=changed_next_time,
        note_from_home=note_from_home,
    )
    helped = {key: level.value for key, level in lines.items()}
    return _once(entry, child, helped, by, tries or {})


@transaction.atomic
def record_not_delivered(
    *,
    child: Child,
    lines: Iterable[UUID],
    because: NotDelivered,
    seen_on: date,
    seen_by: Membership,
    form_token: UUID,
    by: Actor,
    words: str = "",
    session: str = "",
) -> InterventionEntry:
    """Records that lines of the plan were not carried out on a day, and why. No mark against anyone.

    Refusals and the token are as for `record_entry`; `Refused` too when no line is named.
    """
    keys = list(lines)
    if not keys:
        raise Refused("Choose at least one line that did not happen.", "lines")
    entry = InterventionEntry(
        form_token=form_token,
        seen_on=seen_on,
        session=session,
        seen_by=seen_by,
        not_delivered_because=because.value,
        not_delivered_words=words,
    )
    return _once(entry, child, dict.fromkeys(keys, ""), by, {})


@transaction.atomic
def record_several(
    *,
    children: Iterable[Child],
    lines: Mapping[UUID, HelpLevel],
    what_we_saw: str,
    seen_on: date,
    seen_by: Membership,
    form_token: UUID,
    by: Actor,
    session: str = "",
    where_it_was: str = "",
) -> list[InterventionEntry]:
    """The same words for several children, each with those `lines` that are of its own plan.

    A child without one of the lines gets no entry. All are kept, or none. Once per `form_token`.
    """
    made: list[InterventionEntry] = []
    left = dict(lines)
    for child in children:
        now = standing_lines(child)
        own = {key: left.pop(key) for key in lines if key in left and now and key in now.keys}
        if own:
            made.append(
                record_entry(
                    child=child,
                    lines=own,
                    what_we_saw=what_we_saw,
                    seen_on=seen_on,
                    seen_by=seen_by,
                    form_token=uuid5(form_token, str(child.pk)),
                    by=by,
                    session=session,
                    where_it_was=where_it_was,
                )
            )
    check_lines_stand(left, ())
    if not made:
        raise Refused("Tick what you did with at least one child.", "lines")
    return made


def _once(
    entry: InterventionEntry,
    child: Child,
    helped: Mapping[UUID, str],
    by: Actor,
    tries: Mapping[UUID, str],
) -> InterventionEntry:
    """Whoever sends the same form twice at one moment waits here for the first to be kept."""
    locked = Child.objects.select_for_update(of=("self",)).only(*ASKED_OF_A_CHILD).get(pk=child.pk)
    now = standing_lines(locked, entry.form_token)
    if now and now.kept:
        return InterventionEntry.objects.get(pk=now.kept)
    today = timezone.localdate()
    check_can_record(locked, now.plan if now else None)
    assert now is not None
    check_has_been(entry.seen_on, today)
    entry.child, entry.cycle = child, cycle_on(now.plan, entry.seen_on, today)
    check_lines_stand(helped, now.keys)
    check_works_here(locked.setting_id, entry.seen_by, entry.seen_on, "seen_by")
    entry.record(by=by, why="Recorded")
    write_lines(entry, now, helped, by, tries)
    return entry


def write_lines(
    entry: InterventionEntry,
    now: Standing,
    helped: Mapping[UUID, str],
    by: Actor,
    tries: Mapping[UUID, str],
) -> None:
    """New lines of an entry, by their keys in the plan in force. Inside the caller's transaction."""
    lines = [
        EntryLine(
            entry=entry,
            line_key=key,
            help_level=help_level,
            tries=tries.get(key, ""),
            strategy_id=now.strategies.get(key),
            target_id=now.targets.get(key),
        )
        for key, help_level in helped.items()
    ]
    EntryLine.record_new(lines, by=by, why="Recorded")
