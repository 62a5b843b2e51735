"""Who may agree a plan, in which capacity, and whose agreement it still waits for."""

from django.utils import timezone

from accounts.models import Membership
from accounts.rules.refusal import Refused
from accounts.rules.roles import Role
from children.models import ParentCarer
from children.policies import check_can_change
from plans.models import Capacity, SignOffAnswer, SupportPlan
from plans.rules.lifecycle import STATE_WORDS, PlanStatus

from .plans import allowed

STAFF = (Capacity.KEY_PERSON, Capacity.SENCO)
AGREES = (SignOffAnswer.AGREED.value, SignOffAnswer.WITH_COMMENTS.value)
WORDS_OF_CAPACITY = {
    Capacity.KEY_PERSON: "key person",
    Capacity.SENCO: "SENCO",
    Capacity.PARENT: "parent",
}
PARENT_MAY_ANSWER = (PlanStatus.READY, PlanStatus.FINALISED)


def check_can_sign_as(plan: SupportPlan, capacity: str, membership: Membership) -> None:
    """An adult signs in a capacity that they hold: key person of this child, or SENCO here."""
    check_can_change(plan.child)
    if plan.state is not PlanStatus.READY:
        raise Refused(f"{STATE_WORDS[plan.state]}. A plan is agreed once it is ready.")
    if membership.setting_id != plan.child.setting_id:
        raise Refused("You are not a member of this child's setting.")
    if capacity == Capacity.SENCO and Role.SENCO in membership.role_set:
        return
    if capacity == Capacity.KEY_PERSON and _is_key_person(plan, membership):
        return
    if capacity in STAFF:
        raise Refused(
            f"You are not this child's {WORDS_OF_CAPACITY[Capacity(capacity)]}.", "capacity"
        )
    raise Refused("Choose the capacity in which you agree.", "capacity")


def _is_key_person(plan: SupportPlan, membership: Membership) -> bool:
    today = timezone.localdate()
    mine = membership.key_children.running(today).filter(child=plan.child_id)
    return Role.KEY_PERSON in membership.role_set and mine.exists()


def can_sign_as(plan: SupportPlan, capacity: str, membership: Membership) -> bool:
    return allowed(check_can_sign_as, plan, capacity, membership)


def capacities_missing(plan: SupportPlan) -> tuple[Capacity, ...]:
    """The capacities of staff that have not agreed this version, with or without comments."""
    agreed = set(plan.sign_offs.filter(answer__in=AGREES).values_list("capacity", flat=True))
    return tuple(capacity for capacity in STAFF if capacity.value not in agreed)


def check_staff_have_agreed(plan: SupportPlan) -> None:
    """Finalised needs the key person's and the SENCO's agreement, each in that capacity."""
    missing = capacities_missing(plan)
    if missing:
        names = " and the ".join(WORDS_OF_CAPACITY[capacity] for capacity in missing)
        verb = "has" if len(missing) == 1 else "have"
        raise Refused(f"The {names} {verb} not agreed this plan yet.")


def check_can_record_parent_answer(plan: SupportPlan, contact: ParentCarer) -> None:
    """A parent answers from the day the plan is ready; the answer changes no version."""
    if plan.state not in PARENT_MAY_ANSWER:
        raise Refused(f"{STATE_WORDS[plan.state]}. A parent answers once it is ready.")
    if contact.child_id != plan.child_id:
        raise Refused("Choose one of this child's contacts.", "contact")
