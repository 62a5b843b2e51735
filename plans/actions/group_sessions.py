"""Writing down when a group met and who came, and how it went at the end."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import Membership, StaleVersion
from accounts.rules.actor import Actor
from children.policies import check_works_here
from plans.models import GroupProvisionChild, GroupProvisionRow, GroupSession, GroupSessionChild
from plans.policies.group_maps import check_can_change_row
from plans.policies.group_sessions import (
    check_can_write_session,
    check_session_changes,
    check_were_named,
)

from .merging import held


@transaction.atomic
def record_group_session(
    *,
    row: GroupProvisionRow,
    held_on: date,
    held_by: Membership,
    marks: Mapping[UUID, bool],
    note: str = "",
    by: Actor,
) -> GroupSession:
    """Records a session: `marks` says of each named child, by the id of its naming, if it came.

    Children who are not in `marks` stay unmarked, for somebody who saw them. `Refused` for a day
    to come or outside the row's days, for a child of another group, and on a reviewed map.
    """
    row = held(row)
    check_can_write_session(row, held_on, timezone.localdate())
    check_works_here(row.group_map.setting_id, held_by, held_on, "held_by")
    standing = GroupProvisionChild.objects.filter(row=row, removed_on__isnull=True)
    check_were_named(marks, standing.values_list("pk", flat=True))
    session = GroupSession(row=row, held_on=held_on, held_by=held_by, note=note)
    session.record(by=by, why="Recorded")
    _mark(session, marks, {}, by)
    return session


@transaction.atomic
def change_group_session(
    *,
    session: GroupSession,
    held_on: date,
    held_by: Membership,
    marks: Mapping[UUID, bool],
    note: str = "",
    seen_version: int,
    by: Actor,
) -> GroupSession:
    """Changes a session; marks of children who are not in `marks` stay as they are.

    Nothing is written when nothing differs. `StaleVersion` when somebody else saved first; else
    refused as a new session is.
    """
    session = held(session)
    check_session_changes(session)
    check_can_write_session(session.row, held_on, timezone.localdate())
    check_works_here(session.row.group_map.setting_id, held_by, held_on, "held_by")
    check_were_named(marks, session.row.named_children.values_list("pk", flat=True))
    stored = {mark.named_id: mark for mark in session.marks.all()}
    words = (session.held_on, session.held_by_id, session.note) == (held_on, held_by.pk, note)
    if words and all(k in stored and stored[k].has_come == came for k, came in marks.items()):
        return session
    session.held_on, session.held_by, session.note = held_on, held_by, note
    session.record(by=by, why="Changed", seen_version=seen_version)
    _mark(session, marks, stored, by)
    return session


def _mark(
    session: GroupSession,
    marks: Mapping[UUID, bool],
    stored: Mapping[UUID, GroupSessionChild],
    by: Actor,
) -> None:
    for key, has_come in marks.items():
        mark = stored.get(key) or GroupSessionChild(session=session, named_id=key)
        if mark._state.adding or mark.has_come != has_come:
            mark.session, mark.has_come = session, has_come
            mark.record(by=by, why="Came" if has_come else "Did not come")


@transaction.atomic
def take_back_group_session(*, session: GroupSession, by: Actor) -> GroupSession:
    """Takes a session out of the count, with its words kept. Taken back already: nothing happens."""
    session = held(session)
    check_can_change_row(session.row)
    if session.taken_back_at:
        return session
    session.taken_back_at, session.taken_back_by = timezone.now(), by.label
    return session.record(by=by, why="Taken back")


@transaction.atomic
def put_back_group_session(*, session: GroupSession, by: Actor) -> GroupSession:
    """Counts a session again that was taken back."""
    session = held(session)
    check_can_change_row(session.row)
    if session.taken_back_at is None:
        return session
    session.taken_back_at, session.taken_back_by = None, ""
    return session.record(by=by, why="Put back")


@transaction.atomic
def record_how_it_went(
    *,
    row: GroupProvisionRow,
    exit_measure: str,
    effects: Mapping[UUID, str],
    seen_version: int,
    by: Actor,
) -> GroupProvisionRow:
    """Where the group got to, and what changed for each child in `effects`, by the id of its naming.

    Children who are not in `effects` keep theirs. Nothing is written when nothing differs.
    `StaleVersion` when somebody else saved first; `Refused` on a reviewed map.
    """
    row = held(row)
    check_can_change_row(row)
    named = {n.pk: n for n in row.named_children.filter(removed_on__isnull=True)}
    check_were_named(effects, named)
    changed = [key for key, words in effects.items() if named[key].effect != words]
    if row.exit_measure == exit_measure and not changed:
        return row
    if row.row_version != seen_version:
        raise StaleVersion(row)
    row.exit_measure = exit_measure
    row.record(by=by, why="How it went")
    for key in changed:
        named[key].row, named[key].effect = row, effects[key]
        named[key].record(by=by, why="Effect written")
    return row
