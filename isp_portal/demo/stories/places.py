"""The settings of the stories: their people, rooms, holidays, agencies and a provision map."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from accounts.models import Closure, EarlyYearsSetting, Membership, User
from accounts.rules.actor import Actor
from accounts.rules.roles import Role
from agencies import actions as agencies
from agencies.models import Agency
from children import actions as children
from children.models import Room
from isp_portal.demo.stories.days import closures, weeks_ago
from plans.actions.group_maps import add_group_map
from plans.models import GroupProvisionMap

TELLER = Actor.system("demo")


@dataclass(frozen=True, slots=True)
class Place:
    """A setting with its team, rooms and agencies by name or kind."""

    setting: EarlyYearsSetting
    team: dict[str, Membership]
    rooms: dict[str, Room]
    agencies: dict[str, Agency]

    def senco(self) -> Membership:
        return next(m for m in self.team.values() if Role.SENCO in m.role_set)


def settle(
    name: str,
    address: str,
    team: Mapping[str, tuple[Role, ...]],
    rooms: tuple[str, ...],
    today: date,
) -> Place:
    """A demo setting with its people, who joined a year ago, its rooms and its holidays."""
    setting = EarlyYearsSetting(
        name=name,
        address=address,
        phone="01632 960 418",
        email=f"hello@{_address(name)}",
        open_weekdays=[0, 1, 2, 3, 4],
        is_demo=True,
    ).record(by=TELLER)
    for words, first, last in closures(today):
        Closure(setting=setting, name=words, first_on=first, last_on=last).record(by=TELLER)
    joined = today - timedelta(days=400)
    members = {person: _member(setting, person, roles, joined) for person, roles in team.items()}
    made = {room: children.add_room(setting=setting, name=room, by=TELLER) for room in rooms}
    return Place(setting, members, made, {})


def _member(
    setting: EarlyYearsSetting, name: str, roles: tuple[Role, ...], joined: date
) -> Membership:
    email = f"{name.split()[0].lower()}@{_address(setting.name)}"
    user = User.objects.create_user(email, name)
    return Membership(
        user=user, setting=setting, roles=[role.value for role in roles], joined_on=joined
    ).record(by=TELLER)


def _address(name: str) -> str:
    return f"{name.split()[0].lower().replace(chr(39), '')}.example"


AGENCIES = (
    (
        "speech",
        "Harrowby Speech and Language Therapy",
        "Theo Marsh",
        "Speech and language therapist",
    ),
    ("physiotherapy", "Harrowby Children's Physiotherapy", "Farah Malik", "Physiotherapist"),
    ("hearing", "County Audiology", "Nerys Vaughan", "Audiologist"),
    (
        "ed_psychology",
        "County Educational Psychology",
        "Dr Ines Carvalho",
        "Educational psychologist",
    ),
    ("inclusion_team", "Early Years Inclusion Team", "Grace Tan", "Area SENCO"),
)


def with_agencies(place: Place) -> None:
    """The agencies that Acorns works with, one professional each."""
    by = place.senco().as_actor()
    for kind, name, person, job in AGENCIES:
        values: dict[str, Any] = {"name": name, "kind": kind, "phone": "01632 960 775"}
        agency = agencies.add_agency(setting=place.setting, values=values, by=by)
        reach = {"email": f"{person.split()[-1].lower()}@{kind.replace('_', '-')}.example"}
        person_values = {"name": person, "job_title": job, **reach}
        agencies.add_professional(agency=agency, values=person_values, by=by)
        place.agencies[kind] = agency


def with_group_map(place: Place, today: date) -> GroupProvisionMap:
    """A map that began eight weeks ago and runs for eight more."""
    starts = weeks_ago(today, 8)
    values = {
        "title": "This term's groups",
        "starts_on": starts,
        "ends_on": starts + timedelta(weeks=16),
    }
    return add_group_map(setting=place.setting, values=values, by=place.senco().as_actor())
