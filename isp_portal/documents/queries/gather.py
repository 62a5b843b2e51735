"""Gathers the facts of a plan for one recipient, from the floors below.

Only what that recipient may read: the contact details of other adults, and restrictions, are
never gathered.
"""

from datetime import date
from uuid import UUID

from django.utils import timezone

from accounts.models import EarlyYearsSetting
from children.models import Child, KeyPersonAssignment, ParentCarer
from isp_portal.documents import facts, words
from isp_portal.documents.models.recipients import barred
from isp_portal.documents.queries.changes import changed_since, copy_held
from isp_portal.documents.queries.lines import strategies_of, targets_of
from isp_portal.documents.queries.record import record_facts
from isp_portal.documents.queries.withheld import family_say, plan_without_names
from isp_portal.languages import language_of
from plans.models import Capacity, PlanSignOff, SignOffMethod, SupportPlan
from plans.queries.calendar import ruleset_of
from plans.rules.requirement import Outcome
from plans.rules.words import reason

INTERIM = (
    "An outside agency is involved with {name}, and has sent neither strategies nor targets yet. "
    "This plan stands in the meantime, with a review every 6 to 8 weeks"
)


def plan_facts(plan: SupportPlan, recipient: ParentCarer | None, on: date) -> facts.PlanPaper:
    """What the plan's paper says to this recipient on the day; None is the child's file.

    A parent's copy neither names nor quotes another adult whom a restriction bars.
    """
    if recipient is None:
        return _everything(plan, None, on, set())
    hidden = barred(plan.child_id, on) - {recipient.pk}
    paper = _everything(plan, recipient, on, hidden)
    return plan_without_names(paper) if hidden else paper


def _everything(
    plan: SupportPlan, recipient: ParentCarer | None, on: date, hidden: set[UUID]
) -> facts.PlanPaper:
    child, cycle = plan.child, plan.cycle
    copy = copy_held(plan, recipient)
    return facts.PlanPaper(
        setting=setting_facts(child.setting),
        child=child_facts(child, on),
        recipient=recipient_facts(recipient),
        paper_title=ruleset_of(child.setting, on).title("support_plan"),
        number=cycle.number,
        version=plan.version,
        version_of=version_day(plan, on),
        issued_on=on,
        replaces=replaces_words(plan, on),
        starts_on=cycle.starts_on,
        window_opens_on=cycle.opens_on,
        due_on=cycle.due_on,
        area_of_need=plan.get_primary_area_display() if plan.primary_area else "",
        strengths=plan.strengths,
        matters=plan.matters_to_child,
        child_showed_it=plan.how_child_showed_it,
        hard_just_now=plan.what_is_difficult,
        starting_point=", ".join(
            filter(None, [plan.starting_point_tracker, plan.starting_point_band])
        ),
        starting_point_on=plan.starting_point_on,
        family=family_say(plan, hidden),
        why=_why(plan),
        changed=changed_since(copy, plan, recipient) if copy else None,
        strategies=strategies_of(plan, copy.plan if copy else None, version_day(plan, on)),
        targets=targets_of(plan, copy.plan if copy else None, version_day(plan, on)),
        sign_offs=_sign_offs(plan, recipient, on),
        record=record_facts(plan, for_the_file=recipient is None),
    )


def version_day(plan: SupportPlan, on: date) -> date:
    """The day this version was finalised; for one that is not, the day asked about."""
    return timezone.localdate(plan.finalised_at) if plan.finalised_at else on


def setting_facts(here: EarlyYearsSetting) -> facts.Setting:
    """The nursery in a paper's letterhead."""
    return facts.Setting(name=here.name, address=here.address, phone=here.phone, email=here.email)


def child_facts(child: Child, on: date) -> facts.Child:
    """The child as a paper of the day names them."""
    stage = child.stage(on).label
    languages = [f"{child.home_language} at home" if child.home_language else ""]
    assigned = KeyPersonAssignment.objects.running(on).filter(child=child).first()
    return facts.Child(
        preferred_name=child.called,
        legal_name=child.legal_name,
        born=child.date_of_birth,
        stage_words=stage[0].lower() + stage[1:],
        languages=", ".join(filter(None, [*languages, child.other_languages])),
        key_person=str(getattr(assigned, "membership", "not named yet")),
        room=child.room.name if child.room else "",
    )


def recipient_facts(recipient: ParentCarer | None) -> facts.Recipient:
    """Whose copy it is; None is the child's file."""
    if recipient is None:
        return facts.Recipient()
    return facts.Recipient(
        name=recipient.name,
        relationship=recipient.relationship,
        language=language_of(recipient).code,
        wants_large_print=recipient.wants_large_print,
        wants_clear_letters=recipient.wants_clear_letters,
    )


def replaces_words(plan: SupportPlan, on: date) -> str:
    if plan.corrects:
        return f"version {plan.corrects.version} of {words.dated(version_day(plan.corrects, on))}"
    before = (
        SupportPlan.objects.filter(
            child=plan.child, kind=plan.kind, cycle__number__lt=plan.cycle.number
        )
        .exclude(finalised_at=None)
        .first()
    )
    if before is None:
        return ""
    day = words.dated(version_day(before, on))
    return f"plan {before.cycle.number}, version {before.version} of {day}"


def _why(plan: SupportPlan) -> facts.WhyThisPlan:
    ground = plan.ground
    if ground is not None and ground.outcome.upper() == Outcome.AWAITING_REPORT.name:
        return facts.WhyThisPlan(
            sentence=INTERIM.format(name=plan.child.called),
            clauses=(*ground.clauses, "C4"),
            ground=Outcome.AWAITING_REPORT.name,
        )
    if ground is None or not ground.is_required:
        return facts.WhyThisPlan(sentence=plan.made_anyway_because)
    because = reason(Outcome[ground.outcome.upper()], plan.child.called)
    return facts.WhyThisPlan(
        sentence=f"{because} The guidance then asks for this plan, with a review every 6 to 8 weeks",
        clauses=(*ground.clauses, "C4"),
        ground=ground.outcome.upper(),
    )


def _sign_offs(
    plan: SupportPlan, recipient: ParentCarer | None, on: date
) -> tuple[facts.SignOff, ...]:
    """Key person and SENCO, then the recipient's own answer; the file shows every parent's."""
    rows = list(plan.sign_offs.select_related("contact"))
    staff = [
        _sign_off(next((row for row in rows if row.capacity == capacity), None), label)
        for capacity, label in ((Capacity.KEY_PERSON, "Key person"), (Capacity.SENCO, "SENCO"))
    ]
    parents = [row for row in rows if row.capacity == Capacity.PARENT]
    if recipient is not None:
        parents = [row for row in parents if row.contact_id == recipient.pk]
    if not parents:
        person = recipient_facts(recipient)
        return (
            *staff,
            facts.SignOff(capacity="Parent", name=person.name, relationship=person.relationship),
        )
    return (*staff, *(_sign_off(row, "Parent") for row in parents))


def _sign_off(row: PlanSignOff | None, capacity: str) -> facts.SignOff:
    if row is None:
        return facts.SignOff(capacity=capacity, name="")
    in_portal = row.method == SignOffMethod.PORTAL
    return facts.SignOff(
        capacity=capacity,
        name=row.person_name,
        relationship=row.contact.relationship if row.contact else "",
        answer=row.answer,
        method_words=row.get_method_display(),
        answered_at=timezone.localtime(row.answered_at) if in_portal else None,
        answered_on=None if in_portal else row.answered_on,
        comments=row.comments,
    )
