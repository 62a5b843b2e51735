"""A setting of any size: children with every kind of thing due, for looking at lists and timing them.

The same people each time, so that two looks can be compared. Everybody is made up.
"""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from accounts.models import EarlyYearsSetting, Membership, User
from accounts.rules.actor import Actor
from accounts.rules.roles import Role
from agencies.models import (
    Agency,
    AgencyKind,
    Consent,
    ConsentAnswer,
    ConsentHow,
    ConsentPurpose,
    Involvement,
    ReceivedFrom,
    Report,
    ReportRequest,
    RequestKind,
)
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
from plans.models import Capacity, Cycle, PlanSignOff, RequirementDecision, SupportPlan
from reviews.models import InterventionEntry, Review

TELLER = Actor.system("bench")
WHY = "Made up for the bench"
FIRST = (
    *("Zofia", "Jaxon", "Noor Fatima", "Kwabena", "Bilal", "Ottilie", "Siôn", "Harpreet Kaur"),
    *("Amelia-Rose", "Luca", "Maisie", "Yusuf", "Rosa", "Elsie", "Caoimhe", "Teddy", "Freddie"),
    *("Oluwaseyifunmi", "Zoë", "Haruki", "Anaïs", "Łukasz", "Ngozi", "Dmytro", "Ffion", "Ibrahim"),
    *("Saoirse", "Mateo", "Aanya", "Wren", "Tomos"),
)
LAST = (
    *("Wiśniewska-Dąbrowska", "Pritchard", "Hussain", "Osei-Mensah", "Sheikh", "Grey", "Pugh"),
    *(
        "Dhaliwal",
        "Featherstonehaugh",
        "Ferraro",
        "Hartley",
        "Warsame",
        "Santos de Oliveira",
        "Tan",
    ),
    *("Ní Dhomhnaill", "O’Brien", "Cole", "Adeyemi-Blackwood", "Müller", "Tanaka", "Petit"),
    *("Nowak", "Okonkwo", "Kovalenko", "Rees", "Khan", "Doyle", "García", "Patel", "Ashworth"),
    *("Griffiths", "Lane", "Begum", "Thistlethwaite", "Nguyen", "Clarke", "Abara"),
)
STAFF = ("Kemi Adebayo", "Dele Okafor", "Ruth Lindqvist", "Hannah Price", "Tomasz Zając")
AGENCIES = (
    (AgencyKind.SPEECH, "Speech and language therapy"),
    (AgencyKind.PHYSIOTHERAPY, "Physiotherapy"),
    (AgencyKind.EDUCATIONAL_PSYCHOLOGY, "Educational psychology"),
)
ROOMS = ("Orchard", "Meadow", "Saplings")
BEHAVIOUR = {
    "behaviour": True,
    "advice": "none",
    "preschool_or_below": True,
    "agency_involved": False,
    "received": "nothing",
    "must_evidence": None,
    "group_map_covers": False,
}
STRATEGIES = {**BEHAVIOUR, "behaviour": False, "agency_involved": True, "received": "strategies"}
WAITING = {**STRATEGIES, "received": "nothing"}
NO_NEED = {**BEHAVIOUR, "behaviour": False, "must_evidence": False}


def make_crowd(count: int, name: str = "Acorns Nursery") -> Membership:
    """The SENCO of a new setting of so many children."""
    today = timezone.localdate()
    began = today - timedelta(days=400)
    setting = EarlyYearsSetting(name=name, open_weekdays=[0, 1, 2, 3, 4]).record(by=TELLER, why=WHY)
    sam = _member(setting, "Sam Whitlock", began, Role.SENCO)
    staff = [_member(setting, person, began, Role.KEY_PERSON) for person in STAFF]
    for kind, called in AGENCIES:
        _kept(Agency(setting=setting, name=called, kind=kind))
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
    _kept(ChildNeed(child=child, area=areas[number % 4], is_primary=True, from_on=began))
    _kept(LevelRecord(child=child, level=f"GR{1 + number % 3}", from_on=began))
    parent = f"{FIRST[(number + 9) % len(FIRST)].split()[0]} {legal.split()[-1]}"
    contact = ParentCarer(
        child=child,
        name=parent,
        relationship="mother",
        may_receive_copies=number % 11 != 0,
        parental_responsibility=YesNoUnknown.YES,
    )
    _kept(contact)
    if number % 17:
        _kept(KeyPersonAssignment(child=child, membership=key_person, from_on=began))
    _story(number, child, key_person, sam, contact, today)
    if number % 6 == 5:
        _agency(number, child, contact, today)


