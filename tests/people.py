"""The cast of the tests: two settings and the people around them. Everybody is made up.

Acorns: Ruth (manager), Sam (SENCO), Kemi and Dele (key persons), Hannah (practitioner in Orchard).
Oaks, another setting: Olga (SENCO), who must always get 404 at Acorns. Mo is a childminder:
manager, SENCO and key person in one. Lee has left Acorns. Seyi is Kemi's key child, Zofia Dele's;
Bilal belongs to Oaks. Priya is Seyi's mother; Theo the therapist who sees him.
"""

import time
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from accounts.models import EarlyYearsSetting, Membership, User
from accounts.rules.actor import Actor
from accounts.rules.roles import Role
from agencies.models import Agency, AgencyKind, Involvement, Professional
from children.models import (
    AreaOfNeed,
    Child,
    ChildNeed,
    KeyPersonAssignment,
    ParentCarer,
    Room,
    RoomStaff,
    YesNoUnknown,
)

STORY = Actor.system("story")
BEGAN = date(2026, 9, 1)
PASSWORD = "correct horse battery staple"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@dataclass
class Cast:
    """Everybody, by first name."""

    acorns: EarlyYearsSetting
    oaks: EarlyYearsSetting
    ruth: Membership
    sam: Membership
    kemi: Membership
    dele: Membership
    hannah: Membership
    lee: Membership
    olga: Membership
    mo: Membership
    orchard: Room
    meadow: Room
    seyi: Child
    zofia: Child
    bilal: Child
    priya: ParentCarer
    speech: Agency
    theo: Professional


def setting(name: str) -> EarlyYearsSetting:
    return EarlyYearsSetting(
        name=name,
        address="14 Mill Lane, Harrowby HB4 2QT",
        phone="01632 960 418",
        email="hello@nursery.example",
        open_weekdays=[0, 1, 2, 3, 4],
    ).record(by=STORY)


def member(
    where: EarlyYearsSetting, name: str, *roles: Role, left_on: date | None = None
) -> Membership:
    email = f"{name.split()[0].lower()}@{where.name.split()[0].lower()}.example"
    user = User.objects.create_user(email, name, PASSWORD)
    return Membership(
        user=user, setting=where, roles=[r.value for r in roles], joined_on=BEGAN, left_on=left_on
    ).record(by=STORY)


def child(room: Room, legal: str, called: str, born: date, key_person: Membership) -> Child:
    row = Child(
        setting=room.setting,
        legal_name=legal,
        preferred_name=called,
        date_of_birth=born,
        home_language="English",
        room=room,
        sen_provision="K",
        started_on=BEGAN,
    ).record(by=STORY)
    KeyPersonAssignment(child=row, membership=key_person, from_on=BEGAN).record(by=STORY)
    ChildNeed(child=row, area=AreaOfNeed.COMMUNICATION, is_primary=True, from_on=BEGAN).record(
        by=STORY
    )
    return row


def cast() -> Cast:
    """Both settings with everybody in them. No decision, report or plan yet."""
    acorns, oaks = setting("Acorns Nursery"), setting("Oaks Pre-school")
    kemi = member(acorns, "Kemi Adebayo", Role.KEY_PERSON)
    dele = member(acorns, "Dele Okafor", Role.KEY_PERSON)
    hannah = member(acorns, "Hannah Price", Role.PRACTITIONER)
    olga = member(oaks, "Olga Petrenko", Role.SENCO, Role.KEY_PERSON)
    orchard = Room(setting=acorns, name="Orchard").record(by=STORY)
    meadow = Room(setting=acorns, name="Meadow").record(by=STORY)
    RoomStaff(room=orchard, membership=hannah, from_on=BEGAN).record(by=STORY)
    seyi = child(orchard, "Oluwaseyifunmi Adeyemi-Blackwood", "Seyi", date(2023, 2, 14), kemi)
    speech = Agency(
        setting=acorns, name="Harrowby Speech and Language", kind=AgencyKind.SPEECH
    ).record(by=STORY)
    return Cast(
        acorns=acorns,
        oaks=oaks,
        ruth=member(acorns, "Ruth Lindqvist", Role.MANAGER),
        sam=member(acorns, "Sam Whitlock", Role.SENCO),
        kemi=kemi,
        dele=dele,
        hannah=hannah,
        lee=member(acorns, "Lee Novak", Role.SENCO, left_on=date(2026, 10, 1)),
        olga=olga,
        mo=member(
            setting("Mo's Childminding"), "Mo Rahman", Role.MANAGER, Role.SENCO, Role.KEY_PERSON
        ),
        orchard=orchard,
        meadow=meadow,
        seyi=seyi,
        zofia=child(meadow, "Zofia Wiśniewska-Dąbrowska", "Zofia", date(2022, 11, 3), dele),
        bilal=child(
            Room(setting=oaks, name="Owls").record(by=STORY),
            "Bilal Sheikh",
            "Bilal",
            date(2023, 5, 9),
            olga,
        ),
        priya=ParentCarer(
            child=seyi,
            name="Priya Blackwood",
            relationship="mother",
            parental_responsibility=YesNoUnknown.YES,
            may_receive_copies=True,
            email="priya@family.example",
        ).record(by=STORY),
        speech=speech,
        theo=Professional(
            agency=speech, name="Theo Marsh", job_title="Speech and language therapist"
        ).record(by=STORY),
    )


def seen_by_theo(people: Cast, on: date = date(2026, 9, 15)) -> Involvement:
    """Theo has seen Seyi: speech and language therapy is involved."""
    return Involvement(
        child=people.seyi, agency=people.speech, professional=people.theo, first_seen_on=on
    ).record(by=STORY)


def signed_in_as(membership: Membership) -> Client:
    """A browser in which this member has signed in, second factor included."""
    client = Client()
    client.force_login(membership.user)
    factor = second_factor_of(membership.user)
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time(), "email": membership.user.email},
        {"method": "mfa", "at": time.time(), "id": factor.pk, "type": factor.type},
    ]
    session["account_authentication_methods_user"] = str(membership.user.pk)
    session["last_request_at"] = time.time()
    session.save()
    return client


def second_factor_of(user: User) -> Authenticator:
    """The authenticator app of this user, set up on first need."""
    found = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    return found or TOTP.activate(user, TOTP_SECRET).instance
