"""A setting of any size: children with every kind of thing due, for looking at lists and timing them.

The same people each time, so that two looks can be compared. Everybody is made up.
"""

from datetime import date, timedelta

from django.utils import timezone

from accounts.models import EarlyYearsSetting, Membership, User
from accounts.rules.roles import Role
from agencies.models import Agency
from children.models import (
    AreaOfNeed,
    Child,
    ChildNeed,
    KeyPersonAssignment,
    LevelRecord,
    ParentCarer,
    Room,
    YesNoUnknown,
)

from .agency_story import agency_story
from .keeping import TELLER, WHY, kept
from .names import AGENCIES, FIRST, LAST, ROOMS, STAFF
from .plan_story import plan_story


def make_crowd(count: int, name: str = "Acorns Nursery") -> Membership:
    """The SENCO of a new setting of so many children."""
    today = timezone.localdate()
    began = today - timedelta(days=400)
    setting = EarlyYearsSetting(name=name, open_weekdays=[0, 1, 2, 3, 4]).record(by=TELLER, why=WHY)
    sam = _member(setting, "Sam Whitlock", began, Role.SENCO)
    staff = [_member(setting, person, began, Role.KEY_PERSON) for person in STAFF]
    for kind, called in AGENCIES:
        kept(Agency(setting=setting, name=called, kind=kind))
    rooms = [Room(setting=setting, name=room).record(by=TELLER, why=WHY) for room in ROOMS]
    for number in range(count):
        _child(number, rooms[number % len(rooms)], staff[number % len(staff)], sam, today)
    return sam


def _member(setting: EarlyYearsSetting, name: str, joined_on: date, role: Role) -> Membership:
    email = f"{name.split()[0].lower()}@{setting.pk}.example"
    user = User.objects.create_user(email, name)
    row = Membership(user=user, setting=setting, roles=[role.value], joined_on=joined_on)
    return row.record(by=TELLER, why=WHY)


def _child(number: int, room: Room, key_person: Membership, sam: Membership, today: date) -> None:
    legal = f"{FIRST[number % len(FIRST)]} {LAST[(number * 7 + number // 31) % len(LAST)]}"
    began = today - timedelta(days=200 + number % 150)
    child = Child(
        setting=room.setting,
        legal_name=legal,
        preferred_name="Seyi" if legal.startswith("Oluwaseyi") else "",
        date_of_birth=date(today.year - 4, 1, 10) + timedelta(days=number * 11 % 700),
        room=room,
        sen_provision="NKE"[number % 3],
        started_on=began,
    ).record(by=TELLER, why=WHY)
    areas = AreaOfNeed.values
    kept(ChildNeed(child=child, area=areas[number % 4], is_primary=True, from_on=began))
    kept(LevelRecord(child=child, level=f"GR{1 + number % 3}", from_on=began))
    parent = f"{FIRST[(number + 9) % len(FIRST)].split()[0]} {legal.split()[-1]}"
    contact = ParentCarer(
        child=child,
        name=parent,
        relationship="mother",
        may_receive_copies=number % 11 != 0,
        parental_responsibility=YesNoUnknown.YES,
    )
    kept(contact)
    if number % 17:
        kept(KeyPersonAssignment(child=child, membership=key_person, from_on=began))
    plan_story(number, child, key_person, sam, contact, today)
    if number % 6 == 5:
        agency_story(number, child, contact, today)
