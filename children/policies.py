"""What may be done to a child's record in the state it is in. Who may is the access mark's business."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from accounts.models import Membership
from accounts.rules.refusal import Refused
from accounts.rules.roles import Role
from children.models import (
    BARS_CONTACT,
    Child,
    ContactRestriction,
    ParentCarer,
    RegisterImport,
    RestrictionOverride,
    Room,
    SupportNeed,
)

OVERRIDE_LASTS_AT_MOST = timedelta(days=183)


def check_can_change(child: Child) -> None:
    """An archived record is read only until it is brought back."""
    if child.archived_on:
        raise Refused("This record is archived. Bring it back before changing it.")


def can_change(child: Child) -> bool:
    return child.archived_on is None


def check_can_archive(child: Child) -> None:
    if child.archived_on:
        raise Refused("This record is archived already.")


def check_can_bring_back(child: Child) -> None:
    if not child.archived_on:
        raise Refused("This record is not archived.")


def check_works_here(
    setting_id: object, member: Membership, on: date, field: str = "member"
) -> None:
    """The member belongs to the setting and works there on the day. `field` is what to put right."""
    if member.setting_id != setting_id:
        raise Refused("Choose somebody who works here.", field)
    if on < member.joined_on:
        raise Refused(f"{member} had not joined by that day.", field)
    if not member.user.is_active or (member.left_on is not None and on >= member.left_on):
        raise Refused(f"{member} has left. Choose somebody who works here.", field)


def check_can_look_after(child: Child, member: Membership, on: date) -> None:
    """May the member be the child's key person, first or second, from the day?"""
    check_works_here(child.setting_id, member, on)
    if Role.KEY_PERSON not in member.role_set:
        raise Refused(
            f"{member} is not a key person yet. Give that role on the Team page.", "member"
        )


def check_can_use_room(room: Room) -> None:
    if room.closed_on:
        raise Refused("This room is closed. Open it again first.")


def check_can_close_room(room: Room) -> None:
    """A room with children in it stays open: they would drop off every room's list."""
    check_can_use_room(room)
    inside = room.children.active().count()
    if inside:
        who = "One child is" if inside == 1 else f"{inside} children are"
        raise Refused(f"{who} still in {room}. Give each another room first.")


def check_contact_is_current(contact: ParentCarer) -> None:
    if contact.ended_on:
        raise Refused(f"{contact.name} is no longer a contact. Bring the contact back first.")


def check_is_nobody_restricted(
    child: Child, values: Mapping[str, Any], on: date, besides: ParentCarer | None = None
) -> None:
    """A restriction is not got round by recording the same person a second time.

    Compares name, email and phone with every contact of the child who may not be given copies,
    ended ones too. The sentence does not say that there is a restriction.
    """
    kept = ContactRestriction.objects.in_force(on).filter(kind__in=BARS_CONTACT)
    others = child.contacts.filter(pk__in=kept.values("contact"))
    for other in others.exclude(pk=besides.pk) if besides else others:
        for field in ("name", "email", "phone"):
            if _plain(getattr(other, field)) == _plain(values.get(field, "")) != "":
                raise Refused(
                    "This is on another contact of the child. Ask the SENCO or the manager.", field
                )


def _plain(words: str) -> str:
    return "".join(words.split()).casefold()


def check_is_staged(register_import: RegisterImport) -> None:
    """A file is added once, and not after it was given up."""
    if not register_import.is_staged:
        raise Refused(f"{register_import} is no longer waiting: its children may be added already.")


def check_is_added(register_import: RegisterImport) -> None:
    """An import is undone once, and not while its children still come in."""
    if register_import.is_being_undone:
        raise Refused(f"{register_import} is being undone already.")
    if not register_import.is_added:
        raise Refused(f"The children of {register_import} are not in the register.")


def check_can_lift(restriction: ContactRestriction) -> None:
    if restriction.lifted_on:
        raise Refused("This restriction has been lifted already.")


def check_can_ask_for_override(
    contact: ParentCarer, because: str, until_on: date, today: date
) -> None:
    """Only where a restriction bars papers, with a reason, and for a time."""
    if not contact.restrictions.in_force(today).filter(kind__in=BARS_CONTACT).exists():
        raise Refused(f"Nothing keeps papers from {contact.name}, so there is nothing to override.")
    if not because.strip():
        raise Refused("Say why papers go all the same, and what was seen.", "because")
    if until_on < today:
        raise Refused("That day has passed.", "until_on")
    if until_on > today + OVERRIDE_LASTS_AT_MOST:
        raise Refused("Half a year at most. It can be asked for again.", "until_on")


def check_can_confirm_override(
    override: RestrictionOverride, member: Membership, today: date
) -> None:
    """By somebody else than whoever asked, as long as it waits."""
    if override.asked_by_id == member.pk:
        raise Refused("You asked for this yourself, so another person confirms it.")
    if override.confirmed_by_id:
        raise Refused("This is confirmed already.")
    if override.ended_on or override.until_on < today:
        raise Refused("This has ended. Ask for it again.")
    check_works_here(override.contact.child.setting_id, member, today)


def check_can_end_override(override: RestrictionOverride) -> None:
    if override.ended_on:
        raise Refused("This has ended already.")


def check_can_withdraw(answer: SupportNeed) -> None:
    if answer.withdrawn_on:
        raise Refused("This answer has been withdrawn already.")


def check_may_receive_copy(contact: ParentCarer, on: date) -> None:
    """May this contact be given a paper about the child on the day?

    Refuses one who is no longer a contact, who is not marked as receiving copies, or whose contact
    is restricted. The sentence never says what the restriction is.
    """
    if contact.ended_on and contact.ended_on <= on:
        raise Refused(f"{contact.name} is no longer a contact of this child.")
    if not contact.may_receive_copies:
        raise Refused(f"{contact.name} is not marked as somebody who may receive copies.")
    if not ParentCarer.objects.filter(pk=contact.pk).may_receive(on).exists():
        raise Refused(f"{contact.name} may not be given copies. Ask the SENCO or the manager.")


def may_receive_copy(contact: ParentCarer, on: date) -> bool:
    try:
        check_may_receive_copy(contact, on)
    except Refused:
        return False
    return True
