"""The nursery that the bench runs on: made up, in the bench's own database, gone afterwards."""

import time
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client
from django.utils import timezone

from accounts.models import EarlyYearsSetting, Membership, User
from accounts.rules.actor import Actor
from accounts.rules.roles import Role
from children.models import AreaOfNeed, Child, ChildNeed, KeyPersonAssignment, Room
from isp_portal.bench.crowd import make_crowd
from plans import actions as plans
from plans.models import Capacity, SupportPlan
from reviews.actions import record_entry
from reviews.queries.plan_lines import plan_in_force
from reviews.rules.help import HelpLevel

TELLER = Actor.system("bench")
WHY = "Made up for the bench"
SAW = "Took the banana card off the board and gave it to me."
NAMES = ("Ottilie Grey", "Idris Vaughan", "Mabel Okonkwo", "Rafferty Lane", "Saoirse Doyle")
PLANNED, LISTED, CROWD = 12, 50, 1000
WEEKS = 5
"""Weeks that each plan has run, with two entries a week."""
SECTIONS = {
    "strengths": "Builds tall towers and laughs when they fall.",
    "matters_to_child": "The train with the red funnel.",
    "how_child_showed_it": "Carries it into every room.",
    "parents_view": "A happy child. We want words.",
    "what_is_difficult": "Changing from one thing to the next.",
}
STRATEGY = {
    "what_adults_do": "Say the name, wait five seconds, then show the picture card",
    "when_and_where": "All day, all rooms",
    "who": "Any adult nearby",
    "source_kind": "setting",
}
TARGET = {
    "small_step": "Asks for help with a sign",
    "starting_point": "Hands the box over and cries",
    "know_when": "Does it with two different adults",
    "source_kind": "parent",
}


@dataclass(frozen=True, slots=True)
class Nursery:
    """`children`: the first `planned` of them are Kemi's and have a plan in force. `crowded` leads
    support at another setting, a large one, with `crowd` children."""

    setting: EarlyYearsSetting
    kemi: Membership
    sam: Membership
    children: tuple[Child, ...]
    plan: SupportPlan
    crowded: Membership
    crowd: int

    @property
    def child(self) -> Child:
        return self.children[0]


def make_up(
    planned: int = PLANNED, listed: int = LISTED, weeks: int = WEEKS, crowd: int = CROWD
) -> Nursery:
    """A nursery that opens every day, so that the bench says the same on a Sunday."""
    today = timezone.localdate()
    began = today - timedelta(days=400)
    setting = EarlyYearsSetting(
        name="Bench Nursery",
        address="14 Mill Lane, Harrowby HB4 2QT",
        phone="01632 960 418",
        email="hello@bench.example",
        open_weekdays=list(range(7)),
    ).record(by=TELLER, why=WHY)
    kemi = _member(setting, "Kemi Adebayo", Role.KEY_PERSON, began)
    sam = _member(setting, "Sam Whitlock", Role.SENCO, began)
    room = Room(setting=setting, name="Orchard").record(by=TELLER, why=WHY)
    children = tuple(_child(room, number, began) for number in range(listed))
    made = [_planned(child, kemi, sam, weeks) for child in children[:planned]]
    return Nursery(setting, kemi, sam, children, made[0], make_crowd(crowd, "Crowd"), crowd)


def _member(setting: EarlyYearsSetting, name: str, role: Role, joined_on: date) -> Membership:
    user = User.objects.create_user(f"{name.split()[0].lower()}@bench.example", name)
    row = Membership(user=user, setting=setting, roles=[role.value], joined_on=joined_on)
    return row.record(by=TELLER, why=WHY)


def _child(room: Room, number: int, began: date) -> Child:
    child = Child(
        setting=room.setting,
        legal_name=f"{NAMES[number % len(NAMES)]}-{number + 1}",
        date_of_birth=timezone.localdate() - timedelta(days=1300 + number),
        home_language="English",
        room=room,
        sen_provision="K",
        started_on=began,
    ).record(by=TELLER, why=WHY)
    ChildNeed(child=child, area=AreaOfNeed.COMMUNICATION, is_primary=True, from_on=began).record(
        by=TELLER, why=WHY
    )
    return child


def _planned(child: Child, kemi: Membership, sam: Membership, weeks: int) -> SupportPlan:
    """Kemi's key child, with a plan of two strategies and a target in force, and its record."""
    KeyPersonAssignment(child=child, membership=kemi, from_on=kemi.joined_on).record(
        by=TELLER, why=WHY
    )
    by, starts_on = kemi.as_actor(), timezone.localdate() - timedelta(weeks=weeks)
    plan = plans.start_plan(child=child, starts_on=starts_on, by=by)
    plan = plans.change_section(plan=plan, values=SECTIONS, by=by)
    lines = [plans.add_strategy(plan=plan, line_key=uuid4(), by=by) for _ in range(2)]
    lines = [plans.change_strategy(line=line, values=STRATEGY, by=by) for line in lines]
    target = plans.add_target(plan=plan, line_key=uuid4(), by=by)
    plans.change_target(line=target, values=TARGET, served_by=lines, by=by)
    plan = plans.mark_ready(plan=plan, by=by)
    for member, capacity in ((kemi, Capacity.KEY_PERSON), (sam, Capacity.SENCO)):
        plans.sign_plan(
            plan=plan, capacity=capacity, answer="agreed", membership=member, by=member.as_actor()
        )
    plan = plans.finalise_plan(plan=plan, by=sam.as_actor())
    for days in range(2, weeks * 7, 3):
        on = timezone.localdate() - timedelta(days=days)
        record_entry(**an_entry(child, line_keys(child), kemi, on))
    return plan


def an_entry(child: Child, keys: list[UUID], seen_by: Membership, on: date) -> dict[str, Any]:
    """What `record_entry` takes: the lines with some help, a few words, a token of its own."""
    return {
        "child": child,
        "lines": dict.fromkeys(keys, HelpLevel.SOME),
        "what_we_saw": SAW,
        "seen_on": on,
        "seen_by": seen_by,
        "form_token": uuid4(),
        "by": seen_by.as_actor(),
    }


def line_keys(child: Child) -> list[UUID]:
    now = plan_in_force(child)
    return [line.key for line in now.lines] if now else []


def browser_of(member: Membership) -> Client:
    """A browser in which this member has signed in, second step included. No network is used."""
    host = next((name for name in settings.ALLOWED_HOSTS if name != "*"), "localhost")
    client = Client(headers={"host": host.removeprefix(".")})
    client.force_login(member.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    factor, _ = Authenticator.objects.get_or_create(
        user=member.user, type=Authenticator.Type.TOTP, defaults={"data": {"secret": ""}}
    )
    now, session = time.time(), client.session
    session["account_authentication_methods"] = [
        {"method": "password", "at": now, "email": member.user.email},
        {"method": "mfa", "at": now, "id": factor.pk, "type": factor.type},
    ]
    session["account_authentication_methods_user"] = str(member.user.pk)
    session["last_request_at"] = now
    session.save()
    return client
