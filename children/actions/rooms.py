"""The rooms of the setting, and who works in which."""

from datetime import date

from django.db import models, transaction
from django.utils import timezone

from accounts.models import EarlyYearsSetting, Membership
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.models import Room, RoomStaff
from children.policies import check_can_close_room, check_can_use_room, check_works_here


def _check_name_is_free(setting: EarlyYearsSetting, name: str, room: Room | None = None) -> None:
    taken = Room.objects.filter(setting=setting, name__iexact=name)
    if (taken.exclude(pk=room.pk) if room else taken).exists():
        raise Refused(f"There is a room called {name} already.", "name")


@transaction.atomic
def add_room(*, setting: EarlyYearsSetting, name: str, by: Actor) -> Room:
    """A new room of the setting. `Refused` when it has one of that name."""
    _check_name_is_free(setting, name)
    return Room(setting=setting, name=name).record(by=by, why="Added")


@transaction.atomic
def rename_room(*, room: Room, name: str, seen_version: int, by: Actor) -> Room:
    """`StaleVersion` when somebody else changed the room first."""
    _check_name_is_free(room.setting, name, room)
    room.name = name
    return room.record(by=by, why="Renamed", seen_version=seen_version)


@transaction.atomic
def close_room(*, room: Room, by: Actor) -> Room:
    """Takes the room off every list to choose from. `Refused` while children are in it."""
    check_can_close_room(room)
    room.closed_on = timezone.localdate()
    return room.record(by=by, why="Closed")


@transaction.atomic
def open_room_again(*, room: Room, by: Actor) -> Room:
    """Undoes the closing of a room: children can be placed in it again."""
    room.closed_on = None
    return room.record(by=by, why="Opened again")


@transaction.atomic
def add_room_staff(*, room: Room, member: Membership, from_on: date, by: Actor) -> RoomStaff:
    """The member works in the room from the day, and sees its children with a role that may."""
    check_can_use_room(room)
    check_works_here(room.setting_id, member, from_on)
    later = models.Q(until_on__isnull=True) | models.Q(until_on__gte=from_on)
    if room.staff.filter(later, membership=member).exists():
        raise Refused(f"{member} works in {room} already.", "member")
    return RoomStaff(room=room, membership=member, from_on=from_on).record(
        by=by, why="Works in the room"
    )


@transaction.atomic
def end_room_staff(*, staff: RoomStaff, until_on: date, by: Actor) -> RoomStaff:
    """Sets the last day on which the member works in the room, included."""
    if until_on < staff.from_on:
        raise Refused("The last day is before the first.", "until_on")
    staff.until_on = until_on
    return staff.record(by=by, why="No longer works in the room")
