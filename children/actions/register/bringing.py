"""Bringing the children of a file in, by the same actions that add one by hand."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from children.models import AreaOfNeed, Child, ImportedChild, RegisterImport, Room
from children.queries import fingerprint
from children.queries.register import who_may_be_key_person
from children.rules.folding import fold
from children.rules.register.row import ChildToBe, ContactToBe

from ..child import add_child
from ..contacts import add_contact
from ..facts import told_once
from ..key_people import assign_key_person
from ..needs import record_needs
from ..path import record_level
from ..sessions import record_sessions


class Bringing:
    """The rows of one import, some at a time. Their rooms are there already."""

    def __init__(self, held: RegisterImport, by: Actor) -> None:
        self.held, self.by = held, by
        self.rooms = {fold(room.name): room for room in Room.objects.filter(setting=held.setting)}
        self.today = timezone.localdate()
        self.staff = who_may_be_key_person(held.setting, self.today)
        self.why = f"Imported from {held.file_name}"

    @transaction.atomic
    def bring(self, rows: Sequence[ChildToBe]) -> None:
        """All of these rows or none. The mark that a child came in stands after all that came with it."""
        with told_once():
            came = [(row.line, self._child(row)) for row in rows]
        came_at = timezone.now()
        for line, child in came:
            ImportedChild.objects.create(
                register_import=self.held, child=child, line=line, came_at=came_at
            )

    def _child(self, row: ChildToBe) -> Child:
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
