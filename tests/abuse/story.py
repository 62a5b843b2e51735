"""A nursery with something of everything in it, and Ada, who may do all that anybody there may."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse

from accounts.models import Membership
from accounts.rules.roles import Role
from children.models import KeyPersonAssignment
from plans import actions
from plans.models import Strategy, SupportPlan, Target
from tests.agencies.consents import answers
from tests.documents.plans import restrict
from tests.doors.objects import ids_for
from tests.doors.table import DOORS, Door
from tests.doors.test_doors import ours
from tests.people import BEGAN, STORY, Cast, member
from tests.plans import stories

from .page_forms import Attached, PageForm, forms_on

LAST_DAY = "23 11 26"
REGISTER = b"Name,Date of birth,Room\r\nEira Vaughan,3/4/2023,Orchard\r\n"
OF_ONE_DOOR: dict[str, Callable[[Cast], dict[str, Any]]] = {
    "children:room_staff_end": lambda people: {"until_on": LAST_DAY},
    "children:stage_override_end": lambda people: {"until_on": LAST_DAY},
    "children:key_person_end": lambda people: {"until_on": LAST_DAY},
    "children:override_ask": lambda people: {"until_on": "22 1 27"},
    "children:key_person": lambda people: {"member": str(people.dele.pk)},
    "children:level_add": lambda people: {"from_on": LAST_DAY},
    "sharing:write_down": lambda people: {"kind": "view", "answer": ""},
    "agencies:visit_add": lambda people: {"on": "24 11 26"},
    "children:imports": lambda people: {"file": [Attached("register.csv", REGISTER)]},
    "reviews:sheet": lambda people: {"because_2026-11-23": ""},
    "reviews:review_person_add": lambda people: {"membership": "", "contact": "", "agency": ""},
}
"""What is sensible on one page only."""


def ada(people: Cast) -> Membership:
    """Manager, SENCO and Seyi's second key person."""
    roles = (Role.MANAGER, Role.SENCO, Role.KEY_PERSON)
    row = member(people.acorns, "Ada Whitcombe", *roles)
    KeyPersonAssignment(child=people.seyi, membership=row, is_second=True, from_on=BEGAN).record(
        by=STORY
    )
    return row


def forms_behind(client: Client, people: Cast, door: Door) -> list[PageForm]:
    """The forms of the page behind this door, those of a plan's lines included."""
    if door.name == "plans:edit":
        plan = stories.complete(people)
        found = [form for page in desk_pages(plan) for form in forms_on(client, page)]
        return list({(form.action, *form.boxes): form for form in found}.values())
    return forms_on(client, address_of(people, door))


def desk_pages(plan: SupportPlan) -> list[str]:
    """The editor, with nothing and with each line opened."""
    desk = reverse("plans:edit", args=[plan.pk])
    lines = [*Strategy.objects.filter(plan=plan), *Target.objects.filter(plan=plan)]
    return [desk, *(f"{desk}?open={line.line_key}" for line in lines)]


def address_of(people: Cast, door: Door) -> str:
    if door.name == "plans:finish":
        return reverse(door.name, args=[ready(people).pk])
    if door.name == "agencies:contact_add":
        answers(people, purpose="contact")
    if door.name == "agencies:request_links":
        people.theo.email = "theo@therapy.example"
        people.theo.record(by=STORY)
    if door.name == "sharing:attach":
        people.acorns.may_email_copies = True
        people.acorns.record(by=STORY)
    if door.name == "children:override_ask":
        restrict(people.priya)
    if door.name == "reviews:sheet":
        stories.finalised(people)
    if door.name in ("reviews:review_plan", "reviews:review_hold"):
        stories.finalised(people, date(2026, 10, 5))
    if door.name == "plans:correct":
        return reverse(door.name, args=[stories.finalised(people).pk])
    if door.name == "children:key_person_end":
        kemis = people.seyi.key_people.get(membership=people.kemi)
        return reverse(door.name, args=[people.seyi.pk, kemis.pk])
    return reverse(door.name, kwargs=ids_for(people, door.name, ours()[door.name].ids))


def ready(people: Cast) -> SupportPlan:
    """A plan that waits for agreement, so that its page holds every form there is."""
    plan = stories.complete(people, date(2026, 11, 23))
    return actions.mark_ready(plan=plan, by=people.kemi.as_actor())


def sensible(people: Cast, door: Door, form: PageForm) -> dict[str, Any]:
    """What somebody sensible sends on this page."""
    more = OF_ONE_DOOR.get(door.name, lambda people: {})(people)
    return {**form.filled(), **more}


HOLDS_FORMS = [door for door in DOORS if "get" in door.methods and door.name != "demo:gallery"]