def _agency(number: int, child: Child, contact: ParentCarer, today: date) -> None:
    """Seen by an agency that sent a report of some age, was asked for one, or was not asked yet."""
    agency = Agency.objects.filter(setting=child.setting).order_by("name")[number % len(AGENCIES)]
    seen = today - timedelta(days=60)
    both = {"child": child, "agency": agency}
    _kept(Involvement(first_seen_on=seen, **both))
    kind = number // 6 % 4
    if kind != 1:
        consent = Consent(
            contact=contact,
            purpose=ConsentPurpose.ASK_REPORT,
            answer=ConsentAnswer.GIVEN,
            how=ConsentHow.PAPER,
            given_on=seen,
            until_on=today + timedelta(days=number % 90),
            **both,
        )
        _kept(consent)
    if kind == 2:
        asked_on = today - timedelta(days=20 + number % 20)
        request = ReportRequest(
            kind=RequestKind.REPORT,
            because="No report has come",
            raised_on=seen,
            asked_on=asked_on,
            asked_how="By letter",
            **both,
        )
        _kept(request)
    if kind == 3:
        dated_on = today - timedelta(days=200 + number % 300)
        report = Report(
            dated_on=dated_on,
            received_on=dated_on,
            received_from=ReceivedFrom.AGENCY,
            holds_strategies=True,
            holds_targets=False,
            **both,
        )
        _kept(report)


def _kept(row: Any) -> Any:
    return row.record(by=TELLER, why=WHY)


def _story(
    number: int,
    child: Child,
    key_person: Membership,
    sam: Membership,
    contact: ParentCarer,
    today: date,
) -> None:
    """Of ten children two have never been asked, one needs a plan, six have one, one has none."""
    kind = number % 10
    decided_on = today - timedelta(days=5 + number % 60)
    if kind in (0, 1):
        _decided(child, "", None, {**NO_NEED, "behaviour": None}, decided_on)
    elif kind == 2:
        code, inputs = (
            ("REQUIRED_BEHAVIOUR", BEHAVIOUR),
            ("REQUIRED_STRATEGIES", STRATEGIES),
            ("AWAITING_REPORT", WAITING),
        )[number // 10 % 3]
        _decided(child, code, None if code == "AWAITING_REPORT" else True, inputs, decided_on)
    elif kind == 3:
        before = _decided(child, "REQUIRED_BEHAVIOUR", True, BEHAVIOUR, decided_on, latest=False)
        _decided(child, "NOT_REQUIRED_NO_NEED", False, NO_NEED, decided_on, replaces=before)
    else:
        _decided(child, "REQUIRED_STRATEGIES", True, STRATEGIES, decided_on)
        _planned(number, child, key_person, sam, contact, today)


def _decided(
    child: Child,
    outcome: str,
    is_required: bool | None,
    inputs: dict[str, Any],
    on: date,
    *,
    latest: bool = True,
    replaces: RequirementDecision | None = None,
) -> RequirementDecision:
    row = RequirementDecision(
        child=child,
        decided_on=on,
        outcome=outcome,
        is_required=is_required,
        inputs=inputs,
        ruleset_code="default",
        ruleset_version="2026-09",
        rules_version="2026-09",
        is_latest=latest,
        replaces=replaces,
    )
    kept: RequirementDecision = _kept(row)
    return kept


def _planned(
    number: int,
    child: Child,
    key_person: Membership,
    sam: Membership,
    contact: ParentCarer,
    today: date,
) -> None:
    """A plan that began up to eleven weeks ago; some of them drafts, some ready, some reviewed."""
    kind = number % 12
    starts = today - timedelta(days=(number * 5) % 80)
    due = starts + timedelta(days=56)
    cycle = Cycle(
        child=child,
        number=1,
        starts_on=None if kind == 0 else starts,
        opens_on=None if kind == 0 else due - timedelta(days=14),
        due_on=None if kind == 0 else due,
    )
    _kept(cycle)
    status = {0: "draft", 1: "draft", 2: "ready"}.get(kind, "finalised")
    at = timezone.make_aware(datetime.combine(starts, time(12)))
    plan = SupportPlan(
        child=child,
        cycle=cycle,
        status=status,
        ready_at=None if status == "draft" else at,
        finalised_at=at if status == "finalised" else None,
    )
    _kept(plan)
    if status == "draft":
        return
    for capacity, who in ((Capacity.KEY_PERSON, key_person), (Capacity.SENCO, sam)):
        if status == "finalised" or (number + len(capacity)) % 4:
            _signed(plan, capacity, starts, membership=who, person_name=str(who))
    if status == "ready":
        return
    if number % 3:
        _signed(plan, Capacity.PARENT, starts, contact=contact, person_name=contact.name)
    quiet = number % 5 == 0
    _kept(
        InterventionEntry(
            child=child,
            cycle=cycle,
            form_token=uuid4(),
            seen_on=max(starts, today - timedelta(days=20 if quiet else 3)),
            seen_by=key_person,
            what_we_saw="Pointed at the cup.",
        )
    )
    if kind in (3, 4, 5) and due < today + timedelta(days=14):
        held = kind == 3 and due < today
        _kept(
            Review(
                child=child,
                cycle=cycle,
                planned_on=today + timedelta(days=number % 9 - 3),
                planned_time=time(10, 30),
                held_on=today - timedelta(days=4) if held else None,
            )
        )


def _signed(plan: SupportPlan, capacity: Capacity, on: date, **who: Any) -> None:
    _kept(
        PlanSignOff(
            plan=plan, capacity=capacity, answer="agreed", answered_on=on, method="paper", **who
        )
    )
