"""Adding the children of a register: all of them in one transaction, or none."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from accounts.models import Membership
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import (
    AreaOfNeed,
    Child,
    ImportedChild,
    ImportState,
    RegisterImport,
    Room,
    StagedRows,
)
from children.policies import check_is_staged
from children.queries import fingerprint
from children.queries.register import children_to_be, who_may_be_key_person
from children.rules.folding import fold
from children.rules.register.row import ChildToBe, ContactToBe

from ..child import add_child
from ..contacts import add_contact
from ..facts import told_once
from ..key_people import assign_key_person
from ..needs import record_needs
from ..path import record_level
from ..rooms import add_room, open_room_again
from ..sessions import record_sessions

MOST_AT_A_TIME = 1_000


@transaction.atomic
def add_register(
    *,
    register_import: RegisterImport,
    leave_out_wrong: bool,
    anyway: Collection[int] = (),
    by: Actor,
) -> RegisterImport:
    """Adds every child of the file that may come in, with rooms that it names; or nothing at all.

    Rows with a mistake come in never: `leave_out_wrong` says that the others may without them.
    Rows that repeat a child stay out, but for the lines in `anyway`. Sent twice, it adds once:
    `Refused` when the file was added, undone or given up meanwhile.
    """
    held = (
        RegisterImport.objects.select_for_update()
        .select_related("setting")
        .get(pk=register_import.pk)
    )
    check_is_staged(held)
    rows = children_to_be(held)
    wanted = _wanted(rows, leave_out_wrong, anyway)
    rooms = _rooms(held, wanted, by)
    staff = who_may_be_key_person(held.setting, timezone.localdate())
    with told_once():
        for row in wanted:
            child = _Adding(held, by, rooms, staff).add(row)
            ImportedChild.objects.create(register_import=held, child=child, line=row.line)
    StagedRows.objects.filter(register_import=held).delete()
    held.state, held.added_count = ImportState.ADDED.value, len(wanted)
    held.left_out_count = len(rows) - len(wanted)
    held.added_at, held.added_by = timezone.now(), by.label
    return held.record(by=by, why=f"Added {len(wanted)} children")


def _wanted(
    rows: list[ChildToBe], leave_out_wrong: bool, anyway: Collection[int]
) -> list[ChildToBe]:
    right = [row for row in rows if not row.problems]
    if len(right) < len(rows) and not leave_out_wrong:
        raise Refused(
            "Some rows have mistakes. Put them right in the file and choose it again, or tick that "
            "they are left out.",
            "leave_out_wrong",
        )
    wanted = [row for row in right if not row.double or row.line in anyway]
    if not wanted:
        raise Refused("No row of this file would be added.")
    if len(wanted) > MOST_AT_A_TIME:
        raise Refused(
            f"{len(wanted):,} children stand in this file, and {MOST_AT_A_TIME:,} come in at a "
            "time. Nothing was added. Make several files of it."
        )
    return wanted


def _rooms(held: RegisterImport, wanted: list[ChildToBe], by: Actor) -> dict[str, Room]:
    """The rooms that the rows name, by folded name; those that are not there yet
    are made, and those that were closed are open again."""
    rooms = {fold(room.name): room for room in Room.objects.filter(setting=held.setting)}
    for name in {fold(row.room): row.room for row in wanted if row.room}.values():
        room = rooms.get(fold(name))
        if room is None:
            room = add_room(setting=held.setting, name=name, by=by)
        elif room.closed_on:
            room = open_room_again(room=room, by=by)
        else:
            continue
        rooms[fold(name)] = room
        held.rooms_made.append(str(room.pk))
    return rooms


class _Adding:
    """One child of the file, by the same actions that add one by hand."""

    def __init__(
        self,
        held: RegisterImport,
        by: Actor,
        rooms: dict[str, Room],
        staff: dict[str, Membership],
    ) -> None:
        self.held, self.by, self.rooms, self.staff = held, by, rooms, staff
        self.why = f"Imported from {held.file_name}"
        self.today = timezone.localdate()

    def add(self, row: ChildToBe) -> Child:
        values = {
            "legal_name": row.legal_name,
            "preferred_name": row.known_as,
            "date_of_birth": row.born,
            "home_language": row.home_language,
            "room": self.rooms.get(fold(row.room)) if row.room else None,
            "started_on": row.started_on,
            "sen_provision": row.sen_provision,
        }
        child = add_child(
            setting=self.held.setting, added_by=None, values=values, by=self.by, why=self.why
        )
        self._around(child, row)
        for contact in row.contacts:
            add_contact(child=child, values=self._contact(contact), by=self.by)
        return child

    def _around(self, child: Child, row: ChildToBe) -> None:
        today, by = self.today, self.by
        only = next(iter(self.staff.values())) if len(self.staff) == 1 else None
        key_person = self.staff.get(row.key_person) or only
        if key_person:
            assign_key_person(child=child, member=key_person, is_second=False, from_on=today, by=by)
        if row.level:
            record_level(child=child, level=row.level, from_on=today, because=self.why, by=by)
        if row.areas:
            areas = [AreaOfNeed(code) for code in row.areas]
            record_needs(child=child, areas=areas, primary=areas[0], seen=fingerprint([]), by=by)
        if row.slots:
            begins = max(today, row.started_on or today)
            record_sessions(
                child=child, pattern=row.slots, from_on=begins, seen=fingerprint([]), by=by
            )

    def _contact(self, contact: ContactToBe) -> dict[str, object]:
        said = contact.responsibility != "unknown"
        return {
            "name": contact.name,
            "relationship": contact.relationship,
            "phone": contact.phone,
            "email": contact.email,
            "parental_responsibility": contact.responsibility,
            "responsibility_evidence": f"As in {self.held.file_name}" if said else "",
        }
